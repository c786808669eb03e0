import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumber } from '../../ui/use-number.ts';
import { countStates, type Coverage, type CoverageState } from '../../../shared/domain/coverage.ts';

/** In the order in which they are read; those that are not always shown only when there are any. */
const SHOWN: readonly { readonly state: CoverageState; readonly isAlways: boolean }[] = [
  { state: 'text', isAlways: true },
  { state: 'both', isAlways: false },
  { state: 'action', isAlways: false },
  { state: 'set-aside', isAlways: true },
  { state: 'none', isAlways: true },
];

export interface CoverageCountsProps {
  readonly coverage: Coverage;
  /** Whether only the section in view counts. */
  readonly isHere: boolean;
}

/** How many principles are in each state. Numbers to work with, not a grade. */
export const CoverageCounts = memo(function CoverageCounts({ coverage, isHere }: CoverageCountsProps): React.ReactNode {
  const { t } = useTranslation();
  const format = useNumber();
  const counts = countStates(coverage);
  return (
    <dl className="coverage-counts" aria-label={t('coverage.counts')}>
      {SHOWN.filter(({ state, isAlways }) => isAlways || counts[state] > 0).map(({ state }) => (
        <div
          key={state}
          className={state === 'none' && !isHere && counts.none > 0 ? 'coverage-count is-gap' : 'coverage-count'}
        >
          <dt>{isHere && state === 'none' ? t('coverage.countSectionNone') : t(`coverage.count.${state}`)}</dt>
          <dd>{format(counts[state])}</dd>
        </div>
      ))}
    </dl>
  );
});
