import type { Strength } from '../document/tags.ts';
import { isCounted, type CoverageState } from './coverage.ts';
import type { CoverageMatrix } from './coverage-matrix.ts';
import { csvRow } from './csv.ts';

/** The words of the table, in the language of whoever reads it. */
export interface CoverageMatrixWords {
  readonly number: string;
  readonly section: string;
  /** Heads the row that says how the whole strategy answers each principle. */
  readonly whole: string;
  /** A principle as the head of its column. */
  readonly principle: (number: number, title: string) => string;
  /** What a section says to a principle, such as `2, full`. */
  readonly cell: (count: number, strength: Strength) => string;
  readonly states: Readonly<Record<CoverageState, string>>;
  readonly outOfScope: string;
}

/** Tells spreadsheets that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The matrix as CSV (RFC 4180), a row for every section and one for the whole. Rule M10. */
export function coverageMatrixCsv({ rows, columns }: CoverageMatrix, words: CoverageMatrixWords): string {
  const head = [words.number, words.section, ...columns.map(({ number, title }) => words.principle(number, title))];
  const whole = columns.map((column) => (isCounted(column) ? words.states[column.state] : words.outOfScope));
  return [
    BYTE_ORDER_MARK,
    csvRow(head),
    ...rows.map(({ number, title, cells }) =>
      csvRow([number, title, ...cells.map(({ strength, count }) => (strength ? words.cell(count, strength) : ''))]),
    ),
    csvRow(['', words.whole, ...whole]),
  ].join('');
}
