import { itemTokens, type ComparableItem } from './comparable-items.ts';
import type { LabelOf } from './inline-tokens.ts';
import { compareTokens, wholeParts } from './compare-tokens.ts';
import type { ComparedItem, Remark } from './comparison.ts';
import { itemRemarks } from './item-remarks.ts';
import { longestRise } from './longest-rise.ts';
import type { ItemPairs, PairedItem } from './pair-items.ts';
import { printIdentity } from './print-node.ts';

/** What a comparison of items needs to know of the two versions. */
export interface ItemContext {
  readonly pairs: ItemPairs;
  /** Items of the earlier version, by where they are now. */
  readonly placeNow: ReadonlyMap<ComparableItem, string>;
  readonly labels: { readonly before: LabelOf; readonly after: LabelOf };
  readonly titleOf: (section: string) => string;
}

/** An item of which the words are put together once it is known that they are shown. */
export interface PendingItem {
  readonly change: ComparedItem['change'];
  readonly show: () => ComparedItem;
}

export interface ComparedItems {
  readonly items: PendingItem[];
  readonly departed: number;
  readonly renewed: number;
}

/** The items of a section in the order of the later version; what was taken out, where it was. */
export function compareItems(
  section: string,
  before: readonly ComparableItem[],
  after: readonly ComparableItem[],
  context: ItemContext,
): ComparedItems {
  const { pairs, placeNow, labels, titleOf } = context;
  const own = after.map((item) => {
    const pair = pairs.get(item);
    return pair?.section === section ? pair : undefined;
  });
  const inPlace = longestRise(own.map((pair) => pair?.index ?? -1));
  const items: PendingItem[] = [];
  let [next, departed, renewed] = [0, 0, 0];
  const takeRemoved = (end: number): void => {
    for (; next < end; next++) {
      const item = before[next]!;
      const now = placeNow.get(item);
      if (now === undefined) items.push(wholePending('removed', item, labels.before));
      else if (now !== section) departed++;
    }
  };
  const compare = (change: 'same' | 'moved', { item: was }: PairedItem, is: ComparableItem, more: Remark[]): void => {
    const compared = compareItem(change, was, is, more, labels);
    if (compared.change === 'same' && printIdentity(was.node) !== printIdentity(is.node)) renewed++;
    items.push(compared);
  };
  after.forEach((item, position) => {
    const pair = pairs.get(item);
    if (!pair) items.push(wholePending('added', item, labels.after));
    else if (pair.section !== section) {
      compare('moved', pair, item, [{ what: 'section', before: titleOf(pair.section), after: titleOf(section) }]);
    } else if (!inPlace.has(position)) compare('moved', pair, item, []);
    else {
      takeRemoved(pair.index);
      next = pair.index + 1;
      const isBeside = position > 0 && inPlace.has(position - 1) && own[position - 1]?.index === pair.index - 1;
      const isRegrouped = isBeside && pair.item.shared !== item.shared;
      compare('same', pair, item, isRegrouped ? [{ what: 'grouping' }] : []);
    }
  });
  takeRemoved(before.length);
  return { items, departed, renewed };
}

function compareItem(
  unchanged: 'same' | 'moved',
  before: ComparableItem,
  after: ComparableItem,
  more: readonly Remark[],
  labels: ItemContext['labels'],
): PendingItem {
  const { role } = after;
  const isSame = before.print === after.print;
  const { parts, aspects } = isSame
    ? { parts: [], aspects: [] }
    : compareTokens(itemTokens(before, labels.before), itemTokens(after, labels.after));
  const remarks = [...more.filter(({ what }) => what === 'section'), ...itemRemarks(before, after)];
  for (const remark of more) if (!remarks.some(({ what }) => what === remark.what)) remarks.push(remark);
  const untold = aspects.filter((aspect) => aspect !== 'link' || !remarks.some(({ what }) => what === 'link'));
  if (untold.length > 0) remarks.push({ what: 'formatting', aspects: untold });
  const isReworded = parts.some(({ change }) => change !== 'same');
  if (!isSame && !isReworded && remarks.every(({ what }) => what === 'section')) remarks.push({ what: 'other' });
  const isChanged = isReworded || remarks.some(({ what }) => what !== 'section');
  const change = isChanged && unchanged === 'same' ? 'changed' : unchanged;
  if (isSame || role === 'picture')
    return { change, show: () => ({ ...wholeItem('same', after, labels.after), change, remarks }) };
  return { change, show: () => ({ change, role, parts, remarks }) };
}

function wholePending(change: 'added' | 'removed', item: ComparableItem, labelOf: LabelOf): PendingItem {
  return { change, show: () => wholeItem(change, item, labelOf) };
}

function wholeItem(change: 'same' | 'added' | 'removed', item: ComparableItem, labelOf: LabelOf): ComparedItem {
  const parts = item.role === 'picture' ? named(item, change) : wholeParts(change, itemTokens(item, labelOf));
  return { change, role: item.role, parts, remarks: [] };
}

/** A picture is shown by its description. */
function named({ node }: ComparableItem, change: 'same' | 'added' | 'removed'): ComparedItem['parts'] {
  const alt = node.attrs?.['alt'];
  return typeof alt === 'string' && alt !== '' ? [{ change, place: 'picture', text: alt }] : [];
}
