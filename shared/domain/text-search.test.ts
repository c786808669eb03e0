import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches, foldText, queryWords, type TextQuery } from './text-search.ts';

function found(text: string, wanted: string, options: Partial<TextQuery> = {}): string[] {
  const query = { text: wanted, matchCase: false, wholeWords: false, ...options };
  return findMatches(text, query).map(({ from, to }) => text.slice(from, to));
}

test('case and accents do not matter unless they are asked for', () => {
  expect(found('Élection, election, ELECTION', 'election')).toEqual(['Élection', 'election', 'ELECTION']);
  expect(found('Élection, election', 'election', { matchCase: true })).toEqual(['election']);
  expect(found('Coope\u0301ration', 'coopération')).toEqual(['Coope\u0301ration']);
  expect(found('ＡＢＣ and ﬁnance', 'finance')).toEqual(['ﬁnance']);
  expect(found('ﬁnance', 'inance')).toEqual([]);
});

test('quotation marks, dashes and ß are found as they are typed', () => {
  expect(found('the Reader’s guide', "reader's")).toEqual(['Reader’s']);
  for (const sign of '‘’‚‛ʼ′') expect(foldText(sign)).toBe("'");
  for (const sign of '“”„‟″«»') expect(foldText(sign)).toBe('"');
  for (const sign of '‐‑‒–—−') expect(foldText(sign)).toBe('-');
  expect(found('a “safe” place', '"safe"')).toEqual(['“safe”']);
  expect(found('2027–2031', '2027-2031')).toEqual(['2027–2031']);
  expect(found('Lange Straße, STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
  expect(found('Straße', 'straße')).toEqual(['Straße']);
});

test('vowel signs of Arabic and Hebrew may be left out, and the lengthening of a line too', () => {
  expect(found('مُكَافَحَةُ الإرهاب', 'مكافحة')).toEqual(['مُكَافَحَةُ']);
  expect(found('الإرهـــاب', 'الارهاب')).toEqual(['الإرهـــاب']);
  expect(found('שָׁלוֹם', 'שלום')).toEqual(['שָׁלוֹם']);
});

test('vowels of Indic scripts are letters', () => {
  expect(found('कि का', 'का')).toEqual(['का']);
});

test('whole words end where letters do, and anywhere in a script without spaces', () => {
  expect(found('court, courts and COURT', 'court', { wholeWords: true })).toEqual(['court', 'COURT']);
  expect(found('国家反恐战略', '反恐', { wholeWords: true })).toEqual(['反恐']);
  expect(found('（a）', 'a', { wholeWords: true })).toEqual(['a']);
});

test('nothing is found by nothing, and matches do not overlap', () => {
  expect(found('abc', '')).toEqual([]);
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
});

test('every part of a text is found in it, and what is found folds to what was asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const units = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map((s) => s.segment);
      const from = a % units.length;
      const part = units.slice(from, from + 1 + (b % (units.length - from))).join('');
      const matches = found(text, part);
      if (foldText(part) !== '' && foldText(text) === text) expect(matches.length).toBeGreaterThan(0);
      for (const match of matches) expect(foldText(match)).toBe(foldText(part));
    }),
    { numRuns: 500 },
  );
});

test('the words of a query are those between its spaces and signs', () => {
  expect(queryWords('Victims’ rights, victims: L’État')).toEqual(['victims', 'rights', 'l', 'etat']);
});
