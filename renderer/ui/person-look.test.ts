import { expect, test } from 'vitest';
import { initialsOf, personLook } from './person-look.ts';

test('a name is shortened to the first letters of its first and last word, in any script', () => {
  expect(initialsOf('Ministry of Finance')).toBe('MF');
  expect(initialsOf('  finance ')).toBe('F');
  expect(initialsOf('وزارة المالية')).toBe('وا');
  expect(initialsOf('𝒜nalyst')).toBe('𝒜');
  expect(initialsOf('')).toBe('');
});

test('a device has one of the colours, always the same', () => {
  expect(personLook(2 ** 21 - 1)).toBe('is-person-7');
  expect(personLook(8)).toBe(personLook(16));
});
