import type { Rectangle } from 'electron';

/** How much of a window's upper edge has to be in view to be taken hold of, in the system's pixels. */
const HANDLE = { width: 120, height: 40 };

/**
 * Where a window goes that was last at `bounds`: there, no larger than the display that shows most of it.
 * @param areas What each display has to give, without bars and docks.
 * @returns Null when no display shows enough of it any more.
 */
export function fitToDisplays(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle | null {
  const area = areas.toSorted((a, b) => sharedArea(bounds, b) - sharedArea(bounds, a))[0];
  if (!area) return null;
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  const upperEdge = { x: bounds.x, y: bounds.y, width, height: Math.min(HANDLE.height, height) };
  const inView = overlap(upperEdge, area);
  if (inView.width < Math.min(HANDLE.width, width) || inView.height < upperEdge.height) return null;
  return { x: bounds.x, y: bounds.y, width, height };
}

function sharedArea(a: Rectangle, b: Rectangle): number {
  const { width, height } = overlap(a, b);
  return width * height;
}

function overlap(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  };
}
