import type { Browser } from '@playwright/test';
import { assureBuilt } from '../measure/built-application.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { timeOpening } from '../browser/time-opening.ts';
import { firstParagraph, writeLargeStrategy, type LargeStrategyOptions } from '../large-strategy.ts';
import { ratioWithin, type Benchmark } from '../measure/benchmark.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/statistics.ts';
import type { Workplace } from '../measure/workplace.ts';
import { EVEN, SMALL } from '../sizes.ts';

const ROUNDS = 9;
const MOST_TIMES = 1.5;

/** From the start of the process to a first section that can be written in. */
export const open: Benchmark = {
  name: 'open',
  about: 'from the start of serve to the first section, 100,000 words against 1,000',
  async run(workplace) {
    await assureBuilt();
    const browser = await launchChromium(workplace);
    const large = prepare(workplace, browser, 'large.strategy', EVEN);
    const small = prepare(workplace, browser, 'small.strategy', SMALL);
    // Once each before it counts: a new file has no projection yet, and the disk has not been read.
    await large();
    await small();
    const times = await interleave(ROUNDS, { small, large });
    const [few, many] = [median(times.small), median(times.large)];
    return [
      ratioWithin(
        'open: first section',
        `100,000 words ${seconds(many)}, 1,000 words ${seconds(few)}`,
        many / few,
        MOST_TIMES,
      ),
    ];
  },
};

function prepare(
  workplace: Workplace,
  browser: Browser,
  name: string,
  options: LargeStrategyOptions,
): () => Promise<number> {
  const file = workplace.path(name);
  const { sections } = writeLargeStrategy(file, options);
  return timeOpening(workplace, browser, file, firstParagraph(sections[0]!));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
