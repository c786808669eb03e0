import { Download } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CoverageMatrix } from '../../../shared/domain/coverage-matrix.ts';
import type { Coverage } from '../../../shared/domain/coverage.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CoverageCounts } from '../coverage/coverage-counts.tsx';
import { FrameworkSelect } from '../coverage/framework-select.tsx';
import { useStrategy } from '../workbench/workbench-context.ts';
import { matrixFilters, useMatrixFilters } from './matrix-filters.ts';
import { MatrixLegend } from './matrix-legend.tsx';
import { useSaveMatrix } from './use-save-matrix.ts';

export interface MatrixHeadProps {
  readonly framework: Framework;
  readonly coverage: Coverage;
  readonly whole: CoverageMatrix;
  readonly hasOthers: boolean;
}

/** What the matrix shows, how much of it, and how to take it along. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps): React.ReactNode {
  const { framework, coverage, whole, hasOthers } = props;
  const { t } = useTranslation();
  const hasChoice = useStrategy(({ frameworks }) => frameworks.length > 1);
  const gapsOnly = useMatrixFilters((state) => state.gapsOnly);
  const hidesUntagged = useMatrixFilters((state) => state.hidesUntagged);
  const showsOthers = useMatrixFilters((state) => state.showsOthers);
  const save = useSaveMatrix(framework, whole);
  return (
    <div className="matrix-head">
      <div className="matrix-title">
        <h1>{t('matrix.title')}</h1>
        <p className="muted">{t('matrix.what')}</p>
      </div>
      <div className="matrix-controls">
        {hasChoice && <FrameworkSelect />}
        <Segmented
          label={t('matrix.columns')}
          value={gapsOnly ? 'gaps' : 'all'}
          options={[
            { id: 'all', label: t('matrix.allColumns') },
            { id: 'gaps', label: t('matrix.gapsOnly') },
          ]}
          onChange={(chosen) => matrixFilters.setState({ gapsOnly: chosen === 'gaps' })}
        />
        <CheckField
          label={t('matrix.hideUntagged')}
          isSelected={hidesUntagged}
          onChange={(isSelected) => matrixFilters.setState({ hidesUntagged: isSelected })}
        />
        {hasOthers && (
          <CheckField
            label={t('matrix.showOthers')}
            isSelected={showsOthers}
            onChange={(isSelected) => matrixFilters.setState({ showsOthers: isSelected })}
          />
        )}
        <Button className="button" aria-label={t('matrix.csvName')} onPress={save}>
          <Download aria-hidden />
          <span>{t('matrix.csv')}</span>
        </Button>
      </div>
      <div className="matrix-facts">
        <CoverageCounts coverage={coverage} isHere={false} />
        <MatrixLegend hasOthers={hasOthers && showsOthers} />
      </div>
    </div>
  );
});
