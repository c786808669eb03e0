import type { OutlineSection } from '../../document/outline.ts';
import { longestRise } from './longest-rise.ts';

type PlacedSection = Pick<OutlineSection, 'id' | 'order'>;

/**
 * Sections that have changed their place among those that both versions have, with their numbers in
 * either. Of two that have changed places, the one that somebody moved is told, which its key of order
 * shows; where keys say nothing, as few sections as possible.
 */
export function movedSections(
  before: readonly PlacedSection[],
  after: readonly PlacedSection[],
): ReadonlyMap<string, { readonly from: number; readonly to: number }> {
  const old = new Map(before.map((section, index) => [section.id, { order: section.order, index }]));
  const common = after.flatMap(({ id, order }, index) => {
    const was = old.get(id);
    return was ? [{ id, index, was: was.index, isStill: was.order === order }] : [];
  });
  const still = common.filter(({ isStill }) => isStill);
  const values = common.map((each) => {
    const isInOrder = still.every((other) => each === other || each.index < other.index === each.was < other.was);
    return each.isStill || isInOrder ? each.was : -1;
  });
  const inPlace = longestRise(values);
  return new Map(
    common.flatMap(({ id, index, was }, position) =>
      inPlace.has(position) ? [] : [[id, { from: was + 1, to: index + 1 }] as const],
    ),
  );
}
