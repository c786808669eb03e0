import { parse } from 'csv-parse/sync';
import { FailureError } from '../../shared/contract/failure.ts';

/** A row of a table and the line that it begins in. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The rows of a table as spreadsheets save it, empty ones left out: separated by commas, semicolons or tabs,
 * whichever the first row has most of.
 * @throws FailureError that names the row whose quotation marks do not match.
 */
export function readCsvRows(file: string, text: string): CsvRow[] {
  const [delimiter, table] = delimiterOf(text);
  const skipped = text.length === table.length ? 0 : 1;
  const rows: CsvRow[] = [];
  let begin = 1 + skipped;
  const keep = (cells: readonly string[], { lines }: { readonly lines: number }): null => {
    const inner = cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
    rows.push({ line: skipped + lines - inner, cells });
    begin = skipped + lines + 1;
    return null;
  };
  try {
    parse(table, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: keep,
    });
  } catch (error) {
    // Where it comes to light is later, as a rule, than the row that it began in.
    if (isQuoteError(error)) throw new FailureError('data-file-row', { file, line: begin });
    throw error;
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** Also says what is left when a first line `sep=;`, as Excel understands it, is taken off. */
function delimiterOf(text: string): readonly [delimiter: string, table: string] {
  const said = /^sep=(.)\n/i.exec(text);
  if (said) return [said[1]!, text.slice(said[0].length)];
  const head = /^.*/.exec(text.trimStart())![0].replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => head.split(delimiter).length;
  return [DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!, text];
}

function isQuoteError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /QUOTE/.test(String(error.code));
}
