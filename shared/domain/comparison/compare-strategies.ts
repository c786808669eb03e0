import { compareCoverage, type TaggedStrategy } from './compare-coverage.ts';
import { compareSections, type ComparableSection } from './compare-sections.ts';
import type { Framework } from '../framework.ts';
import type { Comparison } from './comparison.ts';

/** A strategy of which everything is known that two are compared by. */
export interface ComparableStrategy extends TaggedStrategy {
  readonly title: string;
  readonly classification: string;
  /** BCP 47. */
  readonly locale: string;
  /** The strategy's own ones. */
  readonly frameworks: readonly Framework[];
  readonly sections: readonly (ComparableSection & TaggedStrategy['sections'][number])[];
}

/** What is different in `after`. Pure; nothing of what an export has is left out (SPEC, rule V1). */
export function compareStrategies(before: ComparableStrategy, after: ComparableStrategy): Comparison {
  const areFrameworksSame = JSON.stringify(before.frameworks) === JSON.stringify(after.frameworks);
  return {
    facts: [
      ...(['title', 'classification', 'locale'] as const).flatMap((fact) =>
        before[fact] === after[fact] ? [] : [{ fact, before: before[fact], after: after[fact] }],
      ),
      ...(areFrameworksSame
        ? []
        : [{ fact: 'frameworks' as const, before: namesOf(before.frameworks), after: namesOf(after.frameworks) }]),
    ],
    sections: compareSections(before.sections, after.sections),
    coverage: compareCoverage(before, after),
  };
}

function namesOf(frameworks: readonly Framework[]): string {
  return frameworks.map(({ title, edition }) => (edition === '' ? title : `${title} (${edition})`)).join(', ');
}
