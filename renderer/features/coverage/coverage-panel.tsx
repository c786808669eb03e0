import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../shared/domain/coverage.ts';
import { DEFAULT_FRAMEWORK, type Framework } from '../../../shared/domain/framework.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { CoverageControls } from './coverage-controls.tsx';
import { CoverageCounts } from './coverage-counts.tsx';
import { CoverageFilters } from './coverage-filters.tsx';
import { PrincipleList } from './principle-list.tsx';
import { StrayTagList } from './stray-tag-list.tsx';
import { UnplacedTags } from './unplaced-tags.tsx';
import './coverage-panel.css';

/**
 * Where each principle is answered, and where not yet, while one writes. Only the parts that show
 * coverage follow it: a new tag must appear within a frame.
 */
export function CoveragePanel(): React.ReactNode {
  return (
    <>
      <div className="coverage-head">
        <CoverageControls />
        <ShownCounts />
        <CoverageFilters />
      </div>
      <ShownPrinciples />
      <CoverageNote />
    </>
  );
}

function CoverageNote(): React.ReactNode {
  const { t } = useTranslation();
  const isValletta = useStrategy(({ framework }) => framework === DEFAULT_FRAMEWORK);
  return <p className="coverage-note">{t(isValletta ? 'coverage.nonBinding' : 'coverage.notGrade')}</p>;
}

function ShownCounts(): React.ReactNode {
  const { coverage, isHere } = useShownCoverage();
  return coverage && <CoverageCounts coverage={coverage} isHere={isHere} />;
}

function ShownPrinciples(): React.ReactNode {
  const { framework, coverage, isHere } = useShownCoverage();
  return (
    framework &&
    coverage && (
      <div className={isHere ? 'coverage-body is-here' : 'coverage-body'}>
        <PrincipleList framework={framework} coverage={coverage} isHere={isHere} />
        <StrayTagList framework={framework} />
        <UnplacedTags framework={framework} />
      </div>
    )
  );
}

interface ShownCoverage {
  readonly framework: Framework | undefined;
  readonly coverage: Coverage | undefined;
  /** Whether only the section in view counts. */
  readonly isHere: boolean;
}

function useShownCoverage(): ShownCoverage {
  const framework = useStrategy((state) => state.frameworks.find(({ id }) => id === state.framework));
  const coverage = useStrategy((state) =>
    (state.scope === 'section' ? state.sectionCoverage : state.coverage).get(state.framework),
  );
  const isHere = useStrategy((state) => state.scope === 'section');
  return { framework, coverage, isHere };
}
