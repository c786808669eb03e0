import { expect, test } from 'vitest';
import { CommentLimit, FlowLimit } from './flow-limit.ts';

test('lets a machine catch up, stops a flood, and forgives with time', () => {
  let now = 0;
  const limit = new FlowLimit(() => now);
  for (let message = 0; message < 20_000; message++) expect(limit.count(1000)).toBe(true);
  expect(limit.count(1000)).toBe(false);
  now += 1000;
  expect(limit.count(1000)).toBe(true);
});

test('counts bytes as well', () => {
  let now = 0;
  const limit = new FlowLimit(() => now);
  for (let message = 0; message < 32; message++) expect(limit.count(8 * 1024 * 1024)).toBe(true);
  expect(limit.count(8 * 1024 * 1024)).toBe(false);
  now += 10_000;
  expect(limit.count(8 * 1024 * 1024)).toBe(true);
});

test('counts comments apart, and forgives them with time', () => {
  let now = 0;
  const limit = new CommentLimit(() => now);
  for (let comment = 0; comment < 1000; comment++) expect(limit.count()).toBe(true);
  expect(limit.count()).toBe(false);
  now += 1000;
  expect(limit.count()).toBe(true);
});
