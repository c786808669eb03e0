import type { Definition, FootnoteDefinition, Nodes, PhrasingContent } from 'mdast';
import { createId } from '../../../shared/document/ids.ts';
import { isSafeHref, type MarkJson, type NodeJson } from '../../../shared/document/schema.ts';
import { textNode, type Drops } from './imported-text.ts';

/** What the inline parts of a Markdown text refer to. */
export interface MarkdownContext {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
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
        return this.#text(node.value, marks);
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
    const definition = this.#context.footnotes.get(identifier);
    this.#context.used.add(identifier);
    if (!definition || this.#within.includes(identifier)) return this.#text(`[${identifier}]`, marks);
    const content = footnoteText(definition, this.#context, [...this.#within, identifier]);
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

/** The text of a footnote: nothing but text, several paragraphs one behind the other. */
export function footnoteText(
  definition: FootnoteDefinition,
  context: MarkdownContext,
  within: string[] = [definition.identifier],
): NodeJson[] {
  const nodes: NodeJson[] = [];
  for (const paragraph of phrasings(definition)) {
    const read = new InlineReader(context, within).read(paragraph).filter(({ type }) => type !== 'footnote');
    if (nodes.length > 0 && read.length > 0) nodes.push(textNode(' '));
    nodes.push(...read.map((node) => (node.type === 'hardBreak' ? textNode(' ') : node)));
  }
  return nodes;
}

/** The inline contents of everything in a block, however it is built. */
function phrasings(block: Nodes, depth = 0): PhrasingContent[][] {
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'tableCell') return [block.children];
  if (!('children' in block)) return 'value' in block ? [[{ type: 'text', value: block.value }]] : [];
  if (depth > DEEPEST) return [[{ type: 'text', value: plainText(block) }]];
  return block.children.flatMap((child) => phrasings(child, depth + 1));
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
