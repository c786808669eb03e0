import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  type ElementDragPayload,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { isOutlineWritable } from '../../app/changes.ts';
import { placeSectionBeside } from './outline-commands.ts';

/** Where a section that is let go would come to stand. */
export type Side = 'before' | 'after';

export interface DraggedRow {
  readonly isDragged: boolean;
  /** Where in relation to this row the section stands that is let go now; null while none is over it. */
  readonly side: Side | null;
}

/**
 * Lets the row of a section be dragged to another place, and others be let go before or after it. For
 * pointers alone: by keys and in the menu a section goes up and down.
 * @param inside An element within the row.
 * @param section Its id.
 * @param isOff While something else is done with the row, such as writing in it.
 */
export function useDraggedRow(inside: RefObject<Element | null>, section: string, isOff: boolean): DraggedRow {
  const workbench = useWorkbench();
  const [isDragged, setIsDragged] = useState(false);
  const [side, setSide] = useState<Side | null>(null);
  useEffect(() => {
    const element = inside.current?.closest<HTMLElement>('[role="row"]');
    if (isOff || !element) return;
    return combine(
      draggable({
        element,
        canDrag: () => isOutlineWritable(workbench.store.getState()),
        getInitialData: () => ({ section }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
      dropTargetForElements({
        element,
        // Let go over itself, it stays where it is.
        canDrop: ({ source }) => sectionIn(source) !== null && sectionIn(source) !== section,
        onDrag: (event) => setSide(sideOf(event)),
        onDragLeave: () => setSide(null),
        onDrop: (event) => {
          setSide(null);
          placeSectionBeside(workbench, sectionIn(event.source)!, section, sideOf(event));
        },
      }),
    );
  }, [inside, section, isOff, workbench]);
  return { isDragged, side };
}

/**
 * Lets a section be let go above the first row and below the last one.
 * @param around What holds the rows and more.
 * @param list What holds the rows alone.
 * @returns At which end the section would come to stand; null while it is over a row or elsewhere.
 */
export function useDropAtEnds(around: RefObject<HTMLElement | null>, list: RefObject<Element | null>): Side | null {
  const workbench = useWorkbench();
  const [side, setSide] = useState<Side | null>(null);
  useEffect(() => {
    if (!around.current) return;
    const endAt = ({ location }: ElementDropTargetEventBasePayload): Side | null => {
      const { top, bottom } = list.current!.getBoundingClientRect();
      const { clientY } = location.current.input;
      if (clientY < top) return 'before';
      return clientY > bottom ? 'after' : null;
    };
    return dropTargetForElements({
      element: around.current,
      canDrop: ({ source }) => sectionIn(source) !== null,
      onDrag: (event) => setSide(endAt(event)),
      onDragLeave: () => setSide(null),
      onDrop: (event) => {
        setSide(null);
        const { sections = [] } = workbench.store.getState().outline ?? {};
        const end = endAt(event);
        const last = end === 'before' ? sections[0] : sections.at(-1);
        if (end && last) placeSectionBeside(workbench, sectionIn(event.source)!, last.id, end);
      },
    });
  }, [around, list, workbench]);
  return side;
}

function sectionIn({ data }: ElementDragPayload): string | null {
  return typeof data['section'] === 'string' ? data['section'] : null;
}

function sideOf({ location, self }: ElementDropTargetEventBasePayload): Side {
  const { top, height } = self.element.getBoundingClientRect();
  return location.current.input.clientY < top + height / 2 ? 'before' : 'after';
}
