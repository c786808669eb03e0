import type { EditorView } from '@tiptap/pm/view';

/** Blocks of the top level, by their index: from `first` up to and including `last`. */
export interface BlockRange {
  readonly first: number;
  readonly last: number;
}

/** What is taken for in view until the text has been laid out. */
export const FIRST_BLOCKS: BlockRange = { first: 0, last: 39 };

/**
 * The blocks that the window shows, and those that lie so many heights of the window above and below.
 * Asks for the places of a few blocks only, however long the text is.
 */
export function blocksInView(view: EditorView, heights: number): BlockRange {
  const positions: number[] = [];
  view.state.doc.forEach((_node, offset) => positions.push(offset));
  const reach = heights * window.innerHeight;
  /** Index of the first block whose end lies below `y`. */
  const firstBelow = (y: number): number => {
    let [low, high] = [0, positions.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bottomOf(view, positions[middle]!) > y) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low);
  };
  return { first: firstBelow(-reach), last: firstBelow(window.innerHeight + reach) };
}

export function includes(outer: BlockRange, inner: BlockRange): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

function bottomOf(view: EditorView, position: number): number {
  const dom = view.nodeDOM(position);
  return dom instanceof Element ? dom.getBoundingClientRect().bottom : 0;
}

/** Calls back whenever blocks may have come into view. @returns Ends it. */
export function onViewChange(view: EditorView, callback: () => void): () => void {
  const observer = new ResizeObserver(callback);
  observer.observe(view.dom);
  document.addEventListener('scroll', callback, { capture: true, passive: true });
  window.addEventListener('resize', callback);
  return () => {
    observer.disconnect();
    document.removeEventListener('scroll', callback, { capture: true });
    window.removeEventListener('resize', callback);
  };
}
