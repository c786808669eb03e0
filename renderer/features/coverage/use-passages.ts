import { useMemo } from 'react';
import type { Strength } from '../../../shared/document/tags.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** A paragraph that is tagged to a principle, as the panel shows it. */
export interface TaggedPassage {
  readonly section: string;
  readonly block: string;
  /** Of section and heading, such as `10.2`. */
  readonly number: string;
  readonly excerpt: string;
  readonly strength: Strength;
  readonly reason: string;
  readonly by: string;
}

export interface Passages {
  readonly answering: readonly TaggedPassage[];
  /** Those that only mention it. */
  readonly mentioning: readonly TaggedPassage[];
}

/** The paragraphs tagged to a principle, in reading order: of the whole strategy or of the section in view. */
export function usePassages(framework: string, principle: number, isHere: boolean): Passages {
  const outline = useStrategy((state) => state.outline);
  const summaries = useStrategy((state) => state.summaries);
  const active = useStrategy((state) => (isHere ? state.activeSection : null));
  return useMemo(() => {
    const found = (outline?.sections ?? []).flatMap(({ id: section }, index) => {
      if (isHere && section !== active) return [];
      return (summaries.get(section)?.passages ?? []).flatMap(({ block, number, excerpt, tags }): TaggedPassage[] => {
        const tag = tags.find((candidate) => candidate.framework === framework && candidate.principle === principle);
        if (!tag) return [];
        const { strength, reason, by } = tag;
        return [
          {
            section,
            block,
            number: number === null ? `${index + 1}` : `${index + 1}.${number}`,
            excerpt,
            strength,
            reason,
            by,
          },
        ];
      });
    });
    return {
      answering: found.filter(({ strength }) => strength !== 'mention'),
      mentioning: found.filter(({ strength }) => strength === 'mention'),
    };
  }, [outline, summaries, active, framework, principle, isHere]);
}
