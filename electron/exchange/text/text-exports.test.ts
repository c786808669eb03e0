import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { ExportedStrategy } from '../docx/exported-strategy.ts';
import { cell, link, paragraph, sectionOf, strategyOf, table, text } from '../docx/written-parts.test-support.ts';
import { writeHtml } from '../html/write-html.ts';
import { readImport } from '../import/read-import.ts';
import { writeJson } from '../json/write-json.ts';
import { writeMarkdown } from '../markdown/write-markdown.ts';
import { png } from '../../png.test-support.ts';
import { readFrameworks } from '../../resources.ts';
import type { ExportedFile, WriteOptions } from '../run-export.ts';

const heading = (id: string, level: number, words: string): NodeJson => ({
  type: 'heading',
  attrs: { id, level },
  content: [text(words)],
});
const footnote = (id: string | null, words: string): NodeJson => ({
  type: 'footnote',
  attrs: { id },
  content: [text(words)],
});
const list = (type: string, ...items: NodeJson[][]): NodeJson => ({
  type,
  content: items.map((content) => ({ type: 'listItem', content })),
});

/** A strategy with one of everything. */
const WHOLE = strategyOf(
  [
    heading('h', 2, 'Courts'),
    paragraph(
      'As ',
      { type: 'reference', attrs: { target: 't', form: 'number' } },
      ' <shows> & ',
      text('bold', 'bold'),
    ),
    paragraph(
      'Law',
      footnote('n', 'The Act'),
      ' ',
      link('site', 'https://example.org/?a=1&b=2'),
      ' ',
      link('bad', 'javascript:x'),
    ),
    list('bulletList', [paragraph('one'), list('orderedList', [paragraph('deep')])], [paragraph('two')]),
    { type: 'caption', attrs: { id: 't', of: 'table' }, content: [text('Money')] },
    table([cell('A|B', {}, 'tableHeader'), cell('C', {}, 'tableHeader')], [cell('1', { colspan: 2 })]),
    { type: 'blockquote', content: [paragraph('quoted')] },
    { type: 'image', attrs: { asset: 'x', alt: 'A "map"', width: 50 } },
    { type: 'image', attrs: { asset: 'gone', alt: 'Lost', width: null } },
    { type: 'mystery', content: [paragraph('kept')] },
    { type: 'horizontalRule' },
    { type: 'pageBreak' },
  ],
  {
    targets: new Map([['t', { id: 't', section: 'section-1', kind: 'table', number: '1', text: 'Money' }]]),
    assets: new Map([['x', { mediaType: 'image/png', width: 4, height: 2, bytes: png(4, 2) }]]),
  },
);

type Write = (strategy: ExportedStrategy, options?: WriteOptions) => Promise<ExportedFile>;

async function textOf(write: Write, strategy: ExportedStrategy): Promise<string> {
  return new TextDecoder().decode((await write(strategy)).bytes);
}

/** Elements that are open at the end, or closed in the wrong order. */
function nestingErrors(html: string): string[] {
  const open: string[] = [];
  const errors: string[] = [];
  for (const [, closing, name, rest] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (['meta', 'br', 'hr', 'img'].includes(name!) || rest!.endsWith('/')) continue;
    if (closing === '') open.push(name!);
    else if (open.pop() !== name) errors.push(name!);
  }
  return [...errors, ...open];
}

function wordsOf(value: string): string[] {
  return (value.match(/[\p{L}\p{N}]+/gu) ?? []).sort();
}

