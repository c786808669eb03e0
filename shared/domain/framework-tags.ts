import type { Tag } from '../document/tags.ts';
import type { Passage, SectionSummary } from './coverage.ts';
import { findPrinciple, type Framework } from './framework.ts';

/** How many tags, placed or not, each principle has: by framework, then by number. */
export function countTags(summaries: readonly SectionSummary[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const counts = new Map<string, Map<number, number>>();
  for (const { passages, unplaced } of summaries) {
    for (const { framework, principle } of [...passages.flatMap(({ tags }) => tags), ...unplaced]) {
      const numbers = counts.get(framework) ?? new Map<number, number>();
      counts.set(framework, numbers.set(principle, (numbers.get(principle) ?? 0) + 1));
    }
  }
  return counts;
}

/** A tag of a paragraph to a number that the framework does not have. */
export interface StrayTag {
  readonly section: string;
  readonly passage: Passage;
  readonly tag: Tag;
}

/** Tags that stand with their paragraph and count nothing for want of their principle, in reading order (SPEC F4). */
export function strayTags(framework: Framework, summaries: readonly SectionSummary[]): StrayTag[] {
  return summaries.flatMap(({ section, passages }) =>
    passages.flatMap((passage) =>
      passage.tags
        .filter((tag) => tag.framework === framework.id && !findPrinciple(framework, tag.principle))
        .map((tag) => ({ section, passage, tag })),
    ),
  );
}
