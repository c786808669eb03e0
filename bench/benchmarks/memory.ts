import { setTimeout as delay } from 'node:timers/promises';
import { assureBuilt } from '../measure/built-application.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { openWindow, serve, stop, whenEditable } from '../browser/strategy-window.ts';
import { firstParagraph, writeLargeStrategy } from '../large-strategy.ts';
import { information, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { progress } from '../measure/progress.ts';
import { assertMemoryIsTold, residentMegabytes } from '../measure/resident-memory.ts';
import { LARGE } from '../sizes.ts';

/** How long nothing happens before memory is read, in milliseconds. */
const IDLE = 15_000;
const MOST_MEGABYTES = 250;

/** Resident memory of the serving process with every section of a large strategy open. */
export const memory: Benchmark = {
  name: 'memory',
  about: 'resident memory of serve, 100,000 words, all sections visited',
  async run(workplace) {
    assertMemoryIsTold();
    await assureBuilt();
    const browser = await launchChromium(workplace);
    const file = workplace.path('large.strategy');
    const { sections } = writeLargeStrategy(file, LARGE);
    const home = workplace.createHome();
    // Once before it counts, so that a file is opened that has been opened before.
    await stop(await serve(workplace, file, home));

    const served = await serve(workplace, file, home);
    const pid = served.child.pid!;
    const started = residentMegabytes(pid);
    const page = await openWindow(browser, served);
    await whenEditable(page, firstParagraph(sections[0]!));
    await page.locator('.outline-row').first().click();
    for (const [index, section] of sections.entries()) {
      // From row to row by key: only those in view are there to be clicked.
      if (index > 0) {
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
      }
      await whenEditable(page, firstParagraph(section));
      if (index % 20 === 19) progress(`  ${index + 1} sections visited`);
    }
    const visited = residentMegabytes(pid);
    await delay(IDLE);
    const idle = residentMegabytes(pid);
    return [
      valueWithin(
        'memory: serving process',
        `idle, all ${sections.length} sections visited`,
        idle,
        MOST_MEGABYTES,
        'MB',
      ),
      information(
        'memory: on the way',
        `after start ${started.toFixed(0)} MB, after the last visit ${visited.toFixed(0)} MB`,
      ),
    ];
  },
};
