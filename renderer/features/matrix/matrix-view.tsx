import { useTranslation } from 'react-i18next';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { useMatrix, type Matrix } from './use-matrix.ts';
import './matrix.css';

/** The whole strategy at a glance: which section says what to which principle. */
export function MatrixView(): React.ReactNode {
  const { t } = useTranslation();
  const matrix = useMatrix();
  if (!matrix) return null;
  return (
    <div className="matrix">
      <MatrixHead framework={matrix.framework} coverage={matrix.coverage} whole={matrix.whole} />
      <MatrixBody {...matrix} />
      <p className="matrix-note">{t('coverage.nonBinding')}</p>
    </div>
  );
}

function MatrixBody({ framework, whole, rows, shown }: Matrix): React.ReactNode {
  const { t } = useTranslation();
  if (whole.rows.length === 0) return <p className="matrix-empty">{t('matrix.noSections')}</p>;
  if (rows.length === 0) return <p className="matrix-empty">{t('matrix.noTagged')}</p>;
  if (shown.length === 0) return <p className="matrix-empty">{t('coverage.noGaps')}</p>;
  return <MatrixTable framework={framework} columns={whole.columns} rows={rows} shown={shown} />;
}
