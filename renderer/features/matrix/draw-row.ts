import type { MatrixColumn, MatrixRow } from '../../../shared/domain/coverage-matrix.ts';
import type { MatrixWords } from './use-matrix-words.ts';

export interface DrawnRow {
  readonly row: MatrixRow;
  readonly columns: readonly MatrixColumn[];
  /** Indexes of the columns that are shown. */
  readonly shown: readonly number[];
  readonly words: MatrixWords;
  readonly format: (value: number) => string;
}

/**
 * Draws the cells of a row behind its heading. There are thousands in a table: made as elements at once they
 * take a tenth of the time that components take.
 * @param before What the row shows already. Cells of the same columns stay, and so does the focus in them.
 */
export function drawRow(element: HTMLTableRowElement, drawn: DrawnRow, before: DrawnRow | null): void {
  const { row, columns, shown, words, format } = drawn;
  if (before?.shown !== shown) {
    while (element.cells.length > 1) element.deleteCell(-1);
    element.append(emptyCells(shown.length));
  }
  const { cells } = element;
  for (const [place, index] of shown.entries()) {
    const cell = cells[place + 1]!;
    const said = row.cells[index]!;
    if (said.strength !== null) {
      cell.className = `matrix-cell is-${said.strength}`;
      cell.setAttribute('aria-label', words.cell(row, columns[index]!, said));
      cell.textContent = format(said.count);
    } else if (cell.hasAttributes()) {
      cell.removeAttribute('class');
      cell.removeAttribute('aria-label');
      cell.textContent = '';
    }
  }
}

const emptyRow = document.createDocumentFragment();

/** Copied at once, which is quicker than making them one by one. */
function emptyCells(count: number): Node {
  if (emptyRow.childElementCount !== count)
    emptyRow.replaceChildren(...Array.from({ length: count }, () => document.createElement('td')));
  return emptyRow.cloneNode(true);
}
