import { describe, expect, test } from 'vitest';
import type { Block } from '../document/blocks.ts';
import type { Decision } from '../document/outline.ts';
import type { Strength, Tag } from '../document/tags.ts';
import { computeCoverage, summariseSection, type SectionSummary } from './coverage.ts';
import { coverageMatrixCsv, type CoverageMatrixWords } from './coverage-matrix-csv.ts';
import { coverageMatrix, isTagged, type CoverageMatrix } from './coverage-matrix.ts';
import type { Framework } from './framework.ts';

const principle = (number: number, group: string): Framework['principles'][number] => ({
  number,
  title: `Title ${number}`,
  short: `T${number}`,
  group,
  level: 'all',
  scope: number === 4 ? ['regional'] : ['national', 'regional'],
  explanation: '',
  prompts: [],
});

const framework: Framework = {
  id: 'f',
  title: 'F',
  edition: '1',
  binding: false,
  note: '',
  source: '',
  groups: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  principles: [principle(1, 'a'), principle(2, 'b'), principle(3, 'a'), principle(4, 'b')],
};

const block = (id: string, text = 'text'): Block => ({
  id,
  kind: 'paragraph',
  level: null,
  text,
  footnotes: [],
  words: 1,
});
const tag = (id: string, number: number, strength: Strength = 'full', of = 'f'): Tag => ({
  block: id,
  framework: of,
  principle: number,
  strength,
  reason: '',
  by: 'A',
  at: '2026-01-01T00:00:00.000Z',
});
const setAside = (number: number): Decision => ({ framework: 'f', principle: number, reason: 'why', by: 'A', at: '' });

interface Given {
  readonly sections?: readonly { readonly id: string; readonly title: string }[];
  readonly summaries: readonly SectionSummary[];
  readonly decisions?: readonly Decision[];
}

function matrixOf({ sections, summaries, decisions = [] }: Given, previous?: CoverageMatrix): CoverageMatrix {
  const live = sections ?? summaries.map(({ section }) => ({ id: section, title: `Section ${section}` }));
  const known = new Map(summaries.map((summary) => [summary.section, summary]));
  const covered = live.flatMap(({ id }) => known.get(id) ?? []);
  const coverage = computeCoverage({ framework, template: 'national', sections: covered, decisions, actions: [] });
  return coverageMatrix({ framework, sections: live, summaries: known, coverage }, previous);
}

const cellOf = (matrix: CoverageMatrix, section: string, number: number) =>
  matrix.rows.find((row) => row.section === section)!.cells[
    matrix.columns.findIndex((column) => column.number === number)
  ]!;
const columnOf = (matrix: CoverageMatrix, number: number) => matrix.columns.find((column) => column.number === number)!;

const one = summariseSection('s1', [block('a'), block('b')], [tag('a', 1), tag('b', 1, 'partial')]);
const two = summariseSection('s2', [block('c')], [tag('c', 2, 'mention'), tag('c', 1, 'partial')]);

describe('rows and columns', () => {
  test('M1: the live sections in the order of the outline; unknown ones are empty', () => {
    const sections = [
      { id: 's2', title: 'Second' },
      { id: 'unknown', title: '' },
      { id: 's1', title: 'First' },
    ];
    const { rows } = matrixOf({ sections, summaries: [one, two, summariseSection('deleted', [block('x')], [])] });
    expect(rows.map(({ section, number, title }) => [section, number, title])).toEqual([
      ['s2', 1, 'Second'],
      ['unknown', 2, ''],
      ['s1', 3, 'First'],
    ]);
    expect(rows[1]!.cells.every(({ count, strength }) => count === 0 && strength === null)).toBe(true);
  });

  test('M2: all principles, group by group', () => {
    const { columns, rows } = matrixOf({ summaries: [one] });
    expect(columns.map(({ number, group, inScope }) => [number, group, inScope])).toEqual([
      [1, 'a', true],
      [3, 'a', true],
      [2, 'b', true],
      [4, 'b', false],
    ]);
    expect(rows[0]!.cells).toHaveLength(4);
  });

  test('M3: states, scope and gaps as in coverage', () => {
    const matrix = matrixOf({ summaries: [one, two], decisions: [setAside(3)] });
    expect(columnOf(matrix, 1)).toMatchObject({ state: 'text', isGap: false });
    expect(columnOf(matrix, 2)).toMatchObject({ state: 'none', isGap: true });
    expect(columnOf(matrix, 3)).toMatchObject({ state: 'set-aside', isGap: false });
    expect(columnOf(matrix, 4)).toMatchObject({ state: 'none', inScope: false, isGap: false });
  });
});

