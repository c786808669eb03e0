import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeJson } from '../../document/schema.ts';
import { inWords, node, paragraph, picture, row, section, words } from './comparable.test-support.ts';
import { compareSections, type ComparableSection } from './compare-sections.ts';

function shown(before: readonly ComparableSection[], after: readonly ComparableSection[]): string[] {
  return inWords(compareSections(before, after));
}

/** What is told of one section in which a text has become another. */
function told(before: readonly NodeJson[], after: readonly NodeJson[]): string[] {
  return shown([section('s', ...before)], [section('s', ...after)]).slice(1);
}

test('what was added, removed and changed is told in its place, the rest is left out', () => {
  const before = [section('s', 'a', 'b', 'c', 'd', 'e', paragraph('x', 'The old agency reports'), 'z')];
  const after = [section('s', 'a', 'b', 'c', 'd', 'e', paragraph('x', 'The new agency reports'), 'n')];
  expect(shown(before, after)).toEqual([
    's changed',
    '… 4',
    'same e',
    'changed The [-old][+new] agency reports',
    'added [+n]',
    'removed [-z]',
  ]);
});

test('a block that has changed its place is moved, within its section and between two', () => {
  expect(shown([section('s', 'a', 'b', 'c')], [section('s', 'c', 'a', 'b')])).toEqual([
    's changed',
    'moved c',
    'same a',
    '… 1',
  ]);
  expect(shown([section('s', 'a', 'b'), section('t', 'c')], [section('s', 'b'), section('t', 'c', 'a')])).toEqual([
    's changed',
    '… 1',
    't changed',
    'same c',
    'moved a (section Section s Section t)',
  ]);
});

test('sections that came and went are told where they stood, and so is a new title', () => {
  const before = [section('a', 'x'), section('b', 'y'), section('c', 'z')];
  const after = [section('a', 'x'), { ...section('c', 'z'), title: 'Courts' }, section('d', 'new')];
  expect(compareSections(before, after).map(({ section: id, change }) => `${id} ${change}`)).toEqual([
    'a same',
    'b removed',
    'c changed',
    'd added',
  ]);
  const renamed = compareSections(before, after)[2]!;
  expect(renamed.titleParts.map(({ change }) => change)).toContain('added');
});

test('a text brought in anew is known by what it says', () => {
  const before = [section('s', paragraph('1', 'same words'), paragraph('2', 'gone'))];
  const after = [section('s', paragraph('3', 'same words'), paragraph('4', 'come'))];
  expect(shown(before, after)).toEqual(['s changed', 'same same words', 'added [+come]', 'removed [-gone]']);
});

test('footnotes and references are compared in their place (V5)', () => {
  const noted = (note: string) => paragraph('a', 'Text', node('footnote', {}, words(note)), ' goes on');
  expect(told([noted('Act 1')], [noted('Act 2')])).toEqual(['changed Text[Act [-1][+2]] goes on']);
  expect(told([noted('Act')], [paragraph('a', 'Text goes on', node('footnote', {}, words('Act')))])).toEqual([
    'changed Text[-[Act]] goes on[+[Act]]',
  ]);
  const heading = (id: string) => node('heading', { id, level: 2 }, words(`Heading ${id}`));
  const referring = (target: string, form = 'number') => [
    heading('h'),
    heading('i'),
    paragraph('a', 'See ', node('reference', { target, form })),
  ];
  expect(told(referring('h'), referring('i')).at(-1)).toBe('changed See [-Heading h][+Heading i]');
  expect(told(referring('h'), referring('h', 'text')).at(-1)).toBe('changed See Heading h (formatting reference)');
});

test('the looks of words that have stayed are told, also beside others that have changed (V6)', () => {
  expect(told([paragraph('a', 'one two')], [paragraph('a', 'one ', words('two', 'bold'))])).toEqual([
    'changed one two (formatting bold)',
  ]);
  expect(told([paragraph('a', 'one two')], [paragraph('a', words('one', 'italic'), ' three')])).toEqual([
    'changed one [-two][+three] (formatting italic)',
  ]);
  expect(told([paragraph('a', 'one')], [paragraph('a', 'one ', words('two', 'bold'))])).toEqual(['changed one[+ two]']);
  expect(told([paragraph('a', words('on', 'bold'), 'e')], [paragraph('a', words('o', 'bold'), 'ne')])).toEqual([
    'changed one (formatting bold)',
  ]);
  const linked = (href: string) => paragraph('a', 'See ', words('this', { type: 'link', attrs: { href } }));
  expect(told([linked('https://a.example')], [linked('https://b.example')])).toEqual([
    'changed See this (link https://a.example https://b.example)',
  ]);
});

