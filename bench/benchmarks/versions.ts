import { strategyClient } from '../../shared/contract/client.ts';
import { assureBuilt } from '../measure/built-application.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { openWindow, serve, whenEditable } from '../browser/strategy-window.ts';
import { firstParagraph, writeLargeStrategy } from '../large-strategy.ts';
import { information, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { median } from '../measure/statistics.ts';
import { LARGE } from '../sizes.ts';

const ROUNDS = 7;
const MOST_MILLISECONDS = 1000;

/** From the click on a version to its text on the screen. */
export const versions: Benchmark = {
  name: 'versions',
  about: 'opening a version of 100,000 words',
  async run(workplace) {
    await assureBuilt();
    const browser = await launchChromium(workplace);
    const file = workplace.path('large.strategy');
    const { sections } = writeLargeStrategy(file, LARGE);
    const served = await serve(workplace, file, workplace.createHome());
    const client = strategyClient(served, served.strategy);
    const began = performance.now();
    await client.keepVersion({ cause: 'person', name: 'Bench', note: '' });
    const keeping = performance.now() - began;
    const page = await openWindow(browser, served);
    await whenEditable(page, firstParagraph(sections[0]!));
    await page.getByRole('tab').last().click();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await page.locator('.history-open').first().waitFor();
      times.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const start = performance.now();
              document.querySelector<HTMLElement>('.history-open')!.click();
              const look = (): void => {
                // The last section is drawn, and its frame is painted.
                if (document.querySelector('.strategy-pages > section:last-child .section-text p'))
                  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
                else requestAnimationFrame(look);
              };
              look();
            }),
        ),
      );
      await page.locator('.reading-bar .button.primary').click();
      await page.locator('.strategy-pages').waitFor({ state: 'detached' });
    }
    return [
      valueWithin(
        'versions: opening one',
        `click to last section painted, median of ${ROUNDS}, slowest ${Math.max(...times).toFixed(0)} ms`,
        median(times),
        MOST_MILLISECONDS,
        'ms',
      ),
      information('versions: keeping one', `${keeping.toFixed(0)} ms`),
    ];
  },
};
