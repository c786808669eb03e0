import type {
  BlockContent,
  Definition,
  DefinitionContent,
  FootnoteDefinition,
  List,
  Nodes,
  Table,
  TableRow,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { paragraphNode, textNode, type Drops, type SourceBlock, type SourceText } from './imported-text.ts';
import { inlineNodes, plainText, type MarkdownContext } from './markdown-inline.ts';

type Block = BlockContent | DefinitionContent;

/** Deeper than anybody nests by hand; below it only the text is kept. */
const DEEPEST = 40;

/** The tree of a Markdown text, with tables, footnotes and strikethrough as GitHub has them. */
export function parseMarkdown(text: string): ReturnType<typeof fromMarkdown> {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
}

/** Reads a Markdown text. No word of it is lost: what cannot be kept as it was is text, and counted. */
export function readMarkdown(source: string, drops: Drops): SourceText {
  const { title, text } = takeFrontMatter(source, drops);
  const tree = parseMarkdown(text);
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  for (const node of definitionsOf(tree)) {
    const known: Map<string, Nodes> = node.type === 'definition' ? definitions : footnotes;
    if (!known.has(node.identifier)) known.set(node.identifier, node);
  }
  const context = { definitions, footnotes, source: text, used: new Set<string>(), drops };
  const blocks = tree.children.flatMap((node): SourceBlock[] => {
    if (node.type === 'heading') {
      return [{ type: 'heading', depth: node.depth, content: inlineNodes(node.children, context) }];
    }
    return blockNodes(node as Block, context, 0).map((written) => ({ type: 'block', node: written }));
  });
  for (const [identifier, definition] of footnotes) {
    if (context.used.has(identifier)) continue;
    drops.count('footnote-without-mark');
    context.used.add(identifier);
    const nodes = definition.children.flatMap((node) => blockNodes(node, context, 1));
    blocks.push(...nodes.map((node) => ({ type: 'block' as const, node })));
  }
  return { title, blocks };
}

/** The metadata that some programs write above a text. */
function takeFrontMatter(source: string, drops: Drops): { title: string | null; text: string } {
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source);
  if (!match || !/^[\w-]+\s*:/m.test(match[1]!)) return { title: null, text: source };
  drops.count('front-matter');
  const title = /^title\s*:\s*(?:"([^"]*)"|'([^']*)'|(.*))$/m.exec(match[1]!);
  const found = (title?.[1] ?? title?.[2] ?? title?.[3] ?? '').trim();
  return { title: found === '' ? null : found, text: source.slice(match[0].length) };
}

/** However deep they stand, without recursion. */
function definitionsOf(tree: Nodes): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  const pending: Nodes[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
    if ('children' in node) pending.push(...node.children.toReversed());
  }
  return found;
}

function blockNodes(node: Block, context: MarkdownContext, depth: number): NodeJson[] {
  const { drops } = context;
  if (depth > DEEPEST) {
    const text = plainText(node);
    return text.trim() === '' ? [] : [paragraphNode([textNode(text)])];
  }
  const within = (children: readonly Block[]): NodeJson[] =>
    children.flatMap((child) => blockNodes(child, context, depth + 1));
  switch (node.type) {
    case 'paragraph':
      return [paragraphNode(inlineNodes(node.children, context))];
    case 'heading':
      // Within a list or a quotation: there it would be counted among those of the section.
      drops.count('heading-in-block');
      return [paragraphNode(inlineNodes(node.children, context).map(bold))];
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(within(node.children)) }];
    case 'list':
      return [listNode(node, within)];
    case 'table':
      return tableNodes(node, context);
    case 'code':
      drops.count('code');
      return [paragraphNode(lines(node.value))];
    case 'html':
      return markupNodes(node.value, drops);
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return [];
  }
}

function bold(node: NodeJson): NodeJson {
  if (node.type !== 'text' || node.marks?.some(({ type }) => type === 'bold')) return node;
  return { ...node, marks: [...(node.marks ?? []), { type: 'bold' }] };
}

/** A container needs something in it. */
function filled(nodes: NodeJson[]): NodeJson[] {
  return nodes.length > 0 ? nodes : [paragraphNode([])];
}

function listNode(list: List, within: (children: readonly Block[]) => NodeJson[]): NodeJson {
  const items = list.children.map((item): NodeJson => {
    const content = within(item.children);
    // An item begins with a paragraph.
    return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [paragraphNode([]), ...content] };
  });
  if (list.ordered !== true) return { type: 'bulletList', content: items };
  return { type: 'orderedList', attrs: { start: list.start ?? 1 }, content: items };
}

function tableNodes(table: Table, context: MarkdownContext): NodeJson[] {
  const columns = Math.max(...table.children.map((row) => row.children.length));
  const row = (source: TableRow, type: 'tableHeader' | 'tableCell'): NodeJson => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, column) => {
      const align = table.align?.[column];
      const cell = source.children[column];
      const attrs = align === 'center' || align === 'right' ? { textAlign: align } : {};
      return { type, content: [paragraphNode(cell ? inlineNodes(cell.children, context) : [], attrs)] };
    }),
  });
  const [head, ...rows] = table.children;
  if (!head || columns === 0) return [];
  return [{ type: 'table', content: [row(head, 'tableHeader'), ...rows.map((each) => row(each, 'tableCell'))] }];
}

/** Lines that stay lines. */
function lines(text: string): NodeJson[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [textNode(line)]),
    ]);
}

/** Of markup only the text is kept; comments, scripts and style sheets are none. */
function markupNodes(html: string, drops: Drops): NodeJson[] {
  const withoutComments = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  if (withoutComments !== html) drops.count('comment');
  const text = withoutComments
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d)>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, ' ');
  if (withoutComments.trim() !== '') drops.count('html');
  return text
    .split('\n')
    .map((line) => decodeEntities(line.replace(/\s+/g, ' ').trim()))
    .filter((line) => line !== '')
    .map((line) => paragraphNode([textNode(line)]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decodeEntities(text: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
