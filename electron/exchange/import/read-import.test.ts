import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../shared/contract/failure.ts';
import { schema } from '../../../shared/document/schema.ts';
import { allText, contentOf, outlineOf, read, wordsOf } from './imported.test-support.ts';
import { readImport } from './read-import.ts';

function failureOf(file: string, bytes: Uint8Array): string {
  try {
    readImport(file, bytes, {});
  } catch (error) {
    if (error instanceof FailureError) return error.failure.type;
    throw error;
  }
  return 'read';
}

describe('Markdown', () => {
  test('becomes sections at its headings, with the headings below them inside', () => {
    const { sections, dropped } = read(
      'Before\n\n# One\n\nText\n\n## Part\n\n### Deeper\n\n# Two\n\nMore',
      'draft.md',
      { splitLevel: 1 },
    );
    expect(sections.map(({ title, content }) => [title, ...outlineOf(content)])).toEqual([
      ['draft', 'Before'],
      ['One', 'Text', 'h2 Part', 'h3 Deeper'],
      ['Two', 'More'],
    ]);
    expect(dropped).toEqual([]);
  });

  test('is divided where it seems to begin its parts: below the one title of the whole', () => {
    const { sections, splitLevel, dropped } = read('# Strategy\n\n## One\n\nText\n\n## Two\n\nMore');
    expect(splitLevel).toBe(2);
    expect(sections.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(dropped).toEqual([{ what: 'title', count: 1 }]);
    expect(read('# One\n\n# Two').splitLevel).toBe(1);
  });

  test('keeps lists, tables, quotations, marks, links and breaks', () => {
    expect(
      contentOf(
        [
          '- one\n- two\n  1. deep\n',
          '3. three\n4. four\n',
          '> quoted',
          '',
          '| A | B |\n| --- | --: |\n| **x** | y |',
          '',
          'a *b* **c** ~~d~~ [e](https://example.org) f<sup>2</sup>  \ng',
          '',
          '---',
        ].join('\n'),
      ),
    ).toEqual([
      'bulletList',
      '  listItem',
      '    one',
      '  listItem',
      '    two',
      '    orderedList',
      '      listItem',
      '        deep',
      'orderedList 3',
      '  listItem',
      '    three',
      '  listItem',
      '    four',
      'blockquote',
      '  quoted',
      'table',
      '  tableRow',
      '    tableHeader',
      '      A',
      '    tableHeader',
      '      B',
      '  tableRow',
      '    tableCell',
      '      bold(x)',
      '    tableCell',
      '      y',
      'a italic(b) bold(c) strike(d) link(e) fsuperscript(2)↵g',
      'horizontalRule',
    ]);
  });

  test('brings footnotes to their marks; one without a mark stands at the end and is told of', () => {
    const source = 'Law[^a].\n\n[^a]: The *Act*.\n[^b]: Nobody refers to this.\n\n    - but it\n    - has a list';
    expect(contentOf(source)).toEqual([
      'Law[^The italic(Act).].',
      'Nobody refers to this.',
      ...['bulletList', '  listItem', '    but it', '  listItem', '    has a list'],
    ]);
    expect(read(source).dropped).toEqual([{ what: 'footnote-without-mark', count: 1 }]);
  });

  test('keeps the blocks of a footnote apart, repeats it at further marks, and says so', () => {
    const source = [
      'Law[^a] and law[^a].',
      '',
      '[^a]: The *Act*.',
      '',
      '    Its second part.',
      '',
      '    - one',
      '    - two',
      '',
      '    | A | B |',
      '    | --- | --- |',
      '    | c | d |',
    ].join('\n');
    const note = '[^The italic(Act). / Its second part. / one / two / A | B / c | d]';
    expect(contentOf(source)).toEqual([`Law${note} and law${note}.`]);
    expect(read(source).dropped).toEqual([
      { what: 'footnote-blocks', count: 1 },
      { what: 'footnote-repeated', count: 1 },
    ]);
  });

  test('takes a tilde or circumflex about a word for what Pandoc means by it, and two tildes for struck out', () => {
    expect(contentOf('H~2~O, x^2^, SO~4~^2−^ and 1^st^; ~~gone~~')).toEqual([
      'Hsubscript(2)O, xsuperscript(2), SOsubscript(4)superscript(2−) and 1superscript(st); strike(gone)',
    ]);
    for (const text of ['~10 or ~20', 'about ~10~20', 'C~a b~', '^_^ a^^b', 'a~/b/~c', 'a~~2~', '[^x][^y]']) {
      expect(contentOf(text)).toEqual([text]);
    }
    expect(contentOf('H\\~2~O and x^2\\^')).toEqual(['H~2~O and x^2^']);
  });

  test('says what does not come along, and keeps its words', () => {
    const { sections, dropped } = read(
      [
        '---\ntitle: The plan\nauthor: A\n---',
        '',
        'See ![a map](map.png) and [here](javascript:x) and `code`.',
        '',
        '<div>Marked <b>up</b></div>',
        '',
        '<!-- hidden -->',
        '',
        '- [x] done',
        '',
        '##### Deep',
        '',
        '> # Quoted',
      ].join('\n'),
      'a.md',
      { splitLevel: 1 },
    );
    expect(sections[0]!.title).toBe('The plan');
    expect(outlineOf(sections[0]!.content)).toEqual([
      'See a map and here and code.',
      'Marked up',
      'bulletList',
      '  listItem',
      '    [x] done',
      'h4 Deep',
      'blockquote',
      '  bold(Quoted)',
    ]);
    expect(dropped.map(({ what }) => what)).toEqual([
      'code',
      'comment',
      'front-matter',
      'heading-in-block',
      'heading-level',
      'html',
      'link',
      'picture',
    ]);
  });

  test('loses the numbers typed before its headings, level by level, and none that is of a title', () => {
    const titles = (source: string): string[] =>
      read(source, 'a.md', { splitLevel: 1 }).sections.flatMap(({ title, content }) => [title, ...outlineOf(content)]);
    expect(titles('# 1 Aims\n\n## 1.1 Scope\n\n# 2. Courts\n\nText')).toEqual(['Aims', 'h2 Scope', 'Courts', 'Text']);
    const deep = ['Means', 'People', 'Money', 'Time', 'Law'].map((title) => `### ${title}`).join('\n\n');
    expect(titles(`# 1. Aims\n\n## 1.1 Scope\n\n${deep}\n\n# 2. Courts\n\nText`)).toEqual([
      'Aims',
      'h2 Scope',
      'h3 Means',
      'h3 People',
      'h3 Money',
      'h3 Time',
      'h3 Law',
      'Courts',
      'Text',
    ]);
    expect(titles('# Foreword\n\nA\n\n# 1. Aims\n\nB\n\n# 2. Courts\n\nC\n\n# Sources\n\nD')).toEqual([
      'Foreword',
      'A',
      'Aims',
      'B',
      'Courts',
      'C',
      'Sources',
      'D',
    ]);
    const own = '# 1. Aims\n\n## 24 hours after an attack\n\n# 2. 2030 Agenda\n\n## 9/11 and after\n\n# 3. Law\n\nA';
    expect(titles(own)).toEqual([
      'Aims',
      'h2 24 hours after an attack',
      '2030 Agenda',
      'h2 9/11 and after',
      'Law',
      'A',
    ]);
    expect(titles('# Aims\n\nA\n\n# 2030 and after\n\nB')).toEqual(['Aims', 'A', '2030 and after', 'B']);
    expect(titles('# 7 ministries\n\nA\n\n# 24 measures\n\nB')).toEqual(['7 ministries', 'A', '24 measures', 'B']);
    expect(read('# 1. Aims\n\n## 1.1 Scope\n\n## Rest').dropped).toEqual([
      { what: 'heading-number', count: 2 },
      { what: 'title', count: 1 },
    ]);
  });

  test('begins no section where a heading has no title; its text goes on with what is above', () => {
    const { sections, dropped } = read('# One\n\nText\n\n#\n\nMore[^a]\n\n## [^a]\n\nLast\n\n[^a]: Note', 'a.md', {
      splitLevel: 2,
    });
    expect(sections.map(({ title, content }) => [title, ...outlineOf(content)])).toEqual([
      ['One', 'Text', 'More[^Note]', 'Note', 'Last'],
    ]);
    expect(dropped).toContainEqual({ what: 'footnote-in-title', count: 1 });
    expect(read('#\n\nText', 'draft.md').sections.map(({ title }) => title)).toEqual(['draft']);
    expect(failureOf('a.md', Buffer.from('#\n'))).toBe('source-empty');
  });

  test('goes into one section whole when told so', () => {
    const { sections } = read('# One\n\nText\n\n## Two', 'a.md', { isOneSection: true });
    expect(sections.map(({ content }) => outlineOf(content))).toEqual([['h2 One', 'Text', 'h3 Two']]);
  });

  test('nested however deeply it is read, in its own time', () => {
    const deep = read(`${'> '.repeat(500)}deep\n\n${'- '.repeat(200)}list\n\n${'*'.repeat(3000)}x`);
    expect(wordsOf(allText(deep.sections[0]!.content))).toEqual(['deep', 'list', 'x']);
  });

  test('whatever it is, no word is lost and the text is of the schema', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const inline = fc.tuple(line, fc.constantFrom('', '*', '**', '~~', '`')).map(([text, mark]) => mark + text + mark);
    const block = fc.oneof(
      inline,
      fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
      fc.array(inline, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
      fc
        .array(inline, { minLength: 1, maxLength: 4 })
        .map((items) => items.map((item, at) => `${at + 1}. ${item}`).join('\n')),
      fc.tuple(line, line, line).map(([a, b, c]) => `| ${a} | ${b} |\n| --- | --- |\n| ${c} |`),
      fc
        .tuple(line, inline)
        .map(([text, note]) => `${text}[^${text.replaceAll(' ', '')}]\n\n[^${text.replaceAll(' ', '')}]: ${note}`),
      inline.map((text) => `> ${text}`),
      line.map((text) => `<p>${text}</p>`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        const source = blocks.join('\n\n');
        const { sections } = read(source, 'a.md', { splitLevel: 1 });
        const marks = (source.match(/\[\^[a-z]+\]/g) ?? []).map((mark) => mark.slice(2, -1));
        const words = wordsOf(source.replace(/<\/?p>/g, ' '));
        for (const mark of marks) words.splice(words.indexOf(mark), 1);
        const titles = sections.map(({ title }) => title);
        const hasOwnTitle = !/^#\s/.test(source);
        if (hasOwnTitle) titles.shift();
        const text = sections.map(({ content }) => allText(content)).join(' ');
        const kept = wordsOf(`${titles.join(' ')} ${text}`);
        // A footnote that is referred to twice stands twice; no word may be missing.
        for (const each of words) {
          const at = kept.indexOf(each);
          expect(at, `${each} of ${source}`).not.toBe(-1);
          kept.splice(at, 1);
        }
        for (const { content } of sections) schema.nodeFromJSON({ type: 'doc', content }).check();
      }),
      { numRuns: 300 },
    );
  });

  test('any text at all is read or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('a.md', 'a.txt'), (source, file) => {
        try {
          const { sections } = read(source, file);
          for (const { content } of sections) schema.nodeFromJSON({ type: 'doc', content }).check();
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('files', () => {
  test('are read in the encodings that say what they are', () => {
    const text = 'Élection 反恐 مكافحة';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()]) {
      expect(outlineOf(readImport('a.txt', bytes, {}).sections[0]!.content)).toEqual([text]);
    }
    expect(
      outlineOf(readImport('a.txt', Buffer.from('plain letters here', 'utf16le'), {}).sections[0]!.content),
    ).toEqual(['plain letters here']);
    expect(contentOf('one\r\n\r\ntwo\rthree', 'a.txt')).toEqual(['one', 'two', 'three']);
  });

  test('that are of another kind than their name says are refused, and only these', () => {
    const others = [
      '%PDF-1.7\n%µ¶',
      '\ufeff{\\rtf1\\ansi Text}',
      '\n<!DOCTYPE html>\n<p>Text',
      '<html lang="en"><p>Text',
      '<?xml version="1.0"?>\n<!-- page -->\n<HTML>',
    ];
    for (const source of others) {
      for (const file of ['a.txt', 'a.md'])
        expect(failureOf(file, Buffer.from(source)), source).toBe('source-other-kind');
    }
    expect(failureOf('a.txt', Buffer.from('%PDF-1.4\n\xe2\xe3', 'latin1'))).toBe('source-other-kind');
    for (const source of ['About %PDF- files', '<p>Text</p>', '<htmlish> text', '{rtf}']) {
      expect(failureOf('a.md', Buffer.from(source)), source).toBe('read');
    }
  });

  test('that are no text, of an unknown encoding or kind, empty or too large are refused', () => {
    expect(failureOf('a.txt', Buffer.from('Élection', 'latin1'))).toBe('source-encoding');
    expect(failureOf('a.md', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0xff]))).toBe('source-no-text');
    expect(failureOf('a.md', Buffer.from('a\u0000b'))).toBe('source-no-text');
    expect(failureOf('a.pdf', Buffer.from('x'))).toBe('source-unknown');
    expect(failureOf('a.docx', Buffer.from('x'))).toBe('source-unknown');
    expect(failureOf('a.txt', Buffer.from(' \n\n '))).toBe('source-empty');
    expect(failureOf('a.txt', Buffer.alloc(21 * 1024 * 1024, 'a'))).toBe('source-too-large');
  });
});
