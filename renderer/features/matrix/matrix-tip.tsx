import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';
import { cellAt, placeOf } from './matrix-cells.ts';
import type { MatrixPlace } from './matrix-place.ts';
import type { MatrixTableProps } from './matrix-table.tsx';
import type { MatrixWords } from './use-matrix-words.ts';

/** How long the pointer rests before something is said, and how long that stays behind it, in milliseconds. */
const DELAY = 350;
const LINGER = 120;
/** How long the focus rests, so that nothing is said on the way, and not before the table itself is seen. */
const REST = 60;

export interface MatrixTipProps extends MatrixTableProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly words: MatrixWords;
}

/** Says in whole words what one points at or has the focus on: one tip for all cells. */
export function MatrixTip({ table, words, framework, columns, rows, shown }: MatrixTipProps): React.ReactNode {
  const [place, setPlace] = useState<MatrixPlace | null>(null);
  const anchor = useRef<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isOpen = useRef(false);
  const isWaiting = useRef(false);
  const show = useCallback(
    (next: MatrixPlace | null, delay: number): void => {
      clearTimeout(timer.current);
      isWaiting.current = next !== null;
      timer.current = setTimeout(() => {
        isWaiting.current = false;
        anchor.current = next && table.current ? (cellAt(table.current, next) ?? null) : null;
        isOpen.current = next !== null;
        setPlace(next);
      }, delay);
    },
    [table],
  );

  useEffect(() => {
    const element = table.current;
    if (!element) return;
    const onOver = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return;
      const next = placeOf(element, event.target);
      show(next, next === null ? LINGER : isOpen.current ? 30 : DELAY);
    };
    const onLeave = (): void => show(null, LINGER);
    const onFocus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible'))
        show(placeOf(element, event.target), REST);
    };
    const hideOutside = (): void => {
      // What is about to be said of another place is what has scrolled the view.
      if (isWaiting.current) return;
      const [anchored, box] = [anchor.current?.getBoundingClientRect(), scroller?.getBoundingClientRect()];
      if (anchored && box && (anchored.bottom < box.top || anchored.top > box.bottom)) hide();
    };
    const hide = (): void => show(null, 0);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    const scroller = element.closest('main');
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', hide);
    addEventListener('keydown', onKey);
    scroller?.addEventListener('wheel', hide, { passive: true });
    scroller?.addEventListener('scroll', hideOutside, { passive: true });
    return () => {
      clearTimeout(timer.current);
      isOpen.current = false;
      isWaiting.current = false;
      setPlace(null);
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', hide);
      removeEventListener('keydown', onKey);
      scroller?.removeEventListener('wheel', hide);
      scroller?.removeEventListener('scroll', hideOutside);
    };
  }, [table, show]);

  // It stays while the pointer is on it.
  const state = useMemo(
    () => ({
      isOpen: true,
      shouldSkipAnimation: true,
      open: () => clearTimeout(timer.current),
      close: () => show(null, LINGER),
    }),
    [show],
  );

  if (!place || anchor.current?.isConnected !== true) return null;
  // A title that can be read whole is not said twice.
  if (place.column === -1 && !isCut(anchor.current.querySelector('bdi'))) return null;
  const row = rows[place.row];
  const column = columns[shown[place.column] ?? -1];
  const cell = row && place.column !== -1 ? row.cells[shown[place.column] ?? -1] : undefined;
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip
        key={`${place.row} ${place.column}`}
        triggerRef={anchor}
        className={row && column ? 'tooltip matrix-tip is-over-cells' : 'tooltip matrix-tip'}
        placement={column ? 'top' : 'top start'}
        offset={4}
      >
        {column && (
          <p>
            <strong>{column.number}</strong> <bdi>{column.title}</bdi>
          </p>
        )}
        {column && !row && (
          <p className="matrix-tip-more">
            <bdi>{framework.groups.find(({ id }) => id === column.group)?.title}</bdi> · {words.state(column)}
          </p>
        )}
        {row && (
          <p className={column ? 'matrix-tip-more' : ''}>
            <strong>{row.number}</strong> <bdi>{row.title}</bdi>
            {cell && <>: {words.said(cell)}</>}
          </p>
        )}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}

function isCut(element: Element | null): boolean {
  return element !== null && element.scrollHeight > element.clientHeight;
}
