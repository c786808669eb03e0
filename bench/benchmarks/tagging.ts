import type { Page } from '@playwright/test';
import { assureBuilt } from '../measure/built-application.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { openWindow, serve, whenEditable } from '../browser/strategy-window.ts';
import { putCaret } from '../browser/type-text.ts';
import { firstParagraph, writeLargeStrategy } from '../large-strategy.ts';
import { information, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { progress } from '../measure/progress.ts';
import { median, percentile } from '../measure/statistics.ts';
import { LARGE } from '../sizes.ts';

const TAGS = 30;
/** The principle that is tagged; its row is in view. */
const PRINCIPLE = '2';
const MOST_FRAMES = 1;

interface Shown {
  /** The frame, counted from the keydown, in which the panel shows the new count. */
  readonly frames: number;
  /** From the keydown until the panel had changed, in milliseconds. */
  readonly time: number;
}

declare global {
  interface Window {
    shownAfterEnter?: Promise<Shown>;
  }
}

/** How long it takes from Enter in the picker until the panel counts the tag. */
export const tagging: Benchmark = {
  name: 'tagging',
  about: 'frames from Enter in the picker to the panel in 100,000 words',
  async run(workplace) {
    await assureBuilt();
    const browser = await launchChromium(workplace);
    const file = workplace.path('large.strategy');
    const section = writeLargeStrategy(file, LARGE).sections[LARGE.large.index]!;
    const served = await serve(workplace, file, workplace.createHome());
    const page = await openWindow(browser, served, section.id);
    await whenEditable(page, firstParagraph(section));
    await page.locator('.coverage-counts').waitFor();
    const shown: Shown[] = [];
    for (let index = 0; index < TAGS; index++) {
      shown.push(await tag(page, index));
      if (index % 10 === 9) progress(`  ${index + 1} tags`);
    }
    const frames = shown.map((each) => each.frames);
    const times = shown.map(({ time }) => time);
    return [
      valueWithin(
        'tagging: shown in the panel',
        `median of ${TAGS} tags, p95 ${percentile(frames, 0.95)}`,
        median(frames),
        MOST_FRAMES,
        'frames',
      ),
      information(
        'tagging: until the panel changed',
        `median ${median(times).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
      ),
    ];
  },
};

async function tag(page: Page, paragraph: number): Promise<Shown> {
  await putCaret(page, paragraph);
  await page.keyboard.press('Alt+Enter');
  await page.locator('.picker-list').waitFor();
  await page.keyboard.type(PRINCIPLE);
  await page.locator('.picker-item[data-focused]').first().waitFor();
  await page.evaluate(watchPanel, PRINCIPLE);
  await page.keyboard.press('Enter');
  const shown = await page.evaluate(() => window.shownAfterEnter);
  await page.locator('.picker-list').waitFor({ state: 'detached' });
  return shown!;
}

/**
 * Runs in the page: waits for Enter, then for the principle's row to say something else. A change
 * that is made after N frames have begun is painted with frame N + 1.
 */
function watchPanel(principle: string): void {
  const row = [...document.querySelectorAll('.principle-trigger')].find(
    (candidate) => candidate.querySelector('.principle-number')?.textContent === principle,
  )!;
  const before = row.textContent;
  window.shownAfterEnter = new Promise((resolve) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      removeEventListener('keydown', onKeyDown, { capture: true });
      let begun = 0;
      const count = (): void => {
        begun++;
        request = requestAnimationFrame(count);
      };
      let request = requestAnimationFrame(count);
      const observer = new MutationObserver(() => {
        if (row.textContent === before) return;
        observer.disconnect();
        cancelAnimationFrame(request);
        resolve({ frames: begun + 1, time: performance.now() - event.timeStamp });
      });
      observer.observe(row, { subtree: true, childList: true, characterData: true });
    };
    addEventListener('keydown', onKeyDown, { capture: true });
  });
}
