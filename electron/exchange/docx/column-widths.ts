import { TWIPS_PER_PIXEL } from './page.ts';
import type { TableGrid } from './table-grid.ts';

const NARROWEST = 300;

/**
 * Widths of a table's columns in twips, at most `available` together. A column that somebody has
 * dragged keeps its width as long as there is room; the others share what remains.
 */
export function columnWidths(grid: TableGrid, available: number): readonly number[] {
  const dragged = draggedWidths(grid).map((width) => width && Math.min(width, available));
  const given = dragged.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const free = dragged.filter((width) => width === null).length;
  const share = free > 0 ? Math.max(NARROWEST, (available - given) / free) : 0;
  const wanted = dragged.map((width) => width ?? share);
  const total = wanted.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, available / total);
  return wanted.map((width) => Math.max(1, Math.floor(width * scale)));
}

function draggedWidths({ rows, columns }: TableGrid): (number | null)[] {
  const widths = Array.from({ length: columns }, (): number | null => null);
  for (const { node, column, columnSpan } of rows.flat()) {
    const pixels: unknown = node?.attrs?.['colwidth'];
    if (!Array.isArray(pixels)) continue;
    for (let index = 0; index < columnSpan; index++) {
      const width: unknown = pixels[index];
      if (typeof width === 'number' && width > 0 && width < 10_000) widths[column + index] ??= width * TWIPS_PER_PIXEL;
    }
  }
  return widths;
}
