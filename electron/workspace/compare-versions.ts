import type { Comparison } from '../../shared/contract/contract.ts';
import { compareSections } from '../../shared/domain/comparison.ts';
import { computeCoverage, summariseSection, type Coverage } from '../../shared/domain/coverage.ts';
import { frameworksOf, type Framework } from '../../shared/domain/framework.ts';
import { readComparable, type ComparableStrategy, type StrategySource } from './strategy-text.ts';

/** What is different in `after`: the text, and which principles more or fewer passages answer, as the later one has them. */
export async function compareVersions(
  before: StrategySource,
  after: StrategySource,
  shipped: readonly Framework[],
): Promise<Comparison> {
  const [old, current] = await Promise.all([readComparable(before), readComparable(after)]);
  return {
    sections: compareSections(old.sections, current.sections),
    coverage: frameworksOf(shipped, current.outline.frameworks).flatMap((framework) =>
      compareCoverage(coverageOf(old, framework), coverageOf(current, framework)),
    ),
  };
}

function coverageOf({ outline, sections }: ComparableStrategy, framework: Framework): Coverage {
  return computeCoverage({
    framework,
    template: outline.template,
    sections: sections.map(({ id, blocks, tags }) => summariseSection(id, blocks, tags)),
    decisions: outline.decisions,
    actions: [],
  });
}

/** Principles of which the state or the answering passages differ. */
function compareCoverage(before: Coverage, after: Coverage): Comparison['coverage'] {
  const old = new Map(before.principles.map((principle) => [principle.number, principle]));
  return after.principles.flatMap(({ number, paragraphs, state }) => {
    const was = old.get(number)!;
    const gained = paragraphs.filter((block) => !was.paragraphs.includes(block)).length;
    const lost = was.paragraphs.filter((block) => !paragraphs.includes(block)).length;
    if (gained === 0 && lost === 0 && state === was.state) return [];
    const { framework } = after;
    return [{ framework, principle: number, gained, lost, stateBefore: was.state, stateAfter: state }];
  });
}
