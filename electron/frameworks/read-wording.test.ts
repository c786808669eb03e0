import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FailureError, type Failure } from '../../shared/contract/failure.ts';
import { csvRow } from '../../shared/domain/csv.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import { findWording, type Wording } from '../../shared/domain/wording.ts';
import { readFramework } from './read-framework.ts';
import { readWording } from './read-wording.ts';

function frameworkWith(numbers: readonly number[]): Framework {
  const principles = numbers.map((number) => ({ number, title: `Duty ${number}` }));
  const content = JSON.stringify({ id: 'duties', title: 'Duties', principles });
  return readFramework('duties.json', Buffer.from(content), new Set()).framework;
}

const THREE = frameworkWith([1, 2, 3]);

function read(name: string, content: string, framework = THREE): Wording {
  return readWording(name, Buffer.from(content), framework);
}

/** How a file is refused. */
function refusal(name: string, content: string): Failure {
  try {
    read(name, content);
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It was read.');
}

const TEXT = `Duties under the Harbour Act

1. Lights are kept lit.
They are seen from the sea.

Principle 2
Pilots are trained, as resolution
2001. and what followed it ask.
  3) Berths are let fairly:
(a) in turn
(b) in writing
`;

test('F8: a plain text is divided where its principles begin', () => {
  expect(read('duties.txt', TEXT)).toEqual({
    framework: 'duties',
    language: '',
    source: 'duties.txt',
    principles: [
      { number: 1, wording: 'Lights are kept lit.\nThey are seen from the sea.' },
      { number: 2, wording: 'Pilots are trained, as resolution\n2001. and what followed it ask.' },
      { number: 3, wording: 'Berths are let fairly:\n(a) in turn\n(b) in writing' },
    ],
  });
});

test.each(['Principe 2 : ', 'PRINCIPIO 2. ', 'Принцип 2 ', 'المبدأ ٢ ', '原则2：', '٢. '])(
  'F8: a principle begins with “%s”, too',
  (beginning) => {
    const wording = read('x.txt', `1. One\n${beginning}Two\n3. Three`);
    expect(findWording(wording, 2)).toBe('Two');
  },
);

test.each([
  ['1. One\n3. Three\n2. Two', 'wording-order', { line: 2, number: 3, expected: 2 }],
  ['1. One\n2. Two\n2. Two\n3. Three', 'wording-order', { line: 3, number: 2, expected: 3 }],
  ['2. Two\n3. Three', 'wording-order', { line: 1, number: 2, expected: 1 }],
  ['1. One\n2. Two\n3. Three\nand\n1. a list', 'wording-order', { line: 5, number: 1, expected: 3 }],
  ['1. One\n2. Two\nThree\n\n', 'wording-end', { line: 3, number: 3 }],
  ['', 'wording-end', { line: 1, number: 1 }],
  ['1. One\n\n2.\n\n3. Three', 'data-file-empty', { line: 3, field: '2' }],
  [`1. One\n2. Two\n3. ${'a'.repeat(20_001)}`, 'data-file-long', { line: 3, field: '3', most: 20_000 }],
] as const)('F7, F8: the text %j is refused: %s', (content, type, values) => {
  const failure = refusal('x.txt', content);
  expect(failure.type).toBe(type);
  expect(failure.values).toMatchObject(values);
});

test('F8: numbers as small as a paragraph’s are not mistaken when the framework begins elsewhere', () => {
  const wording = read('x.txt', '1. A preface\n7. Seven\n1. inside\n9. Nine', frameworkWith([7, 9]));
  expect(wording.principles).toEqual([
    { number: 7, wording: 'Seven\n1. inside' },
    { number: 9, wording: 'Nine' },
  ]);
});

test('F8: JSON says which framework it is for, and from where', () => {
  const content = (framework: string): string =>
    JSON.stringify(
      {
        framework,
        language: 'en',
        source: 'Gazette 7',
        principles: [{ number: 2, wording: 'Pilots\r\nare trained.' }],
      },
      null,
      1,
    );
  expect(read('x.json', content('duties'))).toEqual({
    framework: 'duties',
    language: 'en',
    source: 'Gazette 7',
    principles: [{ number: 2, wording: 'Pilots\nare trained.' }],
  });
  expect(refusal('x.json', content('others'))).toEqual({
    type: 'wording-framework',
    values: { file: 'x.json', line: 2, found: 'others', expected: 'duties' },
  });
});

test.each([
  ['x.csv', 'number,wording\n1,One\n4,Four\n', 'wording-unknown', { line: 3, number: 4, framework: 'Duties' }],
  ['x.csv', 'number,wording\n1,One\n1,Two\n', 'data-file-number-twice', { line: 3, number: 1, first: 2 }],
  ['x.csv', 'number,wording\n1,\n', 'data-file-missing', { line: 2, field: 'wording' }],
  ['x.csv', 'number\n1\n', 'data-file-column', { line: 1, field: 'wording' }],
  ['x.json', '{"framework": "duties",\n"principles": [\n{"number": 1}]}', 'data-file-missing', { line: 3 }],
  ['x.json', '{"framework": "duties",\n"principles": []}', 'data-file-none', { line: 2 }],
  ['x.json', '{"framework": "duties"\n"principles": []}', 'data-file-json', { line: 2 }],
  ['x.docx', 'PK', 'data-file-kind', {}],
] as const)('F7: %s with %j is refused: %s', (name, content, type, values) => {
  const failure = refusal(name, content);
  expect(failure.type).toBe(type);
  expect(failure.values).toMatchObject(values);
});

const sentences = fc
  .array(fc.stringMatching(/^[\p{L}(][\p{L}\p{N}",;=+@()|…]{0,12}$/u), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' '));

test('F8: any wording reads back the same, as a table and as a text; a number taken out is missed where it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 9 }), (numbers) => {
      const framework = frameworkWith(numbers);
      fc.assert(
        fc.property(fc.array(sentences, { minLength: numbers.length, maxLength: numbers.length }), (texts) => {
          const principles = numbers.map((number, index) => ({ number, wording: texts[index]! }));
          const table = csvRow(['number', 'wording']) + principles.map((each) => csvRow(Object.values(each))).join('');
          expect(read('x.csv', table, framework).principles).toEqual(principles);
          const lines = principles.map(({ number, wording }) => `${number}. ${wording}`);
          expect(read('x.txt', lines.join('\n'), framework).principles).toEqual(principles);
          const without = lines.toSpliced(-2, 1).join('\n');
          expect(() => read('x.txt', without, framework)).toThrow(
            expect.objectContaining({
              failure: {
                type: 'wording-order',
                values: { file: 'x.txt', line: numbers.length - 1, number: numbers.at(-1), expected: numbers.at(-2) },
              },
            }),
          );
        }),
        { numRuns: 5 },
      );
    }),
    { numRuns: 20 },
  );
});
