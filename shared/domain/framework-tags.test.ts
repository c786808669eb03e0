import { expect, test } from 'vitest';
import type { Block } from '../document/blocks.ts';
import type { Tag } from '../document/tags.ts';
import { computeCoverage, summariseSection } from './coverage.ts';
import { compareFrameworks } from './framework-changes.ts';
import { frameworksOf, type Framework } from './framework.ts';
import { countTags, strayTags } from './framework-tags.ts';

function framework(id: string, titles: Readonly<Record<number, string>>): Framework {
  return {
    id,
    title: id,
    edition: '',
    binding: false,
    note: '',
    source: '',
    groups: [{ id: 'all', title: 'All' }],
    principles: Object.entries(titles).map(([number, title]) => ({
      number: Number(number),
      title,
      short: title,
      group: 'all',
      level: 'all',
      scope: ['national'],
      explanation: '',
      prompts: [],
    })),
  };
}

const block = (id: string): Block => ({ id, kind: 'paragraph', level: null, text: 'Words', footnotes: [], words: 1 });
const tag = (id: string, of: string, principle: number): Tag => ({
  block: id,
  framework: of,
  principle,
  strength: 'full',
  reason: '',
  by: '',
  at: '',
});

const summary = summariseSection(
  's',
  [block('a'), block('b')],
  [tag('a', 'duties', 1), tag('a', 'duties', 3), tag('b', 'duties', 1), tag('b', 'other', 3), tag('gone', 'duties', 3)],
);

test('F3: tags are counted by framework and number, those without their paragraph, too', () => {
  const counts = countTags([summary]);
  expect([...counts].map(([id, numbers]) => [id, ...numbers])).toEqual([
    ['duties', [1, 2], [3, 2]],
    ['other', [3, 1]],
  ]);
});

test('F4: a tag to a number that the framework has not is listed, and counts nothing', () => {
  const duties = framework('duties', { 1: 'Lights', 2: 'Pilots' });
  expect(strayTags(duties, [summary])).toEqual([
    { section: 's', passage: summary.passages[0], tag: tag('a', 'duties', 3) },
  ]);
  const input = { template: 'national' as const, sections: [summary], decisions: [], actions: [] };
  expect(computeCoverage({ framework: duties, ...input }).principles).toMatchObject([
    { number: 1, paragraphs: ['a', 'b'] },
    { number: 2, paragraphs: [] },
  ]);
  const later = framework('duties', { 1: 'Lights', 3: 'Berths' });
  expect(strayTags(later, [summary])).toEqual([]);
  expect(computeCoverage({ framework: later, ...input }).principles[1]).toMatchObject({ number: 3, paragraphs: ['a'] });
});

test('what a later edition changes is told by number', () => {
  const before = framework('duties', { 1: 'Lights', 2: 'Pilots', 3: 'Berths' });
  const after = framework('duties', { 1: 'Lights', 3: 'Moorings', 4: 'Tugs' });
  expect(compareFrameworks(before, after)).toMatchObject({
    added: [{ number: 4 }],
    removed: [{ number: 2 }],
    renamed: [{ number: 3, before: 'Berths', after: 'Moorings' }],
  });
  expect(compareFrameworks(after, after)).toEqual({ added: [], removed: [], renamed: [] });
});

test('F2: what comes with the application stands', () => {
  const shipped = [framework('a', { 1: 'Shipped' })];
  const own = [framework('a', { 1: 'Own' }), framework('b', { 1: 'Own' })];
  expect(frameworksOf(shipped, own)).toEqual([shipped[0], own[1]]);
});
