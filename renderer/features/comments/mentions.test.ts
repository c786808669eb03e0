import { expect, test } from 'vitest';
import { nameBegun, partsOf } from './mentions.ts';

const NAMES = ['Legal adviser', 'Legal', 'Ministry of Finance'];

test('a name behind an @ is a mention, the longest that fits, and nothing else is', () => {
  expect(partsOf('Ask @Legal adviser, or mail@Legal, and @Legals', NAMES)).toEqual([
    { at: 0, text: 'Ask ', isName: false },
    { at: 4, text: '@Legal adviser', isName: true },
    { at: 18, text: ', or mail@Legal, and @Legals', isName: false },
  ]);
  expect(partsOf('@Legal', NAMES)).toEqual([{ at: 0, text: '@Legal', isName: true }]);
  expect(partsOf('', NAMES)).toEqual([]);
});

test('a name is begun behind an @ that stands by itself', () => {
  expect(nameBegun('Ask @Min', 8)).toEqual({ at: 5, text: 'Min' });
  expect(nameBegun('Ask @', 5)).toEqual({ at: 5, text: '' });
  expect(nameBegun('a@b', 3)).toBeNull();
  expect(nameBegun('@one\ntwo', 8)).toBeNull();
  expect(nameBegun('none', 4)).toBeNull();
});