test('what a block is and how it stands is told (V7)', () => {
  const is = (attrs: object, type = 'paragraph') => node(type, { id: 'a', ...attrs }, words('Text'));
  expect(told([is({})], [is({ level: 3 }, 'heading')])).toEqual(['changed Text (role paragraph heading-3)']);
  expect(told([is({})], [is({ textAlign: 'center', dir: 'rtl' })])).toEqual([
    'changed Text (alignment  center, direction  rtl)',
  ]);
  const list = (type: string, attrs: object, ...ids: string[]) =>
    node(type, { ...attrs }, ...ids.map((id) => node('listItem', {}, paragraph(id))));
  expect(told([list('bulletList', {}, 'a')], [list('orderedList', {}, 'a')])).toEqual([
    'changed a (role bullet-item numbered-item)',
  ]);
  expect(told([list('orderedList', {}, 'a', 'b')], [list('orderedList', { start: 3 }, 'a', 'b')])).toEqual([
    'changed a (list)',
    'same b',
  ]);
  expect(told([list('bulletList', {}, 'a', 'b')], [list('bulletList', {}, 'a'), list('bulletList', {}, 'b')])).toEqual([
    'same a',
    'changed b (grouping)',
  ]);
});

test('pictures, rules and page breaks come and go like text (V4)', () => {
  const before = [paragraph('a'), picture('1', 'A map'), paragraph('b'), node('pageBreak', {}), paragraph('c')];
  expect(told(before, [before[0]!, before[2]!, before[4]!])).toEqual([
    'same a',
    'removed [-A map]',
    'same b',
    'removed ',
    'same c',
  ]);
  expect(told([picture('1', 'A map')], [picture('1', 'A chart')])).toEqual([
    'changed A chart (description A map A chart)',
  ]);
  expect(told([picture('1', 'A map')], [picture('2', 'A map')])).toEqual(['changed A map (picture)']);
  expect(told([paragraph('a'), picture('1', 'A map')], [picture('1', 'A map'), paragraph('a')])).toContain(
    'moved A map',
  );
});

test('a table is told row by row (V8)', () => {
  const table = (attrs: object, ...rows: NodeJson[]) => node('table', { ...attrs }, ...rows);
  const [one, two] = [row('r', 'Who', 'When'), row('q', 'Police', '2027')];
  expect(told([table({}, one, two)], [table({}, one)])).toEqual(['same Who | When', 'removed [-Police | 2027]']);
  expect(told([table({}, one, two)], [table({}, one, row('q', 'Police', '2028'))])).toEqual([
    'same Who | When',
    'changed Police | [-2027][+2028]',
  ]);
  expect(told([table({}, one)], [table({}, row('r', 'Who', 'When', ''))])[0]).toMatch(/\(cells 2 3\)$/);
  expect(told([table({}, one)], [table({ orientation: 'landscape' }, one)])).toEqual([
    'changed Who | When (orientation)',
  ]);
  const wide = node('tableRow', {}, ...one.content!.map((cell) => ({ ...cell, attrs: { colwidth: [90] } })));
  expect(told([table({}, one)], [table({}, wide)])).toEqual(['changed Who | When (column-widths)']);
  const head = node('tableRow', {}, ...one.content!.map((cell) => ({ ...cell, type: 'tableHeader' })));
  expect(told([table({}, one)], [table({}, head)])).toEqual(['changed Who | When (header-cells)']);
});

test('a section that has changed its place, owner or status says so (V3)', () => {
  const [one, two, three] = [section('1', 'x'), section('2', 'y'), section('3', 'z')];
  const moved = compareSections([one, two, three], [two, { ...one, order: 'a25' }, three]);
  expect(moved.map((each) => [each.section, each.change, each.moved])).toEqual([
    ['2', 'same', null],
    ['1', 'changed', { from: 1, to: 2 }],
    ['3', 'same', null],
  ]);
  const [owned] = compareSections([one], [{ ...one, owner: 'Interior', status: 'cleared' }]);
  expect(owned!.facts).toEqual([
    { fact: 'owner', before: '', after: 'Interior' },
    { fact: 'status', before: 'drafting', after: 'cleared' },
  ]);
});

test('a text brought in anew with the same words is counted, not shown (V10)', () => {
  const [compared] = compareSections([section('s', paragraph('1', 'x'))], [section('s', paragraph('2', 'x'))]);
  expect(compared).toMatchObject({ change: 'changed', renewed: 1, blocks: [{ change: 'gap', count: 1 }] });
});

test('from any comparison both versions can be read', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), { maxLength: 8 });
  fc.assert(
    fc.property(ids, ids, (one, two) => {
      const [compared] = compareSections([section('s', ...one)], [section('s', ...two)]);
      const blocks = compared!.blocks.flatMap((each) => (each.change === 'gap' ? [] : [each]));
      const hidden = compared!.blocks.reduce((sum, each) => sum + (each.change === 'gap' ? each.count : 0), 0);
      const kept = blocks.filter(({ change }) => change === 'same' || change === 'moved' || change === 'changed');
      const textsOf = (change: string) =>
        new Set(blocks.filter((each) => each.change === change).map(({ parts }) => parts[0]!.text));
      const isSame = compared!.change === 'same';
      const common = one.filter((id) => two.includes(id)).length;
      expect(isSame ? common : kept.length + hidden).toBe(common);
      expect(textsOf('added')).toEqual(new Set(two.filter((id) => !one.includes(id))));
      expect(textsOf('removed')).toEqual(new Set(one.filter((id) => !two.includes(id))));
    }),
  );
});
