import { expect, test } from 'vitest';
import { temporaryFolder } from '../strategy.test-support.ts';
import { runSchedule } from './schedules.test-support.ts';

const FIRST = Date.now() % 1_000_000;

/** Most of two machines, which say as much in a fraction of the time. */
const SCHEDULES = Array.from({ length: 10 }, (_, index) => ({ machines: index < 8 ? 2 : 5, seed: FIRST + index }));

test.each(SCHEDULES)(
  '$machines machines that lose each other and are killed have the same in the end (seed $seed)',
  async ({ machines, seed }) => {
    const report = await runSchedule({ folder: temporaryFolder(), machines, steps: 30, seed });
    expect(report).toMatchObject({ lost: 0, differing: [], unsound: [] });
    expect(report.acknowledged).toBeGreaterThan(3);
  },
  180_000,
);
