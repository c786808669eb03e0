import { attributeText } from './attribute-text.ts';
import type { NodeJson } from '../../document/schema.ts';
import { rowWidths, type ComparableItem } from './comparable-items.ts';
import type { Remark } from './comparison.ts';
import { printNode } from './print-node.ts';

/** What is different about an item besides its words and their looks. */
export function itemRemarks(before: ComparableItem, after: ComparableItem): Remark[] {
  if (before.print === after.print && pathOf(before) === pathOf(after)) return widthsRemarks(before, after);
  const isRow = after.role === 'table-row';
  return [
    ...(before.role === after.role ? [] : [{ what: 'role' as const, before: before.role, after: after.role }]),
    ...attributeRemark('alignment', before, after, 'textAlign'),
    ...attributeRemark('direction', before, after, 'dir'),
    ...linkRemark(before, after),
    ...(isRow ? rowRemarks(before.node, after.node) : []),
    ...(after.role === 'picture' ? pictureRemarks(before, after) : []),
    ...pathRemarks(before, after),
    ...widthsRemarks(before, after),
  ];
}

function pathOf({ around }: ComparableItem): string {
  return around.map(({ node }) => node.type).join();
}

function pathRemarks(before: ComparableItem, after: ComparableItem): Remark[] {
  if (pathOf(before) === pathOf(after)) return [];
  const [was, is] = [listDepth(before), listDepth(after)];
  if (was !== is && was > 0 && is > 0) return [{ what: 'depth', before: `${was}`, after: `${is}` }];
  return before.role === after.role ? [{ what: 'grouping' }] : [];
}

function listDepth({ around }: ComparableItem): number {
  return around.filter(({ node }) => node.type === 'listItem').length;
}

/** Widths are told once where the whole table has others, and else with the row that has. */
function widthsRemarks(before: ComparableItem, after: ComparableItem): Remark[] {
  const around = surroundingRemarks(before, after);
  if (after.role !== 'table-row' || before.node.content?.length !== after.node.content?.length) return around;
  const [was, is] = [before, after].map(({ around: tables }) => tables.at(-1)?.widths);
  const isFirst = after.shared < after.around.length;
  const isTold = was === is || isFirst;
  const isWider = rowWidths(before.node) !== rowWidths(after.node);
  return isTold && isWider ? [...around, { what: 'column-widths' }] : around;
}

/** What it stands in is told once, with the first item of it. */
function surroundingRemarks(before: ComparableItem, after: ComparableItem): Remark[] {
  return after.around.slice(after.shared).flatMap((is, index): Remark[] => {
    const was = before.around[after.shared + index];
    if (!was || was.node.type !== is.node.type) return [];
    if (was.print === is.print) return [];
    return [{ what: is.node.type === 'table' ? 'orientation' : is.node.type.endsWith('List') ? 'list' : 'other' }];
  });
}

function attributeRemark(
  what: 'alignment' | 'direction' | 'description' | 'width',
  before: ComparableItem,
  after: ComparableItem,
  attribute: string,
): Remark[] {
  const [was, is] = [before, after].map(({ node }) => attributeText(node.attrs, attribute));
  return was === is ? [] : [{ what, before: was!, after: is! }];
}

function pictureRemarks(before: ComparableItem, after: ComparableItem): Remark[] {
  return [
    ...(before.node.attrs?.['asset'] === after.node.attrs?.['asset'] ? [] : [{ what: 'picture' as const }]),
    ...attributeRemark('description', before, after, 'alt'),
    ...attributeRemark('width', before, after, 'width'),
  ];
}

function rowRemarks(before: NodeJson, after: NodeJson): Remark[] {
  const [was, is] = [before.content ?? [], after.content ?? []];
  if (was.length !== is.length) return [{ what: 'cells', before: `${was.length}`, after: `${is.length}` }];
  const differs = (of: (cell: NodeJson) => unknown): boolean => was.some((cell, index) => of(cell) !== of(is[index]!));
  return [
    ...(differs(({ type }) => type) ? [{ what: 'header-cells' as const }] : []),
    ...(differs((cell) => `${spanOf(cell, 'colspan')} ${spanOf(cell, 'rowspan')}`)
      ? [{ what: 'merged-cells' as const }]
      : []),
    ...(differs((cell) => printNode(withoutWords(cell), ROW_ATTRIBUTES))
      ? [{ what: 'formatting' as const, aspects: [] }]
      : []),
  ];
}

/** Attributes of cells that are told by themselves. */
const ROW_ATTRIBUTES: ReadonlySet<string> = new Set(['colspan', 'rowspan', 'colwidth']);

function spanOf({ attrs }: NodeJson, name: string): number {
  return Number(attrs?.[name] ?? 1);
}

/** The blocks of a cell, as blocks only. */
function withoutWords({ attrs, content, type }: NodeJson): NodeJson {
  const blocks = content?.filter((child) => child.type !== 'text').map(withoutWords) ?? [];
  const isLine = type === 'paragraph' || type === 'heading' || type === 'caption';
  const outer = type === 'tableHeader' ? 'tableCell' : type;
  if (type === 'image') return { type };
  return { type: outer, ...(attrs && { attrs }), content: isLine ? [] : blocks };
}

/** The addresses that links in one of the two lead to, and in the other do not. */
function linkRemark(before: ComparableItem, after: ComparableItem): Remark[] {
  const [was, is] = [addressesOf(before.node), addressesOf(after.node)];
  const gone = [...was].filter((address) => !is.has(address));
  const come = [...is].filter((address) => !was.has(address));
  if (gone.length === 0 && come.length === 0) return [];
  return [{ what: 'link', before: gone.join(' '), after: come.join(' ') }];
}

function addressesOf(node: NodeJson, found = new Set<string>()): Set<string> {
  for (const { type, attrs } of node.marks ?? []) if (type === 'link') found.add(attributeText(attrs, 'href'));
  for (const child of node.content ?? []) addressesOf(child, found);
  return found;
}
