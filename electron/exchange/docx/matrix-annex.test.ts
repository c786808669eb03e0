import { describe, expect, it } from 'vitest';
import type { CoverageMatrix, MatrixCell, MatrixColumn } from '../../../shared/domain/coverage-matrix.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import type { ExportedCoverage } from './exported-strategy.ts';
import { sectionOf, strategyOf, textOf, write } from './written-parts.test-support.ts';

const framework: Framework = {
  id: 'test',
  title: 'Test Principles',
  edition: '',
  binding: false,
  note: '',
  source: '',
  groups: [{ id: 'one', title: 'One' }],
  principles: [],
};

const column = (number: number, changes: Partial<MatrixColumn> = {}): MatrixColumn => ({
  number,
  title: `Title ${number}`,
  short: `Short ${number}`,
  group: 'one',
  inScope: true,
  state: 'text',
  isGap: false,
  ...changes,
});
const empty: MatrixCell = { strength: null, count: 0, block: null };
const counts = { full: 0, partial: 0, mention: 0 };

const matrix: CoverageMatrix = {
  framework: 'test',
  columns: [
    column(1),
    column(2),
    column(3, { state: 'none', isGap: true }),
    column(4, { state: 'set-aside' }),
    column(5, { state: 'none', inScope: false }),
  ],
  rows: [
    {
      section: 's1',
      number: 1,
      title: 'Foreword',
      counts,
      cells: [
        { strength: 'full', count: 2, block: 'a' },
        { strength: 'partial', count: 1, block: 'b' },
        empty,
        empty,
        empty,
      ],
    },
    {
      section: 's2',
      number: 2,
      title: 'Prevention',
      counts,
      cells: [empty, empty, { strength: 'mention', count: 12, block: 'c' }, empty, empty],
    },
  ],
};

function documentWith(given: CoverageMatrix, locale = 'en-GB'): Promise<string> {
  const report = { framework: 'test', principles: [], gaps: [] };
  const coverage: ExportedCoverage[] = [{ framework, report, matrix: given }];
  const sections = [1, 2].map((number) => sectionOf([], { id: `s${number}`, number }));
  return write(strategyOf([], { sections, coverage, locale })).then(({ part }) => part('word/document.xml'));
}

const tableOf = (xml: string): string => xml.slice(xml.lastIndexOf('<w:tbl>'), xml.lastIndexOf('</w:tbl>'));
const rowsOf = (xml: string): string[][] =>
  (tableOf(xml).match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) => row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []);

describe('the matrix in the annex', () => {
  it('has a row for every section and a column for every principle, with signs for the strengths', async () => {
    const rows = rowsOf(await documentWith(matrix));
    expect(rows.map((row) => row.map(textOf))).toEqual([
      ['Section', '1 Short 1', '2 Short 2', '3 Short 3', '4 Short 4', '5 Short 5'],
      ['1 Foreword', '2●', '1◐', '', '', ''],
      ['2 Prevention', '', '', '12○', '', ''],
    ]);
  });

  it('tells gaps, and what is set aside or out of scope, by more than a colour', async () => {
    const [head, first] = rowsOf(await documentWith(matrix));
    expect(head![3]).toContain('<w:b/>');
    expect(head![3]).toContain('thinDiagStripe');
    expect(first![3]).toContain('thinDiagStripe');
    expect(head![4]).toContain('<w:i/>');
    expect(head![5]).toContain('<w:i/>');
    expect(head![1]).not.toMatch(/<w:b\/>|<w:i\/>|thinDiagStripe/);
  });

  it('stands on pages of its own that lie on their side, after those that stand upright', async () => {
    const xml = await documentWith(matrix);
    const pages = [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, attributes]) => attributes!);
    expect(pages).toHaveLength(2);
    expect(pages[0]).not.toContain('landscape');
    expect(pages[1]).toContain('w:orient="landscape"');
    expect(pages[1]).toContain('w:w="16838"');
    expect(xml.indexOf('<w:headerReference')).toBeLessThan(xml.indexOf('landscape'));
    expect(xml.slice(xml.lastIndexOf('<w:sectPr'))).not.toContain('titlePg');
  });

  it('repeats its head on every page and fits the width of 42 principles', async () => {
    const columns = Array.from({ length: 42 }, (_, index) => column(index + 1));
    const rows = matrix.rows.map((row) => ({ ...row, cells: columns.map(() => empty) }));
    const xml = tableOf(await documentWith({ ...matrix, columns, rows }));
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(43);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(16_838 - 2 * 850);
    expect(widths[0]).toBeGreaterThan(3_000);
  });

  it('reads from right to left where the document does', async () => {
    expect(tableOf(await documentWith(matrix, 'ar'))).toContain('<w:bidiVisual/>');
  });

  it('is left out where there is no section', async () => {
    const xml = await documentWith({ ...matrix, rows: [] });
    expect(xml).not.toContain('landscape');
  });
});
