import { startTransition, useEffect, useState } from 'react';

/** What the value was when the window was painted last: a new one is told once what was drawn with it is seen. */
export function useOncePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => afterPaint(() => setPainted(() => value)), [value]);
  return painted;
}

/**
 * Does something when the next frame is on the screen.
 * @returns What takes it back.
 */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Between the callbacks of a frame and the next task, the frame is painted.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => startTransition(run));
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
