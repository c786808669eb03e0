import { expect, test } from 'vitest';
import { AttemptLimits } from './attempt-limits.ts';

test('attempts are counted for each source, and forgotten when the window is over', () => {
  let now = 0;
  const limits = new AttemptLimits({ most: 2, window: 1000, clock: () => now });
  expect(limits.wait('a')).toBe(0);
  expect([limits.count('a'), limits.count('a')]).toEqual([true, true]);
  expect(limits.wait('a')).toBe(1000);
  now = 400;
  expect([limits.count('a'), limits.count('b')]).toEqual([false, true]);
  expect(limits.wait('a')).toBe(600);
  expect(limits.wait('b')).toBe(0);
  now = 1000;
  expect(limits.wait('a')).toBe(0);
  expect(limits.count('a')).toBe(true);
});

test('however many sources there are, only so many are remembered, the latest ones', () => {
  const limits = new AttemptLimits({ most: 1, window: 1000, mostSources: 10, clock: () => 0 });
  limits.count('first');
  for (let index = 0; index < 9; index += 1) limits.count(`source ${index}`);
  limits.count('first');
  for (let index = 0; index < 5; index += 1) limits.count(`another ${index}`);
  expect(limits.size).toBe(10);
  expect(limits.wait('first')).toBe(1000);
  expect(limits.wait('source 0')).toBe(0);
});
