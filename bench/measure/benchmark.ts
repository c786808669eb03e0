import type { Workplace } from './workplace.ts';

/** One line of the table. */
export interface Measurement {
  readonly name: string;
  /** What was measured, with units. */
  readonly measured: string;
  /** The ratio or value that the bar is about, with its unit. */
  readonly value: string;
  /** The bar in words; null when the line only informs. */
  readonly bar: string | null;
  /** Whether the bar is met; null when there is none. */
  readonly holds: boolean | null;
}

export interface Benchmark {
  readonly name: string;
  /** What it is about, in a few words. */
  readonly about: string;
  run(workplace: Workplace): Promise<readonly Measurement[]>;
}

/** Thrown when a benchmark cannot run here; the sentence says what is missing. */
export class Skipped extends Error {}

/** A line that holds a ratio of two medians to a bar. */
export function ratioWithin(name: string, measured: string, ratio: number, most: number): Measurement {
  return { name, measured, value: `${ratio.toFixed(2)} ×`, bar: `≤ ${most} ×`, holds: ratio <= most };
}

/** A line that holds a value to a bar. */
export function valueWithin(
  name: string,
  measured: string,
  value: number,
  most: number,
  unit: string,
  digits = 0,
): Measurement {
  return { name, measured, value: `${value.toFixed(digits)} ${unit}`, bar: `≤ ${most} ${unit}`, holds: value <= most };
}

/** A line without a bar. */
export function information(name: string, measured: string, value = ''): Measurement {
  return { name, measured, value, bar: null, holds: null };
}
