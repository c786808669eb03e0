import { useMemo } from 'react';
import { countTags } from '../../../shared/domain/framework-tags.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** How many tags of the strategy each principle has: by framework, then by number. */
export function useTagCounts(): ReturnType<typeof countTags> {
  const outline = useStrategy((state) => state.outline);
  const summaries = useStrategy((state) => state.summaries);
  return useMemo(
    () => countTags((outline?.sections ?? []).flatMap(({ id }) => summaries.get(id) ?? [])),
    [outline, summaries],
  );
}

/** How many tags a framework has in all. */
export function sumOfTags(counts: ReadonlyMap<number, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}
