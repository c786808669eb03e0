import type { NodeJson } from '../../../shared/document/schema.ts';

/** Columns that a word processor can hold. */
export const MAX_COLUMNS = 63;

/** A cell on the grid. Every row of a grid is covered by its cells without gap or overlap. */
export interface GridCell {
  /** Null where the table has no cell, and in the rows that a cell from above reaches into. */
  readonly node: NodeJson | null;
  readonly column: number;
  readonly columnSpan: number;
  readonly merge: 'none' | 'start' | 'continue';
}

export interface TableGrid {
  readonly columns: number;
  readonly rows: readonly (readonly GridCell[])[];
  /** Leading rows of header cells only, of which at least one row remains for the body. */
  readonly headerRows: number;
  /** Cells that found no column; their content is in the cell before them. */
  readonly overflow: number;
}

/** A cell that reaches into the rows below. */
interface OpenCell {
  readonly columnSpan: number;
  rowsLeft: number;
}

/** Lays a table out as HTML does: ragged rows are filled up, spans end where something is in their way. */
export function tableGrid(table: NodeJson): TableGrid | null {
  const source = (table.content ?? []).map((row) => row.content ?? []);
  const placed: GridCell[][] = [];
  const open = new Map<number, OpenCell>();
  let columns = 0;
  let overflow = 0;
  source.forEach((cells, rowIndex) => {
    const row: GridCell[] = [];
    for (const [column, cell] of open) {
      row.push({ node: null, column, columnSpan: cell.columnSpan, merge: 'continue' });
      if (--cell.rowsLeft === 0) open.delete(column);
    }
    const taken = new Set(row.flatMap(({ column, columnSpan }) => range(column, columnSpan)));
    let column = 0;
    for (const node of cells) {
      while (taken.has(column)) column++;
      if (column >= MAX_COLUMNS) {
        overflow++;
        appendToLast([...placed, row], node);
        continue;
      }
      const columnSpan = freeSpan(taken, column, spanOf(node, 'colspan'));
      const rowSpan = Math.min(spanOf(node, 'rowspan'), source.length - rowIndex);
      row.push({ node, column, columnSpan, merge: rowSpan > 1 ? 'start' : 'none' });
      if (rowSpan > 1) open.set(column, { columnSpan, rowsLeft: rowSpan - 1 });
      for (const index of range(column, columnSpan)) taken.add(index);
      column += columnSpan;
    }
    columns = Math.max(columns, ...[...taken].map((index) => index + 1));
    placed.push(row.sort((a, b) => a.column - b.column));
  });
  if (columns === 0) return null;
  const rows = placed.map((row) => fillRow(row, columns));
  return { columns, rows, headerRows: countHeaderRows(source, rows), overflow };
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, index) => start + index);
}

function spanOf(node: NodeJson, name: 'colspan' | 'rowspan'): number {
  const span = node.attrs?.[name];
  return typeof span === 'number' && span >= 1 ? Math.min(Math.trunc(span), 10_000) : 1;
}

function freeSpan(taken: ReadonlySet<number>, column: number, wanted: number): number {
  let span = 1;
  while (span < wanted && column + span < MAX_COLUMNS && !taken.has(column + span)) span++;
  return span;
}

/** Puts the content of a cell that found no column into the last cell before it, in its row or above. */
function appendToLast(rows: readonly GridCell[][], { content = [] }: NodeJson): void {
  for (const row of rows.toReversed()) {
    const index = row.findLastIndex(({ node }) => node !== null);
    const last = row[index];
    if (!last?.node) continue;
    row[index] = { ...last, node: { ...last.node, content: [...(last.node.content ?? []), ...content] } };
    return;
  }
}

function fillRow(row: readonly GridCell[], columns: number): GridCell[] {
  const filled: GridCell[] = [];
  let column = 0;
  const fillTo = (end: number): void => {
    for (; column < end; column++) filled.push({ node: null, column, columnSpan: 1, merge: 'none' });
  };
  for (const cell of row) {
    fillTo(cell.column);
    filled.push(cell);
    column = cell.column + cell.columnSpan;
  }
  fillTo(columns);
  return filled;
}

function countHeaderRows(source: readonly (readonly NodeJson[])[], rows: TableGrid['rows']): number {
  const isHeader = (cells: readonly NodeJson[]): boolean =>
    cells.length > 0 && cells.every(({ type }) => type === 'tableHeader');
  const leading = source.findIndex((cells) => !isHeader(cells));
  let count = Math.min(leading === -1 ? source.length : leading, rows.length - 1);
  // A repeated row must not be merged with one that is not.
  while (count > 0 && rows[count]!.some(({ merge }) => merge === 'continue')) count--;
  return count;
}
