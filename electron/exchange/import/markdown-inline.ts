import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, Text } from 'mdast';
import { createId } from '../../../shared/document/ids.ts';
import { isSafeHref, type MarkJson, type NodeJson } from '../../../shared/document/schema.ts';
import { textNode, type Drops } from './imported-text.ts';
import { shiftedParts } from './shifted-parts.ts';

/** What the inline parts of a Markdown text refer to. */
export interface MarkdownContext {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** The text that it was, to tell a sign from one that was escaped. */
  readonly source: string;
  /** Footnotes that something has referred to. */
  readonly used: Set<string>;
  readonly drops: Drops;
}

/** Marks that HTML says in a way that Markdown cannot. */
const HTML_MARKS: Readonly<Record<string, string>> = {
  sub: 'subscript',
  sup: 'superscript',
  u: 'underline',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
};

/** Deeper than anybody nests by hand; below it only the text is kept. */
const DEEPEST = 40;

/** The inline content of a block. */
export function inlineNodes(children: readonly PhrasingContent[], context: MarkdownContext): NodeJson[] {
  return new InlineReader(context).read(children);
}

class InlineReader {
  readonly #context: MarkdownContext;
  readonly #nodes: NodeJson[] = [];
  readonly #html: MarkJson[] = [];
  /** Footnotes that are being read, which must not contain themselves. */
  readonly #within: string[];

  constructor(context: MarkdownContext, within: string[] = []) {
    this.#context = context;
    this.#within = within;
  }

  read(children: readonly PhrasingContent[]): NodeJson[] {
    for (const child of children) this.#add(child, [], 0);
    return this.#nodes;
  }

  #add(node: PhrasingContent, marks: readonly MarkJson[], depth: number): void {
    const { drops } = this.#context;
    const within = (children: readonly PhrasingContent[], mark?: MarkJson): void => {
      if (depth > DEEPEST) return this.#text(plainText(node), marks);
      for (const child of children) this.#add(child, mark ? [...marks, mark] : marks, depth + 1);
    };
    switch (node.type) {
      case 'text':
        return this.#shifted(node, marks);
      case 'inlineCode':
        drops.count('code');
        return this.#text(node.value, marks);
      case 'emphasis':
        return within(node.children, { type: 'italic' });
      case 'strong':
        return within(node.children, { type: 'bold' });
      case 'delete':
        return within(node.children, { type: 'strike' });
      case 'break':
        this.#nodes.push({ type: 'hardBreak' });
        return;
      case 'link':
        return within(node.children, this.#link(node.url, node.title));
      case 'linkReference': {
        const definition = this.#context.definitions.get(node.identifier);
        return within(node.children, definition && this.#link(definition.url, definition.title));
      }
      case 'image':
      case 'imageReference':
        drops.count('picture');
        return this.#text(node.alt ?? '', marks);
      case 'footnoteReference':
        return this.#footnote(node.identifier, marks);
      case 'html':
        return this.#markup(node.value, marks);
      default:
        return this.#text(plainText(node), marks);
    }
  }

  /** Text with what stands below and above the line in it, as Pandoc writes it. */
  #shifted(node: Text, marks: readonly MarkJson[]): void {
    for (const { text, mark } of shiftedParts(node, this.#context.source)) {
      this.#text(text, mark ? [...marks, { type: mark }] : marks);
    }
  }

  /** Line ends within a paragraph are blanks. */
  #text(value: string, marks: readonly MarkJson[]): void {
    const text = value.replace(/\s*\n\s*/g, ' ');
    if (text === '') return;
    const all = uniqueMarks([...marks, ...this.#html]);
    const last = this.#nodes.at(-1);
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(all)) {
      this.#nodes[this.#nodes.length - 1] = textNode((last.text ?? '') + text, all);
    } else {
      this.#nodes.push(textNode(text, all));
    }
  }

  #link(url: string, title: string | null | undefined): MarkJson | undefined {
    const { drops } = this.#context;
    if (title) drops.count('link-title');
    if (isSafeHref(url) && !url.startsWith('#')) return { type: 'link', attrs: { href: url } };
    drops.count('link');
    return undefined;
  }

