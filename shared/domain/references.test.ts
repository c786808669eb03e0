import { expect, test } from 'vitest';
import type { Block, BlockKind } from '../document/blocks.ts';
import { headingNumbers } from './numbering.ts';
import { countsBefore, findTargets, numberTargets, type SectionTargets } from './references.ts';

function block(id: string, kind: BlockKind, text = id, ...notes: (string | null)[]): Block {
  const footnotes = notes.map((note) => ({ id: note, text: `note ${note}` }));
  return { id, kind, level: kind === 'heading' ? 2 : null, text, footnotes, words: 1 };
}

function targetsOf(...blocks: Block[]): SectionTargets {
  return findTargets(blocks, headingNumbers(blocks));
}

const FIRST = targetsOf(
  block('h1', 'heading', 'Threats'),
  block('t1', 'table-caption', 'Risks'),
  block('p1', 'paragraph', 'Text', null, 'n1'),
);
const SECOND = targetsOf(
  block('h2', 'heading', 'Courts'),
  block('h3', 'heading', 'Prisons'),
  block('f1', 'figure-caption'),
  block('t2', 'table-caption', 'Budget'),
  block('p2', 'paragraph', 'Text', 'n2'),
);
const SECTIONS = [
  { id: 's1', title: 'Context', targets: FIRST },
  { id: 's0', title: 'Not read yet', targets: undefined },
  { id: 's2', title: 'Justice', targets: SECOND },
];

test('headings are numbered below their section, tables, figures and footnotes through the strategy', () => {
  const numbers = [...numberTargets(SECTIONS).values()].map(({ id, kind, number }) => `${id} ${kind} ${number}`);
  expect(numbers).toEqual([
    's1 section 1',
    'h1 heading 1.1',
    't1 table 1',
    'n1 footnote 2',
    's0 section 2',
    's2 section 3',
    'h2 heading 3.1',
    'h3 heading 3.2',
    'f1 figure 1',
    't2 table 2',
    'n2 footnote 3',
  ]);
  expect(numberTargets(SECTIONS).get('t2')).toEqual({
    id: 't2',
    section: 's2',
    kind: 'table',
    number: '2',
    text: 'Budget',
  });
});

test('a section moved takes its numbers along', () => {
  const moved = numberTargets([SECTIONS[2]!, SECTIONS[0]!]);
  expect(moved.get('t2')?.number).toBe('1');
  expect(moved.get('t1')?.number).toBe('2');
  expect(moved.get('h3')?.number).toBe('1.2');
  expect(moved.get('n1')?.number).toBe('3');
});

test('what stands before a section is counted, also without an id', () => {
  expect(countsBefore(SECTIONS).get('s2')).toEqual({ table: 1, figure: 0, footnote: 2 });
});

test('an id that stands twice leads to the first, and a block without one is no target', () => {
  const twice = [
    { id: 'a', title: 'A', targets: targetsOf(block('x', 'table-caption', 'one'), block('', 'heading')) },
    { id: 'b', title: 'B', targets: targetsOf(block('x', 'table-caption', 'two')) },
  ];
  const targets = numberTargets(twice);
  expect(targets.get('x')?.text).toBe('one');
  expect([...targets.keys()]).toEqual(['a', 'x', 'b']);
});
