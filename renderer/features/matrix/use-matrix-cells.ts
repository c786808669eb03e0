import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { hasCommandKey } from '../../ui/keys.ts';
import { revealPrinciple } from '../coverage/coverage-view.ts';
import { keepFocusIn, REGIONS } from '../workbench/regions.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { cellAt, placeOf, stopOf } from './matrix-cells.ts';
import { placeAfterKey, type MatrixPlace } from './matrix-place.ts';
import type { MatrixTableProps } from './matrix-table.tsx';
import type { MatrixWords } from './use-matrix-words.ts';

/** Where one was last, by section and principle; null for the headings of either. */
let last: { readonly section: string | null; readonly principle: number | null } | null = null;

interface CellHandlers {
  readonly onClick: (event: MouseEvent<HTMLTableElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
  readonly onFocus: (event: React.FocusEvent<HTMLTableElement>) => void;
}

/**
 * Lets one go about in the table by the arrow keys, with a single place in the order of Tab, and from
 * its cells into the draft. The place is kept in the elements themselves: moving draws nothing again.
 */
export function useMatrixCells(
  tableRef: RefObject<HTMLTableElement | null>,
  words: MatrixWords,
  { framework, columns, rows, shown }: MatrixTableProps,
): CellHandlers {
  const { store } = useWorkbench();
  const stop = useRef<HTMLElement | null>(null);

  const makeStop = (next: HTMLElement): void => {
    if (stop.current !== next && stop.current) stop.current.tabIndex = -1;
    next.tabIndex = 0;
    stop.current = next;
  };

  useLayoutEffect(() => {
    const table = tableRef.current;
    if (!table || stop.current?.isConnected === true) return;
    // What had the focus may have gone with its section.
    if (stop.current) keepFocusIn(REGIONS.matrix);
    const row = rows.findIndex(({ section }) => section === last?.section);
    const column = shown.findIndex((index) => columns[index]!.number === last?.principle);
    const cell =
      cellAt(table, { row: row === -1 && column === -1 ? 0 : row, column }) ?? cellAt(table, { row: 0, column: -1 });
    if (!cell) return;
    makeStop(stopOf(cell));
  }, [tableRef, columns, rows, shown]);

  const go = ({ row, column }: MatrixPlace): void => {
    const { goTo } = store.getState();
    const principle = column === -1 ? undefined : columns[shown[column]!];
    if (row === -1) {
      if (principle) revealPrinciple(store, framework.id, principle.number);
      return;
    }
    const { section, cells } = rows[row]!;
    const block = column === -1 ? null : cells[shown[column]!]!.block;
    if (column === -1 || block !== null) goTo(section, block);
  };

  return {
    onFocus: ({ currentTarget, target }) => {
      const place = placeOf(currentTarget, target);
      if (!place) return;
      makeStop(target);
      const row = rows[place.row];
      const column = columns[shown[place.column] ?? -1];
      last = { section: row?.section ?? null, principle: column?.number ?? null };
      // An empty cell has no name before one is there; there are too many of them.
      if (row && column) target.setAttribute('aria-label', words.cell(row, column, row.cells[shown[place.column]!]!));
    },
    onClick: (event) => {
      const place = placeOf(event.currentTarget, event.target);
      if (!place) return;
      event.preventDefault();
      const cell = cellAt(event.currentTarget, place)!;
      makeStop(stopOf(cell));
      stopOf(cell).focus();
      go(place);
    },
    onKeyDown: (event) => {
      const place = placeOf(event.currentTarget, event.target);
      if (!place || event.altKey) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        return go(place);
      }
      const next = placeAfterKey(
        place,
        { key: event.key, isCommand: hasCommandKey(event), isRtl: document.documentElement.dir === 'rtl' },
        { rows: rows.length, columns: shown.length, page: rowsInView(event.currentTarget) },
      );
      const cell = next && cellAt(event.currentTarget, next);
      if (!cell) return;
      event.preventDefault();
      makeStop(stopOf(cell));
      stopOf(cell).focus();
    },
  };
}

function rowsInView(table: HTMLTableElement): number {
  const scroller = table.closest('main');
  const row = table.tBodies[0]?.rows[0];
  return scroller && row ? Math.max(1, Math.floor(scroller.clientHeight / row.offsetHeight) - 3) : 1;
}
