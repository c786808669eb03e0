import { expect, test } from 'vitest';
import { countWords } from './words.ts';

test.each([
  ['', 0],
  ['one', 1],
  ['  one  two\nthree ', 3],
  ['whole-of-society – it’s 2027', 3],
  ['« un » mot', 2],
  ['مكافحة الإرهاب', 2],
  ['中文，中文', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});
