import { expect, test } from 'vitest';
import { placeAfterKey, type MatrixPlace } from './matrix-place.ts';

const size = { rows: 5, columns: 4, page: 3 };
const go = (row: number, column: number, key: string, more: { isCommand?: boolean; isRtl?: boolean } = {}) => {
  const place = placeAfterKey({ row, column }, { key, isCommand: false, isRtl: false, ...more }, size);
  return place && at(place);
};
const at = ({ row, column }: MatrixPlace): string => `${row} ${column}`;

test('arrows go to the next cell, and stop at the edges', () => {
  expect(go(1, 1, 'ArrowRight')).toBe('1 2');
  expect(go(1, 1, 'ArrowLeft')).toBe('1 0');
  expect(go(1, 0, 'ArrowLeft')).toBe('1 -1');
  expect(go(1, -1, 'ArrowLeft')).toBe('1 -1');
  expect(go(1, 3, 'ArrowRight')).toBe('1 3');
  expect(go(4, 1, 'ArrowDown')).toBe('4 1');
  expect(go(0, 1, 'ArrowUp')).toBe('-1 1');
  expect(go(-1, 1, 'ArrowUp')).toBe('-1 1');
});

test('nobody comes into the corner', () => {
  expect(go(0, -1, 'ArrowUp')).toBe('0 -1');
  expect(go(-1, 0, 'ArrowLeft')).toBe('-1 0');
  expect(go(-1, 2, 'Home')).toBe('-1 0');
});

test('arrows go the way they point, also from right to left', () => {
  expect(go(1, 1, 'ArrowLeft', { isRtl: true })).toBe('1 2');
  expect(go(1, 1, 'ArrowRight', { isRtl: true })).toBe('1 0');
});

test('Home and End go to the ends of the row, with the command key to those of the table', () => {
  expect(go(2, 1, 'Home')).toBe('2 -1');
  expect(go(2, 1, 'End')).toBe('2 3');
  expect(go(2, 1, 'Home', { isCommand: true })).toBe('0 -1');
  expect(go(2, 1, 'End', { isCommand: true })).toBe('4 3');
});

test('pages go by as many rows as are seen', () => {
  expect(go(1, 1, 'PageDown')).toBe('4 1');
  expect(go(4, 1, 'PageDown')).toBe('4 1');
  expect(go(4, 1, 'PageUp')).toBe('1 1');
  expect(go(1, 1, 'PageUp')).toBe('0 1');
});

test('other keys are left alone', () => {
  expect(go(1, 1, 'x')).toBeNull();
  expect(go(1, 1, 'Enter')).toBeNull();
});
