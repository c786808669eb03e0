// node bench/docx/pandoc-json.ts STRATEGY.json OUT.json
// Writes the content of a strategy as the syntax tree that pandoc reads with `-f json`.
import { readFileSync, writeFileSync } from 'node:fs';
import type { ExportedStrategy } from '../../electron/exchange/docx/exported-strategy.ts';
import type { MarkJson, NodeJson } from '../../shared/document/schema.ts';

interface Element {
  readonly t: string;
  readonly c?: unknown;
}

const NO_ATTRIBUTES = ['', [], []];
const INLINE_BY_MARK: Readonly<Record<string, string>> = {
  bold: 'Strong',
  italic: 'Emph',
  underline: 'Underline',
  strike: 'Strikeout',
  subscript: 'Subscript',
  superscript: 'Superscript',
};

function words(text: string): Element[] {
  return text
    .split(/( +)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith(' ') ? { t: 'Space' } : { t: 'Str', c: piece }));
}

function marked(content: Element[], { type, attrs }: MarkJson): Element[] {
  if (type === 'link') return [{ t: 'Link', c: [NO_ATTRIBUTES, content, [attrs?.['href'], '']] }];
  const inline = INLINE_BY_MARK[type];
  return inline ? [{ t: inline, c: content }] : content;
}

function inlines(nodes: readonly NodeJson[] = []): Element[] {
  return nodes.flatMap(({ type, text, content, marks }): Element[] => {
    if (type === 'hardBreak') return [{ t: 'LineBreak' }];
    if (type === 'footnote') return [{ t: 'Note', c: [{ t: 'Para', c: inlines(content) }] }];
    return (marks ?? []).reduce(marked, words(text ?? ''));
  });
}

function blocks(nodes: readonly NodeJson[] = []): Element[] {
  return nodes.flatMap((node): Element[] => {
    const { type, content = [], attrs } = node;
    switch (type) {
      case 'paragraph':
        return [{ t: 'Para', c: inlines(content) }];
      case 'heading':
        return [{ t: 'Header', c: [attrs?.['level'] ?? 2, NO_ATTRIBUTES, inlines(content)] }];
      case 'blockquote':
        return [{ t: 'BlockQuote', c: blocks(content) }];
      case 'bulletList':
        return [{ t: 'BulletList', c: content.map((item) => blocks(item.content)) }];
      case 'orderedList':
        return [
          {
            t: 'OrderedList',
            c: [
              [attrs?.['start'] ?? 1, { t: 'Decimal' }, { t: 'Period' }],
              content.map((item) => blocks(item.content)),
            ],
          },
        ];
      case 'horizontalRule':
        return [{ t: 'HorizontalRule' }];
      case 'table':
        return [table(node)];
      default:
        return [];
    }
  });
}

/** A table whose first row is its header; spans are those of the cells. */
function table({ content = [] }: NodeJson): Element {
  const span = (cell: NodeJson, name: string): number => Number(cell.attrs?.[name] ?? 1);
  const rows = content.map((row) => [
    NO_ATTRIBUTES,
    (row.content ?? []).map((cell) => [
      NO_ATTRIBUTES,
      { t: 'AlignDefault' },
      span(cell, 'rowspan'),
      span(cell, 'colspan'),
      blocks(cell.content),
    ]),
  ]);
  const columns = (content[0]?.content ?? []).reduce((sum, cell) => sum + span(cell, 'colspan'), 0);
  return {
    t: 'Table',
    c: [
      NO_ATTRIBUTES,
      [null, []],
      Array.from({ length: columns }, () => [{ t: 'AlignDefault' }, { t: 'ColWidth', c: 1 / columns }]),
      [NO_ATTRIBUTES, rows.slice(0, 1)],
      [[NO_ATTRIBUTES, 0, [], rows.slice(1)]],
      [NO_ATTRIBUTES, []],
    ],
  };
}

const [source, out] = process.argv.slice(2);
if (!source || !out) throw new Error('Name the strategy to read and the file to write.');
const strategy = JSON.parse(readFileSync(source, 'utf8')) as ExportedStrategy;
const tree = {
  'pandoc-api-version': [1, 22, 2, 1],
  meta: {
    title: { t: 'MetaInlines', c: words(strategy.title) },
    lang: { t: 'MetaString', c: strategy.locale },
  },
  blocks: strategy.sections.flatMap(({ title, owner, content }) => [
    { t: 'Header', c: [1, NO_ATTRIBUTES, words(title)] },
    ...(owner ? [{ t: 'Para', c: words(owner) }] : []),
    ...blocks(content.content),
  ]),
};
writeFileSync(out, JSON.stringify(tree));
