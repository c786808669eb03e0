import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FailureError, type Failure } from '../../shared/contract/failure.ts';
import type { FrameworkFromFile } from '../../shared/contract/frameworks.ts';
import { frameworkToCsv } from '../../shared/domain/framework-csv.ts';
import { TEMPLATE_IDS, type Framework } from '../../shared/domain/framework.ts';
import { readFrameworks } from '../resources.ts';
import { readFramework } from './read-framework.ts';

const SHIPPED = new Set(['shipped']);

function read(name: string, content: string | Uint8Array): FrameworkFromFile {
  return readFramework(name, typeof content === 'string' ? Buffer.from(content) : content, SHIPPED);
}

/** How a file is refused. */
function refusal(name: string, content: string | Uint8Array): Failure {
  try {
    read(name, content);
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It was read.');
}

const DUTIES = `{
  "id": "duties",
  "title": "Duties under the Harbour Act",
  "groups": [{ "id": "a", "title": "Harbours" }],
  "principles": [
    {
      "number": 1,
      "title": "Lighthouses",
      "group": "a"
    },
    {
      "number": 2,
      "title": "Pilots",
      "group": "a",
      "scope": ["national"]
    }
  ]
}
`;

test('F5: a file of one’s own needs little more than numbers and titles', () => {
  const { framework } = read(
    'duties.json',
    '{"id": "own", "title": "Own", "principles": [{"number": 7, "title": "T"}]}',
  );
  expect(framework).toEqual({
    id: 'own',
    title: 'Own',
    edition: '',
    binding: false,
    note: '',
    source: '',
    groups: [{ id: 'all', title: 'Own' }],
    principles: [
      {
        number: 7,
        title: 'T',
        short: 'T',
        group: 'all',
        level: 'all',
        scope: [...TEMPLATE_IDS],
        explanation: '',
        prompts: [],
      },
    ],
  });
});

test('F5: what ships can be read as a file, but for its id', () => {
  for (const framework of readFrameworks()) {
    expect(read('x.json', JSON.stringify(framework)).framework).toEqual(framework);
    expect(refusal('x.json', JSON.stringify({ ...framework, id: 'shipped' }, null, 1))).toEqual({
      type: 'framework-shipped',
      values: { file: 'x.json', line: 2, id: 'shipped' },
    });
  }
});

/** DUTIES with one line replaced, and how it is refused there. */
const WRONG_JSON: readonly { line: number; instead: string; type: string; values: object }[] = (
  [
    [2, '  "id": "Own Duties",', 'framework-id', { id: 'Own Duties' }],
    [3, '  "title": 5,', 'data-file-form', { field: 'title', form: '"…"' }],
    [3, '  "title": " ",', 'data-file-empty', { field: 'title' }],
    [3, `  "title": "${'a'.repeat(301)}",`, 'data-file-long', { field: 'title', most: 300 }],
    [3, '  "titel": "Duties", "title": "T",', 'data-file-unknown', { field: 'titel' }],
    [4, '  "groups": {},', 'data-file-form', { field: 'groups', form: '[ … ]' }],
    [4, '  "groups": [{ "id": "a" }],', 'data-file-missing', { field: 'title' }],
    [4, '  "groups": [],', 'framework-group'],
    [7, '      "number": "one",', 'data-file-number', { value: 'one', most: 9999 }],
    [7, '      "number": 1.5,', 'data-file-number', { value: '1.5' }],
    [7, '      "number": 0,', 'data-file-number', { value: '0' }],
    [7, '      "number": 10000,', 'data-file-number', { value: '10000' }],
    [8, '      "title": "Lighthouses"', 'data-file-json'],
    [8, '      "title": null,', 'data-file-form', { field: 'title' }],
    [8, '      title: "Lighthouses",', 'data-file-json'],
    [9, '      "group": "b"', 'framework-group', { number: 1, group: 'b', choices: 'a' }],
    [12, '      "number": 1,', 'data-file-number-twice', { number: 1, first: 7 }],
    [15, '      "scope": ["national", "galactic"]', 'data-file-choice', { value: 'galactic' }],
    [15, '      "scope": ["national"],', 'data-file-json'],
  ] as readonly (readonly [number, string, string, object?])[]
).map(([line, instead, type, values = {}]) => ({ line, instead, type, values }));

test.each(WRONG_JSON)(
  'F7: JSON with line $line as $instead is refused there: $type',
  ({ line, instead, type, values }) => {
    const lines = DUTIES.split('\n');
    lines[line - 1] = instead;
    const failure = refusal('duties.json', lines.join('\n'));
    expect(failure.type).toBe(type);
    expect(failure.values).toMatchObject({ file: 'duties.json', ...values });
    // What is missing after a line is found where something else stands.
    const at = failure.type === 'data-file-json' ? [line, line + 1] : [line];
    if (instead !== '  "groups": [],') expect(at).toContain(failure.values['line']);
  },
);

test('F7: what is missing is missing in the line where its object begins', () => {
  expect(refusal('x.json', DUTIES.replace('      "number": 2,\n', ''))).toEqual({
    type: 'data-file-missing',
    values: { file: 'x.json', line: 11, field: 'number' },
  });
  expect(refusal('x.json', DUTIES.replace('  "id": "duties",\n', ''))).toEqual({
    type: 'data-file-missing',
    values: { file: 'x.json', line: 1, field: 'id' },
  });
  expect(refusal('x.json', '{"id": "a", "title": "T",\n"principles": []}')).toEqual({
    type: 'data-file-none',
    values: { file: 'x.json', line: 2 },
  });
  expect(refusal('x.json', '\n[]').values).toEqual({ file: 'x.json', line: 2, field: 'x.json', form: '{ … }' });
});

test('F7: of several things that are wrong the first is named', () => {
  const wrong = DUTIES.replace('"Lighthouses"', '""').replace('"Duties under the Harbour Act"', '7');
  expect(refusal('x.json', wrong).values['line']).toBe(3);
});

test('F7: what ends too early, is empty or nests without end is no JSON', () => {
  expect(refusal('x.json', DUTIES.trimEnd().slice(0, -1)).values['line']).toBe(17);
  expect(refusal('x.json', '').type).toBe('data-file-json');
  expect(refusal('x.json', '['.repeat(200_000)).type).toBe('data-file-json');
  expect(refusal('x.json', '// no\n{}').type).toBe('data-file-json');
});

const TABLE =
  'number,title,group,short,explanation,scope\r\n1,Lighthouses,Harbours,,"Lit, and\r\nkept",national\r\n\r\n2,Pilots,,,,\r\n';

test('F6: a table gives the framework, named after its file', () => {
  const { framework, unused } = read('Harbour_Duties 2030.csv', TABLE);
  expect(framework).toMatchObject({
    id: 'harbour-duties-2030',
    title: 'Harbour Duties 2030',
    groups: [{ id: 'group-1', title: 'Harbours' }],
  });
  const [first, second] = framework.principles;
  expect(first).toMatchObject({ number: 1, title: 'Lighthouses', explanation: 'Lit, and\nkept', scope: ['national'] });
  expect(second).toMatchObject({ number: 2, title: 'Pilots', group: 'group-1', scope: [...TEMPLATE_IDS] });
  expect(unused).toEqual([]);
});

test('F6, F9: columns stand in any order; those that say nothing are told, and a wording is none of a framework', () => {
  const { framework, unused } = read(
    'x.csv',
    'Remarks;Title;No.;Explanation;Wording\nlater;Pilots;3;Said;Verbatim; \n',
  );
  expect(framework.principles).toMatchObject([{ number: 3, title: 'Pilots', explanation: 'Said' }]);
  expect(unused).toEqual(['Remarks', 'Wording']);
});

test('F6: a file whose name has no Latin letters has an id of its own, always the same', () => {
  const [one, again, other] = ['واجبات.csv', 'واجبات.csv', 'Обязанности.csv'].map(
    (name) => read(name, TABLE).framework.id,
  );
  expect(one).toMatch(/^own-[0-9a-f]{8}$/);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

test.each([
  ['UTF-8 with a mark', Buffer.from('\uFEFFnumber,title\n1,Zürich\n')],
  ['UTF-16 with a mark', Buffer.from('\uFEFFnumber\ttitle\n1\tZürich\n', 'utf16le')],
  ['UTF-16 without one', Buffer.from('number,title\n1,Zürich\n', 'utf16le')],
  ['Windows-1252', Buffer.from('number;title\r\n1;Zürich\r\n', 'latin1')],
  ['old line ends', Buffer.from('number,title\r1,Zürich\r')],
  ['a line for Excel', Buffer.from('sep=|\nnumber|title\n1|Zürich\n')],
])('F6: a table in %s is read', (_, bytes) => {
  expect(read('x.csv', bytes).framework.principles[0]!.title).toBe('Zürich');
});

test.each([
  ['number,title\n1,A\nx,B\n', 'data-file-number', { line: 3, value: 'x' }],
  ['number,title\n1,A\n-2,B\n', 'data-file-number', { line: 3, value: '-2' }],
  ['number,title\n"1","A\nB"\n2.5,B\n', 'data-file-number', { line: 4, value: '2.5' }],
  ['number,title\n1,A\n\n\n1,B\n', 'data-file-number-twice', { line: 5, number: 1, first: 2 }],
  ['number,title\n1,A\n2,\n', 'data-file-missing', { line: 3, field: 'title' }],
  ['No.,Name\n1,A\n,B\n', 'data-file-missing', { line: 3, field: 'No.' }],
  ['number,title\n1,A,B\n', 'data-file-cells', { line: 2, cells: 3, columns: 2 }],
  ['number,name,title\n1,A,B\n', 'data-file-column-twice', { line: 1, field: 'title' }],
  ['\nnumber,group\n1,A\n', 'data-file-column', { line: 2, field: 'title' }],
  ['number,title\n', 'data-file-none', { line: 1 }],
  ['', 'data-file-none', { line: 1 }],
  ['number,title\n1,A\n2,"B\n3,C\n4,D\n', 'data-file-row', { line: 3 }],
  ['number,title\n1,A\n2,"B\n3,"C"\n', 'data-file-row', { line: 3 }],
  ['sep=;\nnumber;title\n1;A\n2;"B"C\n', 'data-file-row', { line: 4 }],
  ['number,title,scope\n1,A,national\n2,B,everywhere\n', 'data-file-choice', { line: 3, value: 'everywhere' }],
  [`number,title\n1,A\n2,${'b'.repeat(301)}\n`, 'data-file-long', { line: 3, field: 'title', most: 300 }],
] as const)('F7: the table %j is refused: %s', (content, type, values) => {
  const failure = refusal('x.csv', content);
  expect(failure.type).toBe(type);
  expect(failure.values).toMatchObject(values);
});

test('F7: bytes that are no text are refused, with their line where there is one', () => {
  const bad = Buffer.concat([Buffer.from('number,title\n1,'), Buffer.from([0x81, 0x0a])]);
  expect(refusal('x.csv', bad)).toEqual({ type: 'data-file-encoding', values: { file: 'x.csv', line: 2 } });
  const latin = Buffer.from(DUTIES.replace('Pilots', 'Zürich'), 'latin1');
  expect(refusal('x.json', latin)).toEqual({ type: 'data-file-encoding', values: { file: 'x.json', line: 13 } });
  expect(refusal('x.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8])).type).toBe('data-file-no-text');
  expect(refusal('x.csv', Buffer.alloc(2 * 1024 * 1024 + 1, 'a')).type).toBe('data-file-too-large');
  expect(refusal('x.xlsx', 'a').type).toBe('data-file-kind');
});

test('F5: control characters are cleaned away', () => {
  const { framework } = read('x.csv', 'number,title,explanation\n1,A\u0007b,"c\u001b[1md"\n');
  expect(framework.principles[0]).toMatchObject({ title: 'Ab', explanation: 'c[1md' });
});

const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.stringMatching(/^[\p{L}\p{N}"',;=+\-@()|…]{1,12}$/u), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(' ').slice(0, most).toWellFormed().trim())
    // An apostrophe before a sign is what a spreadsheet hides.
    .filter((text) => text !== '' && !/^'[=+\-@]/.test(text));

const frameworks: fc.Arbitrary<Framework> = fc
  .record({
    groups: fc.uniqueArray(words(60), { minLength: 1, maxLength: 3 }),
    principles: fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 9999 }),
        title: words(90),
        short: words(48),
        group: fc.nat(),
        explanation: fc.array(words(60), { maxLength: 3 }).map((lines) => lines.join('\n')),
        scope: fc.subarray([...TEMPLATE_IDS], { minLength: 1 }),
        prompts: fc.array(words(60), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12, selector: ({ number }) => number },
    ),
  })
  .map(({ groups, principles }) => {
    // Groups of a table are those that its rows name, in their order.
    const named = [...new Set(principles.map(({ group }) => groups[group % groups.length]!))];
    return {
      id: 'own',
      title: 'own',
      edition: '',
      binding: false,
      note: '',
      source: '',
      groups: named.map((title, index) => ({ id: `group-${index + 1}`, title })),
      principles: principles.map((principle) => ({
        ...principle,
        group: `group-${named.indexOf(groups[principle.group % groups.length]!) + 1}`,
        level: 'all' as const,
      })),
    };
  });

test('F5, F6: any framework written as JSON or as a table reads back the same', () => {
  fc.assert(
    fc.property(frameworks, (framework) => {
      expect(read('own.json', JSON.stringify(framework, null, 2)).framework).toEqual(framework);
      expect(read('own.csv', frameworkToCsv(framework)).framework).toEqual(framework);
      const semicolons = frameworkToCsv(framework);
      expect(read('own.csv', Buffer.from(semicolons, 'utf16le')).framework).toEqual(framework);
    }),
  );
});

test('F7: whichever line is spoilt, it is the one that is named', () => {
  fc.assert(
    fc.property(frameworks, fc.nat(), fc.constantFrom('"number"', '"title"', '"group"'), (framework, at, field) => {
      const lines = JSON.stringify(framework, null, 2).split('\n');
      const begin = lines.findIndex((line) => line.includes('"principles"'));
      const spoilable = lines.flatMap((line, index) => (index > begin && line.trim().startsWith(field) ? [index] : []));
      const index = spoilable[at % spoilable.length]!;
      lines[index] = `      ${field}: false,`;
      expect(refusal('own.json', lines.join('\n')).values['line']).toBe(index + 1);
    }),
  );
  fc.assert(
    fc.property(frameworks, fc.nat(), (framework, at) => {
      const index = at % framework.principles.length;
      const [head, ...rows] = framework.principles.map((_, cut) =>
        frameworkToCsv({ ...framework, principles: framework.principles.slice(0, cut) }),
      );
      const before = index === 0 ? head! : rows[index - 1]!;
      const spoilt = frameworkToCsv(framework).replace(before, `${before}no number,Title\r\n`);
      const line = before.split('\n').length;
      expect(refusal('own.csv', spoilt)).toMatchObject({ type: 'data-file-number', values: { line } });
    }),
  );
});
