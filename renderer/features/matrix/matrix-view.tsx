import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_FRAMEWORK } from '../../../shared/domain/framework.ts';
import { afterPaint } from '../../ui/use-once-painted.ts';
import { REGIONS } from '../workbench/regions.ts';
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
      <MatrixHead
        framework={matrix.framework}
        coverage={matrix.coverage}
        whole={matrix.whole}
        hasOthers={matrix.hasOthers}
      />
      <MatrixBody {...matrix} />
      <p className="matrix-note">
        {t(matrix.framework.id === DEFAULT_FRAMEWORK ? 'coverage.nonBinding' : 'coverage.notGrade')}
      </p>
    </div>
  );
}

/** Of a row, and at least of what stands above and below the rows, in pixels. */
const ROW_HEIGHT = 34;
const OTHERS_HEIGHT = 260;

function MatrixBody({ framework, whole, rows, shown }: Matrix): React.ReactNode {
  const { t } = useTranslation();
  // What fits into the window is there at once; the rows below it follow when that is seen.
  const { laidOut, isWhole } = useLaidOut();
  const [wasWhole, setWasWhole] = useState(false);
  if (isWhole && !wasWhole) setWasWhole(true);
  if (whole.rows.length === 0) return <p className="matrix-empty">{t('matrix.noSections')}</p>;
  if (rows.length === 0) return <p className="matrix-empty">{t('matrix.noTagged')}</p>;
  if (shown.length === 0) return <p className="matrix-empty">{t('coverage.noGaps')}</p>;
  return (
    <MatrixTable
      framework={framework}
      columns={whole.columns}
      rows={wasWhole ? rows : rows.slice(0, laidOut)}
      shown={shown}
      laidOut={isWhole ? rows.length : laidOut}
    />
  );
}

/**
 * How many rows are laid out before the table is on the screen, each time that it comes into sight: those
 * that fit into the window, down to where one was.
 */
function useLaidOut(): { readonly laidOut: number; readonly isWhole: boolean } {
  const [laidOut, setLaidOut] = useState(() => rowsDownTo(0));
  const [isWhole, setIsWhole] = useState(false);
  // Said as it goes out of sight, and not when it returns: that would be too late.
  useLayoutEffect(
    () => () => {
      const view = document.getElementById(REGIONS.matrix);
      const stop = view?.querySelector('.matrix-table [tabindex="0"]')?.closest('tr')?.rowIndex ?? 0;
      setLaidOut(Math.max(rowsDownTo(view?.scrollTop ?? 0), stop));
      setIsWhole(false);
    },
    [],
  );
  useEffect(() => afterPaint(() => setIsWhole(true)), []);
  return { laidOut, isWhole };
}

/** At most as many rows as fit into the window that is scrolled so far, in pixels. */
function rowsDownTo(scrolled: number): number {
  return Math.ceil((scrolled + innerHeight - OTHERS_HEIGHT) / ROW_HEIGHT);
}