describe('HTML', () => {
  test('is one well-nested page with headings, notes, tables and pictures in it, and nothing to fetch', async () => {
    const html = await textOf(writeHtml, WHOLE);
    expect(nestingErrors(html)).toEqual([]);
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
    expect(html).toContain('<h2 id="section-1"><span class="number">1</span> Prevention</h2>');
    expect(html).toContain('<h3 id="h"><span class="number">1.1</span> Courts</h3>');
    expect(html).toContain('As <a href="#t">Table 1</a> &lt;shows&gt; &amp; <strong>bold</strong>');
    expect(html).toContain('<sup><a role="doc-noteref" id="n" href="#n-text">1</a></sup>');
    expect(html).toMatch(/<li value="1" id="n-text">The Act <a role="doc-backlink" href="#n"/);
    expect(html).toContain('href="https://example.org/?a=1&amp;b=2"');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('<th scope="col"><p>A|B</p></th>');
    expect(html).toContain('<td colspan="2"><p>1</p></td>');
    expect(html).toContain('alt="A &quot;map&quot;"');
    expect(html).toContain('src="data:image/png;base64,');
    expect(html).not.toMatch(/<script|https?:\/\/(?!example\.org)/);
  });

  test('counts what it could not carry, and ids that stand in it are unique', async () => {
    const { bytes, warnings } = await writeHtml(WHOLE);
    expect(warnings).toEqual([
      { what: 'missing-picture', count: 1 },
      { what: 'unknown-node', count: 1 },
      { what: 'unusable-link', count: 1 },
    ]);
    const ids = [...new TextDecoder().decode(bytes).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('takes any text for text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        const html = await textOf(writeHtml, strategyOf([paragraph(value)], { title: value }));
        expect(nestingErrors(html)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('Markdown', () => {
  test('has headings, lists, tables and notes in its own signs', async () => {
    const markdown = await textOf(writeMarkdown, WHOLE);
    expect(markdown).toContain('# 1 Prevention\n\n## 1.1 Courts');
    expect(markdown).toContain('As Table 1 \\<shows\\> & **bold**');
    expect(markdown).toContain('Law[^1] [site](<https://example.org/?a=1&b=2>) bad');
    expect(markdown).toContain('- one\n\n  1. deep\n- two');
    expect(markdown).toContain('**Table 1.** Money\n\n| A\\|B | C |\n| --- | --- |\n| 1 |  |');
    expect(markdown).toContain('> quoted');
    expect(markdown).toContain('[^1]: The Act');
  });

  test('read again a sign of its text raises or lowers nothing', async () => {
    const words = 'x^2^ and H~2~O';
    const markdown = await textOf(writeMarkdown, strategyOf([paragraph(words)]));
    const { sections } = readImport('a.md', Buffer.from(markdown), { splitLevel: 1 });
    const nodes = sections.flatMap(({ content }) => content.map((node) => node.content));
    expect(nodes).toContainEqual([{ type: 'text', text: words }]);
  });

  test('read again it has the same words, whatever signs they stand among', async () => {
    const words = fc.string({
      unit: fc.constantFrom(
        'a',
        'B',
        '1',
        ' ',
        '*',
        '_',
        '#',
        '-',
        '+',
        '.',
        '|',
        '<',
        '>',
        '[',
        ']',
        '`',
        '~',
        '^',
        '\\',
        '&',
        '=',
        '!',
        '(',
        ')',
      ),
    });
    await fc.assert(
      fc.asyncProperty(words, words, words, async (first, second, third) => {
        const strategy = strategyOf([
          paragraph(first),
          heading('h', 2, `x${second}`),
          list('bulletList', [paragraph(third, text('bold', 'bold'))]),
          table([cell('head', {}, 'tableHeader')], [cell(second)]),
        ]);
        const markdown = await textOf(writeMarkdown, strategy);
        const { sections } = readImport('a.md', Buffer.from(markdown), { splitLevel: 1 });
        const read = sections
          .filter(({ title }) => title.includes('Prevention'))
          .map(({ content }) => allText(content));
        const expected = [first, `x${second}`, `${third}bold`, 'head', second].flatMap((value) => wordsOf(value));
        const kept = wordsOf(read.join(' '));
        for (const word of ['1', '1']) if (kept.includes(word)) kept.splice(kept.indexOf(word), 1);
        for (const word of expected.filter((each) => each !== '1')) expect(kept, markdown).toContain(word);
      }),
      { numRuns: 200 },
    );
  });
});

function allText(nodes: readonly NodeJson[]): string {
  return nodes
    .map(
      (node) =>
        ` ${inline(node)} ${node.content?.some(({ type }) => type !== 'text') === true ? allText(node.content) : ''}`,
    )
    .join(' ');
}

function inline({ text: own = '', content = [] }: NodeJson): string {
  return own + content.map((node) => (node.type === 'text' ? (node.text ?? '') : '')).join('');
}

describe('JSON', () => {
  test('has the text, its blocks and its pictures', async () => {
    const data = JSON.parse(await textOf(writeJson, WHOLE)) as Record<string, unknown>;
    expect(data).toMatchObject({
      format: 'valletta-strategy',
      version: 1,
      title: 'Strategy of Maravia',
      sections: [{ id: 'section-1', number: 1, title: 'Prevention', incomplete: false }],
      pictures: { x: { mediaType: 'image/png', width: 4, height: 2 } },
    });
  });
});

test('the same strategy gives the same bytes in every format, and an export can be given up', async () => {
  for (const write of [writeHtml, writeMarkdown, writeJson]) {
    expect(await textOf(write, WHOLE)).toBe(await textOf(write, WHOLE));
    const controller = new AbortController();
    controller.abort(new Error('given up'));
    await expect(write(strategyOf([], { sections: [sectionOf([])] }), { signal: controller.signal })).rejects.toThrow(
      'given up',
    );
  }
});

describe('what stands beside the text', () => {
  const tag = {
    framework: 'valletta-2025',
    principle: 14,
    strength: 'partial',
    reason: 'a <b> reason',
    by: 'Legal Adviser',
    at: '',
  } as const;
  const blocks = [{ id: 'p', kind: 'paragraph' as const, text: 'x', tags: [tag] }];
  const content = [{ type: 'paragraph', attrs: { id: 'p' }, content: [text('Money.')] }];
  const strategy = strategyOf([], {
    sections: [sectionOf(content, { blocks })],
    classification: 'Restricted "1" </style>',
    shownTags: readFrameworks(),
  });

  test('tags are said below their paragraph, without names, only when they are asked for', async () => {
    const html = await textOf(writeHtml, strategy);
    expect(html).toMatch(
      /<ul class="tags" aria-label="Tags">\n<li>[^<]* 14, [^<]*\(answered in part\)<br\/>a &lt;b&gt; reason<\/li>/,
    );
    expect(await textOf(writeMarkdown, strategy)).toMatch(
      /Money\.\n\n\*Tags: [^\n]* 14, [^\n]*\(answered in part\)\. a \\<b\\> reason\*/,
    );
    for (const write of [writeHtml, writeMarkdown]) {
      expect(await textOf(write, strategy)).not.toContain('Legal Adviser');
      expect(await textOf(write, { ...strategy, shownTags: null })).not.toContain('answered in part');
    }
  });

  test('how confidential it is is said at both ends, and on every printed page', async () => {
    const html = await textOf(writeHtml, strategy);
    expect(html.match(/<p class="classification">Restricted &quot;1&quot; &lt;\/style&gt;<\/p>/g)).toHaveLength(2);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('content: "Restricted \\22 1\\22  \\3c \\2f style\\3e "');
    expect(await textOf(writeMarkdown, strategy)).toContain('**Restricted "1" \\</style\\>**');
    expect(JSON.parse(await textOf(writeJson, strategy))).toMatchObject({ classification: 'Restricted "1" </style>' });
  });
});
