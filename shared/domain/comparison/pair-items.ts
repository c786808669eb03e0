import { attributeText } from './attribute-text.ts';
import type { ComparableItem } from './comparable-items.ts';

/** The items of a section of one version. */
export interface SectionItems {
  readonly id: string;
  readonly items: readonly ComparableItem[];
}

export interface PairedItem {
  readonly item: ComparableItem;
  readonly section: string;
  /** Where it stood in its section. */
  readonly index: number;
}

/** For items of the later version, what they were in the earlier one; each is the source of at most one. */
export type ItemPairs = ReadonlyMap<ComparableItem, PairedItem>;

/**
 * Blocks, and rows by the blocks in them, are known by their ids, wherever they have gone; those of a
 * text that was brought in anew, by what they say; a picture by its file. What has nothing to be known
 * by is what it was when what stands beside it is.
 */
export function pairItems(before: readonly SectionItems[], after: readonly SectionItems[]): ItemPairs {
  const old = new Map(
    before.map((section) => [section.id, section.items.map((item, index) => toPaired(section, item, index))]),
  );
  const pairs = new Map<ComparableItem, PairedItem>();
  const taken = new Set<ComparableItem>();
  const pair = (item: ComparableItem, source: PairedItem | undefined): void => {
    if (!source || pairs.has(item) || taken.has(source.item)) return;
    pairs.set(item, source);
    taken.add(source.item);
  };
  /** Takes each item's source from those with the same key, of its own section first. */
  const pairBy = (keysOf: (item: ComparableItem) => readonly string[], isAnywhere: boolean): void => {
    const free = [...old.values()].flat().filter(({ item }) => !taken.has(item));
    const sources = groupByKey(free.flatMap((source) => keysOf(source.item).map((key) => ({ key, source }))));
    const first = (key: string): PairedItem | undefined => {
      const queue = sources.get(key) ?? [];
      while (queue.length > 0 && taken.has(queue.at(-1)!.item)) queue.pop();
      return queue.at(-1);
    };
    for (const { id, items } of after) {
      for (const item of items) {
        if (pairs.has(item)) continue;
        for (const key of keysOf(item)) pair(item, first(inSection(id, key)) ?? (isAnywhere ? first(key) : undefined));
      }
    }
  };
  /** Takes the source beside that of the item before, and then of the item behind. */
  const pairByNeighbour = (nameOf: (item: ComparableItem) => string | null): void => {
    for (const { id, items } of after) {
      const sources = old.get(id) ?? [];
      const beside = (item: ComparableItem, neighbour: ComparableItem | undefined, end: number, step: 1 | -1): void => {
        const known = neighbour && pairs.get(neighbour);
        if (neighbour && known?.section !== id) return;
        const source = sources[known ? known.index + step : end];
        const key = nameOf(item);
        if (source && key !== null && nameOf(source.item) === key) pair(item, source);
      };
      items.forEach((item, index) => beside(item, items[index - 1], 0, 1));
      for (let index = items.length - 1; index >= 0; index--) {
        beside(items[index]!, items[index + 1], sources.length - 1, -1);
      }
    }
  };
  pairBy(({ ids, role }) => ids.map((id) => `${role === 'table-row'} ${id}`), true);
  pairBy(({ text, role }) => (text.trim() === '' ? [] : [`${role === 'table-row'} ${text}`]), false);
  pairByNeighbour(keyOf);
  pairBy((item) => (item.role === 'picture' ? [keyOf(item)] : []), true);
  pairByNeighbour(({ role }) => (role === 'picture' ? role : null));
  return pairs;
}

function toPaired({ id }: SectionItems, item: ComparableItem, index: number): PairedItem {
  return { item, section: id, index };
}

/** For keys, and for keys within a section, the sources in the order in which they are taken from the end. */
function groupByKey(
  keyed: readonly { readonly key: string; readonly source: PairedItem }[],
): Map<string, PairedItem[]> {
  const groups = new Map<string, PairedItem[]>();
  for (const { key, source } of keyed.toReversed()) {
    for (const each of [key, inSection(source.section, key)]) {
      const group = groups.get(each);
      if (group) group.push(source);
      else groups.set(each, [source]);
    }
  }
  return groups;
}

function inSection(section: string, key: string): string {
  return `${section}\n${key}`;
}

/** What an item without words is known by. */
function keyOf({ node, role, text }: ComparableItem): string {
  return role === 'picture' ? `picture ${attributeText(node.attrs, 'asset')}` : `${role} ${text.trim()}`;
}
