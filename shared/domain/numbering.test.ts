import { expect, test } from 'vitest';
import { headingNumbers } from './numbering.ts';

const h = (level: number) => ({ kind: 'heading', level });
const p = { kind: 'paragraph', level: null };

test('headings count within their level, and paragraphs stand under the heading above them', () => {
  expect(headingNumbers([p, h(2), p, h(3), h(3), h(4), h(2), p])).toEqual([
    null,
    '1',
    '1',
    '1.1',
    '1.2',
    '1.2.1',
    '2',
    '2',
  ]);
});

test('a level that is skipped counts as 1', () => {
  expect(headingNumbers([h(4), h(2), h(4)])).toEqual(['1.1.1', '2', '2.1.1']);
});
