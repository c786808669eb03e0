import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths } from './column-widths.ts';
import { MAX_COLUMNS, tableGrid } from './table-grid.ts';
import { cell, table } from './written-parts.test-support.ts';

const anySpan = fc.oneof(
  fc.integer({ min: -2, max: 80 }),
  fc.constantFrom(null, 'two', Number.NaN, Infinity, 1.5, 1e9),
);
const anyWidth = fc.oneof(
  fc.constant(null),
  fc.array(fc.oneof(fc.integer({ min: -5, max: 20_000 }), fc.constant(null)), { maxLength: 4 }),
);
const anyTable = fc
  .array(fc.array(fc.record({ colspan: anySpan, rowspan: anySpan, colwidth: anyWidth }), { maxLength: 8 }), {
    maxLength: 8,
  })
  .map((rows) => table(...rows.map((cells) => cells.map((attrs) => cell('x', attrs)))));

describe('a grid', () => {
  it('covers every row without gap or overlap, whatever the spans', () => {
    fc.assert(
      fc.property(anyTable, (node) => {
        const grid = tableGrid(node);
        if (!grid) return;
        expect(grid.columns).toBeLessThanOrEqual(MAX_COLUMNS);
        for (const row of grid.rows) {
          let column = 0;
          for (const each of row) {
            expect(each.column).toBe(column);
            column += each.columnSpan;
          }
          expect(column).toBe(grid.columns);
        }
      }),
    );
  });

  it('continues a merged cell only below one that it began in, over the same columns', () => {
    fc.assert(
      fc.property(anyTable, (node) => {
        const rows = tableGrid(node)?.rows ?? [];
        rows.forEach((row, index) => {
          for (const each of row.filter(({ merge }) => merge === 'continue')) {
            const above = rows[index - 1]?.find(({ column }) => column === each.column);
            expect(above).toMatchObject({ columnSpan: each.columnSpan });
            expect(above?.merge).not.toBe('none');
          }
        });
      }),
    );
  });

  it('loses no cell', () => {
    fc.assert(
      fc.property(anyTable, (node) => {
        const grid = tableGrid(node);
        const given = (node.content ?? []).flatMap(({ content }) => content ?? []).length;
        const placed = grid?.rows.flat().flatMap(({ node: each }) => each?.content ?? []) ?? [];
        expect(placed).toHaveLength(given);
      }),
    );
  });

  it('fits its columns into the width there is', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 600, max: 20_000 }), (node, available) => {
        const grid = tableGrid(node);
        if (!grid) return;
        const widths = columnWidths(grid, available);
        expect(widths).toHaveLength(grid.columns);
        expect(widths.every((width) => Number.isInteger(width) && width > 0)).toBe(true);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(available);
      }),
    );
  });
});
