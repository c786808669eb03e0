import * as Y from 'yjs';
import { countWords } from '../domain/words.ts';
import { isLeafBlockType } from './schema.ts';

/** Stands between the id of a block and how often it has occurred; no id has it. */
const REPEATED = '~';

/** Whether a block was read with an id that is not its own, because another one owns that. */
export function isRepeatedId(id: string): boolean {
  return id.includes(REPEATED);
}

/** A leaf text block as plain data. */
export interface Block {
  /** Empty when the block has not been given an id yet; such a block cannot be tagged. */
  readonly id: string;
  readonly kind: BlockKind;
  /** Heading level 2–4; null for other kinds. */
  readonly level: number | null;
  /** Plain text: marks dropped, hard breaks as line feeds, footnotes and references left out. */
  readonly text: string;
  readonly footnotes: readonly Footnote[];
  /** Words of the text and of its footnotes. */
  readonly words: number;
}

export interface Footnote {
  /** Null until something refers to it. */
  readonly id: string | null;
  readonly text: string;
}

/** What a leaf block is, and where it stands: on its own, or in the named container. */
export const BLOCK_KINDS = [
  'paragraph',
  'heading',
  'list-item',
  'table-cell',
  'quote',
  'table-caption',
  'figure-caption',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * The leaf blocks of a section in reading order.
 *
 * Should an id occur more than once, the first occurrence owns it and the later ones are read with
 * the id `id~2`, `id~3` … until the repair gives them ids of their own (SPEC, rule D1).
 */
export function readBlocks(content: Y.XmlFragment): Block[] {
  const blocks: Block[] = [];
  const seen = new Map<string, number>();
  collect(content, null, blocks, seen);
  return blocks;
}

function isElement(type: unknown): type is Y.XmlElement {
  return type instanceof Y.XmlElement;
}

const CONTAINER_KINDS: Readonly<Record<string, BlockKind>> = {
  listItem: 'list-item',
  tableCell: 'table-cell',
  tableHeader: 'table-cell',
  blockquote: 'quote',
};

function collect(parent: Y.XmlFragment, container: BlockKind | null, blocks: Block[], seen: Map<string, number>): void {
  for (let item = parent._first; item; item = item.next) {
    if (!(item.content instanceof Y.ContentType)) continue;
    const child = item.content.type;
    if (!isElement(child)) continue;
    if (!isLeafBlockType(child.nodeName)) {
      collect(child, CONTAINER_KINDS[child.nodeName] ?? container, blocks, seen);
      continue;
    }
    const { text, footnotes } = readText(child);
    const level = child.nodeName === 'heading' ? Number(child.getAttribute('level') ?? 2) : null;
    blocks.push({
      id: ownId(child, seen),
      kind: kindOf(child, container),
      level,
      text,
      footnotes,
      words: footnotes.reduce((sum, footnote) => sum + countWords(footnote.text), countWords(text)),
    });
  }
}

function kindOf(block: Y.XmlElement, container: BlockKind | null): BlockKind {
  if (block.nodeName === 'heading') return 'heading';
  if (block.nodeName !== 'caption') return container ?? 'paragraph';
  return block.getAttribute('of') === 'figure' ? 'figure-caption' : 'table-caption';
}

function ownId(element: Y.XmlElement, seen: Map<string, number>): string {
  const id = element.getAttribute('id') as unknown;
  if (typeof id !== 'string' || id === '') return '';
  const times = (seen.get(id) ?? 0) + 1;
  seen.set(id, times);
  return times === 1 ? id : `${id}${REPEATED}${times}`;
}

function readText(block: Y.XmlElement): Pick<Block, 'text' | 'footnotes'> {
  let text = '';
  const footnotes: Footnote[] = [];
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) text += plainText(child);
    else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') text += '\n';
    else if (child instanceof Y.XmlElement && child.nodeName === 'footnote') footnotes.push(readFootnote(child));
  }
  return { text, footnotes };
}

function readFootnote(element: Y.XmlElement): Footnote {
  const id = element.getAttribute('id') as unknown;
  const parts = element.toArray().map((part) => (part instanceof Y.XmlText ? plainText(part) : ''));
  return { id: typeof id === 'string' && id !== '' ? id : null, text: parts.join(' ') };
}

function plainText(text: Y.XmlText): string {
  let plain = '';
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) plain += item.content.str;
  }
  return plain;
}
