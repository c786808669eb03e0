import { expect, test } from 'vitest';
import { spelledWords } from './spelled-words.ts';

const words = (text: string, language = 'en'): string[] => spelledWords(text, language).map(({ word }) => word);

test('words stand where they are said to', () => {
  const text = 'The well-being of “Maravia’s” people';
  for (const { from, to, word } of spelledWords(text, 'en')) expect(text.slice(from, to)).toBe(word);
  expect(words(text)).toEqual(['The', 'well-being', 'of', 'Maravia’s', 'people']);
});

test('apostrophes and hyphens belong to a word, also one that does not break and one that is not seen', () => {
  expect(words('l’organisation, aujourd’hui: c’est-à-dire', 'fr')).toEqual([
    'l’organisation',
    'aujourd’hui',
    'c’est-à-dire',
  ]);
  expect(words('counter\u2011terrorism or\u00adgani\u00adsation')).toEqual(['counter-terrorism', 'organisation']);
  expect(words('the states’ — not states-', 'en')).toEqual(['the', 'states', 'not', 'states']);
});

test('letters and their marks are one letter, however they are written', () => {
  expect(words('cafe\u0301')).toEqual(['café']);
});

test('addresses, numbers, abbreviations and single letters are passed over', () => {
  expect(words('See https://un.org/teh?x=recieve, www.teh.org, a.teh@recieve.org or un.org')).toEqual(['See', 'or']);
  expect(words('In 2024 COVID-19 and UNSCR, NGOs, UN’s, 14th (b) file_name')).toEqual(['In', 'and']);
});

test('what is written in another script is not for the dictionary of the language', () => {
  expect(words('The word الإرهاب or стратегия')).toEqual(['The', 'word', 'or']);
  expect(words('كلمة terrorism بالعربية', 'ar')).toEqual(['كلمة', 'بالعربية']);
  expect(words('сербский', 'sr-Latn')).toEqual([]);
});
