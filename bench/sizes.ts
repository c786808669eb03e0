import type { LargeStrategyOptions } from './large-strategy.ts';

/** The large strategy that is written in: one long section with many tags, among 79 others. */
export const LARGE = {
  words: 100_000,
  sections: 80,
  tagged: 1500,
  large: { index: 40, words: 6000, tagged: 300 },
} as const satisfies LargeStrategyOptions;

/** The same amount, all sections alike. */
export const EVEN: LargeStrategyOptions = { words: 100_000, sections: 80, tagged: 1500 };

/** A strategy just begun. */
export const SMALL: LargeStrategyOptions = { words: 1000, sections: 8, tagged: 15 };
