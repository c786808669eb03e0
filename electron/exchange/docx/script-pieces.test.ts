import { expect, test } from 'vitest';
import fc from 'fast-check';
import { scriptPieces } from './script-pieces.ts';

const LETTERS = [
  'a',
  'ß',
  'Ж',
  'ب',
  'ַ',
  'א',
  '中',
  'か',
  'カ',
  '한',
  '、',
  '（',
  ' ',
  '.',
  '-',
  '1',
  '٣',
  '\u0301',
  '😀',
];

test('no letter is lost or moved, and no two pieces in a row are of one script', () => {
  const texts = fc.array(fc.constantFrom(...LETTERS)).map((letters) => letters.join(''));
  fc.assert(
    fc.property(texts, fc.boolean(), (text, isRtl) => {
      const pieces = scriptPieces(text, isRtl);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      pieces.slice(1).forEach(({ script }, index) => expect(script).not.toBe(pieces[index]!.script));
    }),
  );
});

test('a name in another script is a piece of its own, with the blanks and digits within it', () => {
  expect(scriptPieces('The وزارة الداخلية 2027 leads.', false)).toEqual([
    { text: 'The ', script: 'plain' },
    { text: 'وزارة الداخلية', script: 'rtl' },
    { text: ' 2027 leads.', script: 'plain' },
  ]);
  expect(scriptPieces('تقود NATO Unit هذا العمل 2027.', true)).toEqual([
    { text: 'تقود ', script: 'rtl' },
    { text: 'NATO Unit', script: 'plain' },
    { text: ' هذا العمل 2027.', script: 'rtl' },
  ]);
  expect(scriptPieces('国家反恐 2027 战略 (draft)', false)).toEqual([
    { text: '国家反恐 2027 战略', script: 'cjk' },
    { text: ' (draft)', script: 'plain' },
  ]);
});

test('a text without letters goes with its paragraph', () => {
  expect(scriptPieces('2027–2031', true)).toEqual([{ text: '2027–2031', script: 'rtl' }]);
  expect(scriptPieces('2027–2031', false)).toEqual([{ text: '2027–2031', script: 'plain' }]);
});
