import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

/** What is written into a trace that is of interest here. Times are microseconds. */
const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().default(0),
  args: z
    .object({ data: z.object({ type: z.string().optional() }).optional() })
    .optional()
    .catch(undefined),
});
type TraceEvent = z.infer<typeof eventSchema>;

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
/** Ends a frame's work on the main thread: style, layout, paint and what is handed to the compositor. */
const FRAME_END = 'Commit';
const TASK = 'RunTask';

/** What a key cost, in milliseconds. */
export interface KeyFrame {
  /** Work of the main thread from the keydown to the end of the frame that shows the letter. */
  readonly work: number;
  /** From the keydown to the end of that frame, with waiting for the frame to begin. */
  readonly elapsed: number;
  /** All work of the main thread until the next key, also that which waits until the letter shows. */
  readonly all: number;
}

/** Records what the keys typed meanwhile cost the page's main thread. */
export async function recordKeyFrames(browser: Browser, page: Page, typing: () => Promise<void>): Promise<KeyFrame[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await typing();
  const trace = await browser.stopTracing();
  return readKeyFrames(trace.toString('utf8'));
}

/** @param trace A Chromium trace as JSON. */
export function readKeyFrames(trace: string): KeyFrame[] {
  const parsed = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace));
  const events = parsed.traceEvents
    .flatMap((event) => eventSchema.safeParse(event).data ?? [])
    .filter(({ ph }) => ph === 'X')
    .sort((a, b) => a.ts - b.ts);
  const keydowns = events.filter((event) => isDispatch(event, 'keydown'));
  const main = keydowns[0];
  if (!main) throw new Error('The trace holds no keydown.');
  const onMain = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const inputs = onMain.filter((event) => isDispatch(event, 'input'));
  const frameEnds = onMain.filter(({ name }) => name === FRAME_END);
  const tasks = onMain.filter(({ name }) => name === TASK);
  if (tasks.length === 0) throw new Error('The trace holds no tasks.');
  return keydowns.flatMap((keydown, index) => {
    // The frame is the first one that ends after the letter has arrived in the text.
    const until = keydowns[index + 1]?.ts ?? Infinity;
    const input = inputs.find(({ ts }) => ts >= keydown.ts && ts < until);
    const end = input && frameEnds.find(({ ts }) => ts >= input.ts);
    if (!end) return [];
    const [from, to] = [keydown.ts, end.ts + end.dur];
    return [
      { work: overlap(tasks, from, to) / 1000, elapsed: (to - from) / 1000, all: overlap(tasks, from, until) / 1000 },
    ];
  });
}

function isDispatch({ name, args }: TraceEvent, type: string): boolean {
  return name === 'EventDispatch' && args?.data?.type === type;
}

/** How long tasks run between two times. Tasks that lie within others count once. */
function overlap(tasks: readonly TraceEvent[], from: number, to: number): number {
  let sum = 0;
  let reached = from;
  for (const { ts, dur } of tasks) {
    if (ts >= to) break;
    const [start, end] = [Math.max(ts, reached), Math.min(ts + dur, to)];
    if (end <= start) continue;
    sum += end - start;
    reached = end;
  }
  return sum;
}
