import { expect, test } from 'vitest';
import { cssString } from './css-string.ts';

test('keeps letters, figures and blanks as they are, in every script', () => {
  expect(cssString('Version 3 نسخة 机密')).toBe('"Version 3 نسخة 机密"');
});

test('leaves no sign that could end the string or the style sheet', () => {
  expect(cssString('a"b\\c\n</style>')).toBe('"a\\22 b\\5c c\\a \\3c \\2f style\\3e "');
});
