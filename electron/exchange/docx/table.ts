import { Paragraph, Table, TableCell, TableRow, VerticalMergeType, WidthType } from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { Block, Place, blocks } from './blocks.ts';
import { columnWidths } from './column-widths.ts';
import type { Conversion } from './conversion.ts';
import { lineOf } from './node-walk.ts';
import { type GridCell, tableGrid } from './table-grid.ts';
import { CELL_PADDING, HEADER_SHADING, tableLook } from './table-look.ts';

/** Characters in a cell up to which its row is kept on one page. */
const SHORT_CELL = 600;

/** Least width of a table, however deeply it is nested. */
const NARROWEST_TABLE = 600;

/**
 * A table and the small gap below it. The gap is a paragraph: word processors join tables that
 * follow each other, and want one at the end of a cell.
 */
export function tableBlocks(node: NodeJson, place: Place, conversion: Conversion, write: typeof blocks): Block[] {
  const grid = tableGrid(node);
  if (!grid) {
    conversion.warnings.count('empty-table');
    return [];
  }
  if (grid.overflow > 0) conversion.warnings.count('table-too-wide');
  const widths = columnWidths(grid, Math.max(NARROWEST_TABLE, place.width - place.indent));
  const rows = grid.rows.map((cells, index) => {
    const isHeader = index < grid.headerRows;
    const isShort = cells.every((cell) => cell.node === null || isShortCell(cell.node));
    return new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      ...(isShort || isHeader ? { cantSplit: true } : {}),
      children: cells.map((cell) => tableCell(cell, widths, conversion, write)),
    });
  });
  const table = new Table({
    ...tableLook(widths, conversion.direction === 'rtl'),
    ...(place.indent > 0 ? { indent: { size: place.indent, type: WidthType.DXA } } : {}),
    rows,
  });
  return [table, new Paragraph({ style: 'TableSpacer' })];
}

function tableCell(cell: GridCell, widths: readonly number[], conversion: Conversion, write: typeof blocks): TableCell {
  const { node, column, columnSpan, merge } = cell;
  const width = widths.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0);
  const isHeader = node?.type === 'tableHeader';
  const style = isHeader ? 'TableHeader' : 'TableText';
  const inside: Place = { style, indent: 0, width: width - 2 * CELL_PADDING, depth: 0 };
  const children = write(node?.content ?? [], inside, conversion);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(merge === 'none'
      ? {}
      : { verticalMerge: merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    ...(isHeader ? { shading: HEADER_SHADING } : {}),
    children: children.length > 0 ? children : [new Paragraph({ style })],
  });
}

function isShortCell(node: NodeJson): boolean {
  return lineOf(node).length <= SHORT_CELL;
}
