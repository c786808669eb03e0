import { useEffect, useRef, type RefObject } from 'react';

/** In frames; by then rows that have come back into sight have been measured. */
const PATIENCE = 10;

/**
 * Keeps how far an element is scrolled while it is out of sight. Rows that are drawn as they are needed have no
 * height there, nor in the first frame afterwards, so that the browser forgets it.
 */
export function useKeptScroll(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const kept = useRef(0);
  useEffect(() => {
    const scroller = element.current!;
    const wanted = kept.current;
    let frame = 0;
    const restore = (patience: number): void => {
      scroller.scrollTop = wanted;
      if (patience > 0 && scroller.scrollTop < wanted) frame = requestAnimationFrame(() => restore(patience - 1));
      else scroller.addEventListener('scroll', keep, { passive: true });
    };
    const keep = (): void => {
      if (scroller.checkVisibility()) kept.current = scroller.scrollTop;
    };
    restore(PATIENCE);
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', keep);
    };
  }, []);
  return element;
}
