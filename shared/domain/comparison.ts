import { diffWordsWithSpace } from 'diff';
import type { Block } from '../document/blocks.ts';

/** A stretch of text and what has become of it. */
export interface TextPart {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A block of either version and what has become of it. */
export interface ComparedBlock {
  readonly change: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  readonly id: string;
  readonly kind: Block['kind'];
  readonly parts: TextPart[];
}

/** Blocks that are the same in both versions and far from any that is not. */
export interface ComparisonGap {
  readonly change: 'gap';
  readonly count: number;
}

/** A section of one version, as far as comparing needs it. */
export interface ComparableSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ComparedSection {
  readonly section: string;
  readonly title: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  /** Of the title where it has changed, else empty. */
  readonly titleParts: TextPart[];
  readonly blocks: (ComparedBlock | ComparisonGap)[];
}

/** How many unchanged blocks are shown beside one that has changed. */
const CONTEXT = 1;

/** Longer texts than this, in letters, are compared whole: word by word would take too long. */
const LONGEST = 20_000;

/**
 * What is different in `after`, block by block, and within a block word by word. Blocks are known by
 * their ids, wherever they have gone; those of a text that was brought in anew, by what they say.
 */
export function compareSections(
  before: readonly ComparableSection[],
  after: readonly ComparableSection[],
): ComparedSection[] {
  const old = new Map(before.map((section) => [section.id, section]));
  const anywhere = { before: byId(before), after: byId(after) };
  const compared = after.map((section) => compareSection(old.get(section.id) ?? null, section, anywhere));
  const kept = new Set(after.map(({ id }) => id));
  before.forEach((section, index) => {
    if (kept.has(section.id)) return;
    // In the place that it had, as far as that can be said.
    const previous = before.slice(0, index).findLast(({ id }) => kept.has(id));
    const at = previous ? compared.findIndex((each) => each.section === previous.id) + 1 : 0;
    compared.splice(at, 0, compareSection(section, null, anywhere));
  });
  return compared;
}

interface Anywhere {
  readonly before: ReadonlyMap<string, Block>;
  readonly after: ReadonlyMap<string, Block>;
}

function byId(sections: readonly ComparableSection[]): ReadonlyMap<string, Block> {
  return new Map(sections.flatMap(({ blocks }) => blocks.map((block) => [block.id, block] as const)));
}

function compareSection(
  before: ComparableSection | null,
  after: ComparableSection | null,
  anywhere: Anywhere,
): ComparedSection {
  const blocks = compareBlocks(before?.blocks ?? [], after?.blocks ?? [], anywhere);
  const isRenamed = before !== null && after !== null && before.title !== after.title;
  const isSame = blocks.every(({ change }) => change === 'same') && !isRenamed;
  return {
    section: (after ?? before)!.id,
    title: (after ?? before)!.title,
    change: before === null ? 'added' : after === null ? 'removed' : isSame ? 'same' : 'changed',
    titleParts: isRenamed ? compareText(before.title, after.title) : [],
    blocks: isSame ? [] : withGaps(blocks),
  };
}

function compareBlocks(before: readonly Block[], after: readonly Block[], anywhere: Anywhere): ComparedBlock[] {
  const pairs = pairBlocks(before, after, anywhere);
  const inPlace = longestRise(after.map((block) => pairs.get(block)?.index ?? -1));
  const compared: ComparedBlock[] = [];
  const paired = new Set([...pairs.values()].map(({ index }) => index));
  let next = 0;
  /** What was taken out of the text before a place of it. */
  const takeRemoved = (end: number): void => {
    for (; next < end; next++) {
      const block = before[next]!;
      if (paired.has(next) || anywhere.after.has(block.id) || text(block) === '') continue;
      compared.push({ change: 'removed', id: block.id, kind: block.kind, parts: whole('removed', text(block)) });
    }
  };
  after.forEach((block, position) => {
    const pair = pairs.get(block);
    if (pair && inPlace.has(position)) {
      takeRemoved(pair.index);
      next = pair.index + 1;
      compared.push(comparePair(pair.block, block, 'same'));
    } else if (pair || anywhere.before.has(block.id)) {
      compared.push(comparePair(pair?.block ?? anywhere.before.get(block.id)!, block, 'moved'));
    } else if (text(block) !== '') {
      compared.push({ change: 'added', id: block.id, kind: block.kind, parts: whole('added', text(block)) });
    }
  });
  takeRemoved(before.length);
  return compared;
}

interface Pair {
  readonly block: Block;
  /** Where it stood. */
  readonly index: number;
}

/** For the blocks of a section, those of the same section that they have come from. */
function pairBlocks(before: readonly Block[], after: readonly Block[], anywhere: Anywhere): ReadonlyMap<Block, Pair> {
  const pairs = new Map<Block, Pair>();
  const indices = new Map(before.map(({ id }, index) => [id, index]));
  const free = new Map<string, number[]>();
  before.forEach((block, index) => {
    if (anywhere.after.has(block.id) || text(block) === '') return;
    free.set(text(block), [...(free.get(text(block)) ?? []), index]);
  });
  for (const block of after) {
    const index = indices.get(block.id) ?? (anywhere.before.has(block.id) ? undefined : free.get(text(block))?.shift());
    if (index !== undefined) pairs.set(block, { block: before[index]!, index });
  }
  return pairs;
}

function comparePair(before: Block, after: Block, unchanged: 'same' | 'moved'): ComparedBlock {
  const isSame = text(before) === text(after) && before.kind === after.kind && before.level === after.level;
  const { id, kind } = after;
  if (isSame) return { change: unchanged, id, kind, parts: whole('same', text(after)) };
  return { change: 'changed', id, kind, parts: compareText(text(before), text(after)) };
}

/** A block's text with its footnotes. */
function text(block: Block): string {
  return [block.text, ...block.footnotes.map((footnote) => footnote.text)].join('\n').trim();
}

function whole(change: TextPart['change'], value: string): TextPart[] {
  return value === '' ? [] : [{ change, text: value }];
}

/** Word by word. */
export function compareText(before: string, after: string): TextPart[] {
  if (before.length + after.length > LONGEST) return [...whole('removed', before), ...whole('added', after)];
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Leaves out blocks that are the same and not beside one that is not. */
function withGaps(blocks: readonly ComparedBlock[]): ComparedSection['blocks'] {
  const isShown = blocks.map((_, index) =>
    blocks.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ change }) => change !== 'same'),
  );
  const shown: ComparedSection['blocks'] = [];
  let left = 0;
  blocks.forEach((block, index) => {
    if (!isShown[index]) {
      left++;
      return;
    }
    if (left > 0) shown.push({ change: 'gap', count: left });
    left = 0;
    shown.push(block);
  });
  if (left > 0) shown.push({ change: 'gap', count: left });
  return shown;
}

/** Positions of the longest run of rising values, others than −1 between them or not: what has kept its order. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  /** For each length, the position whose value ends the run of that length with the least value. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, position) => {
    if (value === -1) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[position] = ends[low - 1];
    ends[low] = position;
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}
