import type { MatrixPlace } from './matrix-place.ts';

/** The row of principles, then those of sections, as they stand in the table. */
function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  const numbers = table.tHead?.rows[1];
  return [...(numbers ? [numbers] : []), ...(table.tBodies[0]?.rows ?? [])];
}

/** The cell at a place. */
export function cellAt(table: HTMLTableElement, { row, column }: MatrixPlace): HTMLTableCellElement | undefined {
  return rowsOf(table)[row + 1]?.cells[column + 1];
}

/** The place of whatever is in the table; null for what is at none, such as the title of a group. */
export function placeOf(table: HTMLTableElement, target: EventTarget | null): MatrixPlace | null {
  const cell = target instanceof Element ? target.closest('td, th') : null;
  if (!(cell instanceof HTMLTableCellElement) || !(cell.parentElement instanceof HTMLTableRowElement)) return null;
  const place = { row: rowsOf(table).indexOf(cell.parentElement) - 1, column: cell.cellIndex - 1 };
  return place.row < -1 || (place.row === -1 && place.column === -1) ? null : place;
}

/** What takes the focus in a cell: the link of a section, or the cell itself. */
export function stopOf(cell: HTMLTableCellElement): HTMLElement {
  return cell.querySelector('a') ?? cell;
}
