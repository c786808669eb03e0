import { expect, test } from 'vitest';
import { pseudoLocalise } from './pseudo-locale.ts';

test('a sentence is accented, longer and in brackets', () => {
  expect(pseudoLocalise({ save: 'Save' })).toEqual({ save: '[Šáṽé~~]' });
});

test('what stands in for a value is left alone', () => {
  expect(pseudoLocalise({ opened: 'Opened {{when, datetime(dateStyle: medium)}}' })['opened']).toContain(
    '{{when, datetime(dateStyle: medium)}}',
  );
});

test('every plural of the language has its sentence', () => {
  const { words } = pseudoLocalise({ words: { count_one: 'word', count_other: 'words' } });
  expect(Object.keys(words as object).sort()).toEqual([
    'count_few',
    'count_many',
    'count_one',
    'count_other',
    'count_two',
    'count_zero',
  ]);
});
