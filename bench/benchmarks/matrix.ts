import type { Page } from '@playwright/test';
import { assureBuilt } from '../measure/built-application.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { openWindow, serve, TEXT, whenEditable } from '../browser/strategy-window.ts';
import { firstParagraph, writeLargeStrategy } from '../large-strategy.ts';
import { information, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { progress } from '../measure/progress.ts';
import { median, percentile } from '../measure/statistics.ts';
import { LARGE } from '../sizes.ts';

const ROUNDS = 15;
const MOST_MILLISECONDS = 100;
const KEY = 'F8';

/** From the key, in milliseconds. */
interface Painted {
  /** What fits into the window is on the screen. */
  readonly seen: number;
  /** So are the rows below, where somebody scrolls to them. */
  readonly whole: number;
}

declare global {
  interface Window {
    matrixPainted?: Promise<Painted>;
  }
}

/** How long it takes from the key until the coverage matrix is painted, in place of a large section. */
export const matrix: Benchmark = {
  name: 'matrix',
  about: 'from the key to the painted matrix, 80 sections by 42 principles in 100,000 words',
  async run(workplace) {
    await assureBuilt();
    const browser = await launchChromium(workplace);
    const file = workplace.path('large.strategy');
    const section = writeLargeStrategy(file, LARGE).sections[LARGE.large.index]!;
    const served = await serve(workplace, file, workplace.createHome());
    const page = await openWindow(browser, served, section.id);
    await whenEditable(page, firstParagraph(section));
    // The first one of a session meets code that has not been compiled yet; it is told apart.
    const first = await openMatrix(page);
    const cells = await page.locator('.matrix-table tbody td').count();
    const painted: Painted[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await page.keyboard.press(KEY);
      await page.locator(TEXT).first().waitFor();
      painted.push(await openMatrix(page));
      progress(`  round ${round + 1} of ${ROUNDS}`);
    }
    const seen = painted.map((each) => each.seen);
    const whole = painted.map((each) => each.whole);
    return [
      valueWithin(
        'matrix: the part in view painted',
        `of ${cells} cells, median of ${ROUNDS}, p95 ${percentile(seen, 0.95).toFixed(0)} ms`,
        median(seen),
        MOST_MILLISECONDS,
        'ms',
      ),
      information(
        'matrix: with the rows below the window',
        `median ${median(whole).toFixed(0)} ms, p95 ${percentile(whole, 0.95).toFixed(0)} ms`,
      ),
      information(
        'matrix: the first time',
        `${first.seen.toFixed(0)} ms, with the rows below ${first.whole.toFixed(0)} ms`,
      ),
    ];
  },
};

async function openMatrix(page: Page): Promise<Painted> {
  await page.locator(TEXT).first().click();
  // Whatever the section still had to do is done.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
  await page.evaluate(watchPaint, { key: KEY, sections: LARGE.sections });
  await page.keyboard.press(KEY);
  const painted = await page.evaluate(() => window.matrixPainted);
  return painted!;
}

/** Runs in the page: waits for the key, then for the frames to be painted in which rows are there, and all rows. */
function watchPaint({ key, sections }: { readonly key: string; readonly sections: number }): void {
  const painted = async (start: number, isThere: (rows: number) => boolean): Promise<number> => {
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    do await frame();
    while (
      !isThere([...document.querySelectorAll('.matrix-table tbody tr')].filter((row) => row.checkVisibility()).length)
    );
    // A message posted in a frame's callback arrives when that frame has been laid out and painted.
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve);
      port1.start();
      port2.postMessage(null);
    });
    return performance.now() - start;
  };
  window.matrixPainted = new Promise((resolve) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== key) return;
      removeEventListener('keydown', onKeyDown, { capture: true });
      void Promise.all([
        painted(event.timeStamp, (rows) => rows > 0),
        painted(event.timeStamp, (rows) => rows === sections),
      ]).then(([seen, whole]) => resolve({ seen, whole }));
    };
    addEventListener('keydown', onKeyDown, { capture: true });
  });
}
