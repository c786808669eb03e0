import { isLeafBlockType, type NodeJson } from '../../document/schema.ts';
import type { ItemRole } from './comparison.ts';
import { inlineTokens, token, type InlineToken, type LabelOf } from './inline-tokens.ts';
import { printAttributes, printNode } from './print-node.ts';

/** Something that an item stands in. */
export interface Surrounding {
  readonly node: NodeJson;
  /** What it looks like. */
  readonly print: string;
  /** Of a table, the widths of its columns, as its first row has them. */
  readonly widths: string;
}

/** What a text consists of when two are compared: leaf blocks, rows of tables, pictures, rules and the like. */
export interface ComparableItem {
  readonly node: NodeJson;
  readonly role: ItemRole;
  /** Of the leaf blocks in it; empty for what has none. */
  readonly ids: readonly string[];
  /** What it says and looks like. */
  readonly print: string;
  /** Its plain words. */
  readonly text: string;
  /** Outermost first. */
  readonly around: readonly Surrounding[];
  /** How many of these the item before it stands in as well. */
  readonly shared: number;
}

/** Widths belong to a table, not to each of its rows. */
const WIDTHS: ReadonlySet<string> = new Set(['colwidth']);

const ROLES: Readonly<Record<string, ItemRole>> = {
  tableRow: 'table-row',
  image: 'picture',
  horizontalRule: 'rule',
  pageBreak: 'page-break',
};

/** The items of a section in reading order; every difference between two texts is one of their items. */
export function readItems(content: NodeJson): ComparableItem[] {
  const items: ComparableItem[] = [];
  for (const child of content.content ?? []) collect(child, [], items);
  return items;
}

function collect(node: NodeJson, around: readonly Surrounding[], items: ComparableItem[]): void {
  const isItem = isLeafBlockType(node.type) || node.type in ROLES || !node.content?.length;
  if (!isItem) {
    const print = node.type + printAttributes(node);
    const inside = [...around, { node, print, widths: node.type === 'table' ? rowWidths(node.content?.[0]) : '' }];
    for (const child of node.content ?? []) collect(child, inside, items);
    return;
  }
  const previous = items.at(-1)?.around ?? [];
  const ids: string[] = [];
  const text = gather(node, ids);
  const print = printNode(node, WIDTHS);
  items.push({ node, role: roleOf(node, around), ids, print, text, around, shared: sharedDepth(previous, around) });
}

function sharedDepth(previous: readonly Surrounding[], around: readonly Surrounding[]): number {
  const end = around.findIndex(({ node }, index) => node !== previous[index]?.node);
  return end === -1 ? around.length : end;
}

function roleOf(node: NodeJson, around: readonly Surrounding[]): ItemRole {
  const { type, attrs } = node;
  if (type === 'heading')
    return attrs?.['level'] === 4 ? 'heading-4' : attrs?.['level'] === 3 ? 'heading-3' : 'heading-2';
  if (type === 'caption') return attrs?.['of'] === 'figure' ? 'figure-caption' : 'table-caption';
  if (type !== 'paragraph') return ROLES[type] ?? 'other';
  switch (around.at(-1)?.node.type) {
    case 'listItem':
      return around.at(-2)?.node.type === 'orderedList' ? 'numbered-item' : 'bullet-item';
    case 'blockquote':
      return 'quote';
    default:
      return 'paragraph';
  }
}

/** The plain words of a node; its leaf blocks add their ids. */
function gather(node: NodeJson, ids: string[]): string {
  const id = isLeafBlockType(node.type) ? node.attrs?.['id'] : undefined;
  if (typeof id === 'string' && id !== '') ids.push(id);
  return (
    node.text ?? node.content?.map((child) => gather(child, ids)).join(isLeafBlockType(node.type) ? '' : ' ') ?? ''
  );
}

/** The widths of a row's columns. */
export function rowWidths(row: NodeJson | undefined): string {
  return JSON.stringify(row?.content?.map((cell) => cell.attrs?.['colwidth'] ?? null) ?? []);
}

/** The words of an item as they are compared and shown. */
export function itemTokens({ node, role }: ComparableItem, labelOf: LabelOf): InlineToken[] {
  if (role === 'picture') return [];
  if (role !== 'table-row') return inlineTokens(node.content ?? [], labelOf);
  return (node.content ?? []).flatMap((cell, index) => [
    ...(index > 0 ? [token('cell', '', ' | ')] : []),
    ...cellTokens(cell, labelOf),
  ]);
}

/** What a cell holds, one after the other. */
function cellTokens(node: NodeJson, labelOf: LabelOf): InlineToken[] {
  if (isLeafBlockType(node.type)) return inlineTokens(node.content ?? [], labelOf);
  if (node.type === 'image') {
    const { asset, alt } = node.attrs ?? {};
    return [token('picture', JSON.stringify([asset, alt]), typeof alt === 'string' ? alt : '')];
  }
  return (node.content ?? []).flatMap((child, index) => [
    ...(index > 0 ? [token('cell', 'block', '\n')] : []),
    ...cellTokens(child, labelOf),
  ]);
}