describe('cells', () => {
  test('M4: count tagged blocks; not those without text, without place or of another framework', () => {
    const matrix = matrixOf({ summaries: [one, two] });
    expect(cellOf(matrix, 's1', 1).count).toBe(2);
    expect(cellOf(matrix, 's2', 1).count).toBe(1);
    expect(cellOf(matrix, 's1', 2)).toEqual({ strength: null, count: 0, block: null });
    const nothing = summariseSection(
      's',
      [block('a', ' '), block('b')],
      [tag('a', 1), tag('no', 1), tag('b', 1, 'full', 'g')],
    );
    expect(cellOf(matrixOf({ summaries: [nothing] }), 's', 1).count).toBe(0);
  });

  test('M5: the strongest counts', () => {
    const strengths = (...given: Strength[]) => {
      const ids = given.map((_, index) => `b${index}`);
      const tags = given.map((strength, index) => tag(ids[index]!, 1, strength));
      return cellOf(
        matrixOf({
          summaries: [
            summariseSection(
              's',
              ids.map((id) => block(id)),
              tags,
            ),
          ],
        }),
        's',
        1,
      ).strength;
    };
    expect(strengths('mention', 'full', 'partial')).toBe('full');
    expect(strengths('mention', 'partial')).toBe('partial');
    expect(strengths('mention')).toBe('mention');
  });

  test('M6: a gap may be mentioned', () => {
    const matrix = matrixOf({ summaries: [two] });
    expect(columnOf(matrix, 2).isGap).toBe(true);
    expect(cellOf(matrix, 's2', 2)).toMatchObject({ strength: 'mention', count: 1 });
  });

  test('M7: lead to the first block in reading order', () => {
    const summary = summariseSection('s', [block('a'), block('b')], [tag('b', 1), tag('a', 1, 'mention')]);
    expect(cellOf(matrixOf({ summaries: [summary] }), 's', 1).block).toBe('a');
  });

  test('M8: are counted by strength, a row at a time', () => {
    const [first, second] = matrixOf({ summaries: [one, two, summariseSection('s3', [], [])] }).rows;
    expect(first!.counts).toEqual({ full: 1, partial: 0, mention: 0 });
    expect(second!.counts).toEqual({ full: 0, partial: 1, mention: 1 });
    expect(matrixOf({ summaries: [one, summariseSection('s3', [], [])] }).rows.map(isTagged)).toEqual([true, false]);
  });
});

test('M9: what has not changed is the same object', () => {
  const before = matrixOf({ summaries: [one, two] });
  const same = matrixOf({ summaries: [one, { ...two, words: 99 }] }, before);
  expect(same.rows).toBe(before.rows);
  expect(same.columns).toBe(before.columns);
  const changed = summariseSection('s2', [block('c')], [tag('c', 2), tag('c', 1, 'partial')]);
  const after = matrixOf({ summaries: [one, changed] }, before);
  expect(after.rows[0]).toBe(before.rows[0]);
  expect(after.rows[1]).not.toBe(before.rows[1]);
  expect(columnOf(after, 1)).toBe(columnOf(before, 1));
  expect(columnOf(after, 2)).not.toBe(columnOf(before, 2));
});

test('M10: as CSV in words, with a mark for UTF-8, quoted, and with formulas defused', () => {
  const words: CoverageMatrixWords = {
    number: 'No.',
    section: 'Section',
    whole: 'Whole strategy',
    principle: (number, title) => `${number} ${title}`,
    cell: (count, strength) => `${count} ${strength}`,
    states: { text: 'by text', action: 'by action', both: 'by both', 'set-aside': 'set aside', none: 'not yet' },
    outOfScope: 'out of scope',
  };
  const sections = [
    { id: 's1', title: '=1, "x"' },
    { id: 's2', title: '-Études' },
  ];
  const matrix = matrixOf({ sections, summaries: [one, two], decisions: [setAside(3)] });
  expect(coverageMatrixCsv(matrix, words)).toBe(
    [
      '\uFEFFNo.,Section,1 Title 1,3 Title 3,2 Title 2,4 Title 4',
      `1,"'=1, ""x""",2 full,,,`,
      "2,'-Études,1 partial,,1 mention,",
      ',Whole strategy,by text,set aside,not yet,out of scope',
      '',
    ].join('\r\n'),
  );
});
