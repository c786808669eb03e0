/** A place in the matrix, by where it stands in the table. */
export interface MatrixPlace {
  /** Of the rows of sections; -1 is the row of principles above them. */
  readonly row: number;
  /** Of the columns of principles; -1 is the column of sections before them. */
  readonly column: number;
}

/** How far the table reaches, and how many of its rows fit into the window. */
export interface MatrixSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** Where a key leads from a place: within the table, to no corner without meaning; null where it does nothing. */
export function placeAfterKey(
  { row, column }: MatrixPlace,
  { key, isCommand, isRtl }: { readonly key: string; readonly isCommand: boolean; readonly isRtl: boolean },
  { rows, columns, page }: MatrixSize,
): MatrixPlace | null {
  const forward = isRtl ? -1 : 1;
  const steps: Readonly<Record<string, MatrixPlace>> = {
    ArrowRight: { row, column: column + forward },
    ArrowLeft: { row, column: column - forward },
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    PageDown: { row: row + page, column },
    PageUp: { row: Math.max(0, row - page), column },
    Home: { row: isCommand ? 0 : row, column: -1 },
    End: { row: isCommand ? rows - 1 : row, column: columns - 1 },
  };
  const next = steps[key];
  if (!next) return null;
  const least = next.row < 0 ? 0 : -1;
  const place = {
    row: Math.min(rows - 1, Math.max(-1, next.row)),
    column: Math.min(columns - 1, Math.max(least, next.column)),
  };
  // The corner heads the sections and is no place to be.
  return next.column < least && next.row < 0 && row >= 0 ? { row, column } : place;
}