  #footnote(identifier: string, marks: readonly MarkJson[]): void {
    const { footnotes, used, drops } = this.#context;
    const definition = footnotes.get(identifier);
    if (!definition || this.#within.includes(identifier)) return this.#text(`[${identifier}]`, marks);
    const parts = phrasings(definition);
    if (used.has(identifier)) drops.count('footnote-repeated');
    else if (parts.length > 1) drops.count('footnote-blocks');
    used.add(identifier);
    const content = footnoteText(parts, this.#context, [...this.#within, identifier]);
    if (this.#within.length > 0) {
      // A note in a note stands in brackets.
      this.#text(' (', marks);
      this.#nodes.push(...content);
      this.#text(')', marks);
    } else {
      this.#nodes.push({ type: 'footnote', attrs: { id: createId() }, content });
    }
  }

  #markup(html: string, marks: readonly MarkJson[]): void {
    const match = /^<(\/?)([a-z]+)\s*\/?>$/i.exec(html);
    const name = match?.[2]?.toLowerCase() ?? '';
    const mark = HTML_MARKS[name];
    if (name === 'br') {
      this.#nodes.push({ type: 'hardBreak' });
    } else if (mark === undefined) {
      this.#context.drops.count(html.startsWith('<!--') ? 'comment' : 'html');
    } else if (match?.[1] === '/') {
      const at = this.#html.findLastIndex(({ type }) => type === mark);
      if (at !== -1) this.#html.splice(at, 1);
      else this.#text('', marks);
    } else {
      this.#html.push({ type: mark });
    }
  }
}

/** Between what were blocks of a footnote, of which only the text can be kept. */
const BETWEEN_BLOCKS = ' / ';
const BETWEEN_CELLS = ' | ';

/** The text of a footnote, which is nothing but text: its blocks stand one behind the other. */
function footnoteText(parts: readonly FootnotePart[], context: MarkdownContext, within: string[]): NodeJson[] {
  const nodes: NodeJson[] = [];
  for (const { gap, children } of parts) {
    const read = new InlineReader(context, within).read(children).filter(({ type }) => type !== 'footnote');
    if (nodes.length > 0 && read.length > 0) nodes.push(textNode(gap));
    nodes.push(...read.map((node) => (node.type === 'hardBreak' ? textNode(' ') : node)));
  }
  return nodes;
}

interface FootnotePart {
  /** What parts it from the one before. */
  readonly gap: string;
  readonly children: readonly PhrasingContent[];
}

/** The inline contents of everything in a block, however it is built. */
function phrasings(block: Nodes, depth = 0): FootnotePart[] {
  const gap = block.type === 'tableCell' ? BETWEEN_CELLS : BETWEEN_BLOCKS;
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'tableCell') {
    return [{ gap, children: block.children }];
  }
  if (!('children' in block))
    return 'value' in block ? [{ gap, children: [{ type: 'text', value: block.value }] }] : [];
  if (depth > DEEPEST) return [{ gap, children: [{ type: 'text', value: plainText(block) }] }];
  return block.children.flatMap((child, index) => {
    const parts = phrasings(child, depth + 1);
    // The first cell of a row begins the row.
    return block.type === 'tableRow' && index === 0 ? parts.map((part) => ({ ...part, gap: BETWEEN_BLOCKS })) : parts;
  });
}

function uniqueMarks(marks: readonly MarkJson[]): MarkJson[] {
  return marks.filter(({ type }, index) => marks.findIndex((other) => other.type === type) === index);
}

/** All text below a node; however deep, without recursion. */
export function plainText(node: Nodes): string {
  const pending: Nodes[] = [node];
  const parts: string[] = [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if ('children' in next) pending.push(...next.children.toReversed());
    else if ('value' in next) parts.push(next.value);
    else if ('alt' in next) parts.push(next.alt ?? '');
  }
  return parts.join(' ');
}
