import { describe, expect, test } from 'vitest';
import type { Block } from '../document/blocks.ts';
import type { Decision } from '../document/outline.ts';
import type { Strength, Tag } from '../document/tags.ts';
import {
  computeCoverage,
  countStates,
  summariseSection,
  unplacedTags,
  type CoverageInput,
  type SectionSummary,
} from './coverage.ts';
import { coverageToCsv, reportCoverage } from './coverage-report.ts';
import type { Framework } from './framework.ts';

const framework: Framework = {
  id: 'f',
  title: 'F',
  edition: '1',
  binding: false,
  note: '',
  source: '',
  groups: [{ id: 'g', title: 'G' }],
  principles: [1, 2, 3].map((number) => ({
    number,
    title: `Title ${number}`,
    short: `T${number}`,
    group: 'g',
    level: 'all',
    scope: number === 3 ? ['regional'] : ['national', 'regional', 'action-plan'],
    explanation: '',
    prompts: [],
  })),
};

const block = (id: string, text = 'text'): Block => ({
  id,
  kind: 'paragraph',
  level: null,
  text,
  footnotes: [],
  words: 1,
});
const tag = (id: string, principle: number, strength: Strength = 'full', of = 'f'): Tag => ({
  block: id,
  framework: of,
  principle,
  strength,
  reason: '',
  by: 'A',
  at: '2026-01-01T00:00:00.000Z',
});
const decision = (principle: number): Decision => ({
  framework: 'f',
  principle,
  reason: 'why',
  by: 'A',
  at: '2026-01-01T00:00:00.000Z',
});

function cover(sections: SectionSummary[], more: Partial<CoverageInput> = {}) {
  return computeCoverage({ framework, template: 'national', sections, decisions: [], actions: [], ...more });
}
const principle = (coverage: ReturnType<typeof cover>, number: number) =>
  coverage.principles.find((one) => one.number === number)!;

describe('what answers', () => {
  test('C1: full and partial tags do', () => {
    const coverage = cover([summariseSection('s', [block('a'), block('b')], [tag('a', 1), tag('b', 2, 'partial')])]);
    expect(principle(coverage, 1)).toMatchObject({ state: 'text', paragraphs: ['a'], sections: ['s'] });
    expect(principle(coverage, 2)).toMatchObject({ state: 'text', paragraphs: ['b'] });
    expect(coverage.gaps).toEqual([]);
  });

  test('C2: a mention does not', () => {
    const coverage = cover([summariseSection('s', [block('a')], [tag('a', 1, 'mention')])]);
    expect(principle(coverage, 1)).toMatchObject({
      state: 'none',
      paragraphs: [],
      mentions: ['a'],
      sections: [],
      isGap: true,
    });
  });

  test('C3: unplaced tags and empty blocks do not', () => {
    const summary = summariseSection('s', [block('a', '  ')], [tag('a', 1), tag('gone', 2)]);
    expect(summary.unplaced).toMatchObject([{ block: 'gone' }]);
    expect(cover([summary]).gaps).toEqual([1, 2]);
    expect(unplacedTags([summary], () => false)).toHaveLength(1);
    expect(unplacedTags([summary], (id) => id === 'gone')).toEqual([]);
  });

  test('C10: a tag of another framework does not', () => {
    expect(cover([summariseSection('s', [block('a')], [tag('a', 1, 'full', 'other')])]).gaps).toEqual([1, 2]);
  });
});

describe('states', () => {
  const text = summariseSection('s', [block('a')], [tag('a', 1)]);
  const actions = [{ id: 'A1', principles: [1, 2] }];

  test('C5: by text, by action, by both, set aside, not yet', () => {
    expect(principle(cover([text]), 1).state).toBe('text');
    expect(principle(cover([text], { actions }), 1).state).toBe('both');
    expect(principle(cover([text], { actions }), 2)).toMatchObject({ state: 'action', actions: ['A1'] });
    expect(principle(cover([], { decisions: [decision(2)] }), 2)).toMatchObject({ state: 'set-aside', isGap: false });
    expect(principle(cover([]), 2)).toMatchObject({ state: 'none', isGap: true });
  });

  test('C6: answered and set aside is answered, and flagged', () => {
    expect(principle(cover([text], { decisions: [decision(1)] }), 1)).toMatchObject({
      state: 'text',
      contradicted: true,
    });
    expect(principle(cover([text], { decisions: [decision(2)] }), 2).contradicted).toBe(false);
  });

  test('C7 and C8: out of scope is no gap unless somebody tagged it', () => {
    expect(cover([]).gaps).toEqual([1, 2]);
    expect(cover([], { template: 'regional' }).gaps).toEqual([1, 2, 3]);
    const mentioned = cover([summariseSection('s', [block('a')], [tag('a', 3, 'mention')])]);
    expect(mentioned.gaps).toEqual([1, 2, 3]);
    expect(countStates(cover([]))).toMatchObject({ none: 2 });
  });
});

test('C9: reading order, and each section once', () => {
  const first = summariseSection('s1', [block('a'), block('b')], [tag('b', 1), tag('a', 1)]);
  const second = summariseSection('s2', [block('c')], [tag('c', 1)]);
  expect(principle(cover([first, second]), 1)).toMatchObject({ paragraphs: ['a', 'b', 'c'], sections: ['s1', 's2'] });
  expect(principle(cover([second, first]), 1).paragraphs).toEqual(['c', 'a', 'b']);
});

test('C11: what has not changed is the same object', () => {
  const before = cover([summariseSection('s', [block('a')], [tag('a', 1)])]);
  const after = computeCoverage(
    {
      framework,
      template: 'national',
      sections: [summariseSection('s', [block('a')], [tag('a', 1), tag('a', 2)])],
      decisions: [],
      actions: [],
    },
    before,
  );
  expect(principle(after, 1)).toBe(principle(before, 1));
  expect(principle(after, 2)).not.toBe(principle(before, 2));
});

test('a passage says under which heading it stands, and begins with its text', () => {
  const heading = { ...block('h', 'Heading'), kind: 'heading' as const, level: 2 };
  const long = block('a', `${'word '.repeat(60)}end`);
  const { passages } = summariseSection('s', [heading, long], [tag('a', 1)]);
  expect(passages[0]).toMatchObject({ number: '1' });
  expect(passages[0]!.excerpt.length).toBeLessThanOrEqual(140);
  expect(passages[0]!.excerpt.endsWith('word…')).toBe(true);
});

test('the report as CSV quotes what needs it and defuses formulas', () => {
  const titled = { ...framework, principles: [{ ...framework.principles[0]!, title: '=1, "x"' }] };
  const report = reportCoverage(titled, { framework: 'f', principles: [cover([]).principles[0]!], gaps: [1] });
  expect(coverageToCsv(report).split('\r\n')[1]).toBe(`1,"'=1, ""x""",g,true,none,0,0,0,0,0,`);
});
