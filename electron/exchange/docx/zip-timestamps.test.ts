import { expect, it } from 'vitest';
import { fixTimestamps } from './zip-timestamps.ts';

it('refuses what is no archive', () => {
  expect(() => fixTimestamps(new Uint8Array(10))).toThrow('does not end with its directory');
  expect(() => fixTimestamps(new Uint8Array(100))).toThrow('does not end with its directory');
});
