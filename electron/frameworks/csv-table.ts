import { FailureError } from '../../shared/contract/failure.ts';
import type { CsvRow } from './csv-source.ts';

/** What columns are called, by the fields that they fill; compared without regard to case and blanks. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** A row as fields, those left out whose column is not there or whose cell is empty. */
export interface TableRow<Field extends string> {
  readonly line: number;
  readonly fields: Readonly<Partial<Record<Field, string>>>;
}

export interface Table<Field extends string> {
  readonly rows: readonly TableRow<Field>[];
  /** What the file calls the column of a field. */
  readonly nameOf: (field: string) => string;
  /** Columns that fill no field. */
  readonly unused: readonly string[];
  /** The line of the header. */
  readonly headLine: number;
}

/**
 * Reads rows by the names in the first of them.
 * @param required Fields that must have a column.
 * @throws FailureError that says which column is missing or there twice, or which row has too many cells.
 */
export function readTable<Field extends string>(
  file: string,
  rows: readonly CsvRow[],
  names: ColumnNames<Field>,
  required: readonly Field[],
): Table<Field> {
  const [head, ...body] = rows;
  if (!head) throw new FailureError('data-file-none', { file, line: 1 });
  const fields = Object.keys(names) as Field[];
  const fieldOf = (cell: string): Field | undefined => fields.find((field) => names[field].includes(fold(cell)));
  const columns = head.cells.map(fieldOf);
  columns.forEach((field, index) => {
    if (field === undefined || columns.indexOf(field) === index) return;
    throw new FailureError('data-file-column-twice', { file, line: head.line, field: head.cells[index]!.trim() });
  });
  const missing = required.find((field) => !columns.includes(field));
  if (missing !== undefined)
    throw new FailureError('data-file-column', { file, line: head.line, field: missing, known: fields.join(', ') });
  return {
    rows: body.map((row) => readRow(file, row, columns)),
    nameOf: (field) => head.cells[columns.indexOf(field as Field)]?.trim() ?? field,
    unused: head.cells.filter((cell, index) => columns[index] === undefined && cell.trim() !== ''),
    headLine: head.line,
  };
}

function fold(cell: string): string {
  return cell.trim().toLocaleLowerCase('en').replace(/\s+/g, ' ');
}

function readRow<Field extends string>(
  file: string,
  { line, cells }: CsvRow,
  columns: readonly (Field | undefined)[],
): TableRow<Field> {
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (used > columns.length)
    throw new FailureError('data-file-cells', { file, line, cells: used, columns: columns.length });
  const fields: Partial<Record<Field, string>> = {};
  columns.forEach((field, index) => {
    const cell = cells[index]?.trim() ?? '';
    if (field !== undefined && cell !== '') fields[field] = unquoteFormula(cell);
  });
  return { line, fields };
}

/** Takes off the apostrophe that keeps a spreadsheet from reading a text as a formula. */
function unquoteFormula(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
