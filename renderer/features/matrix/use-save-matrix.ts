import { useTranslation } from 'react-i18next';
import { STRENGTHS, type Strength } from '../../../shared/document/tags.ts';
import { coverageMatrixCsv, type CoverageMatrixWords } from '../../../shared/domain/coverage-matrix-csv.ts';
import type { CoverageMatrix } from '../../../shared/domain/coverage-matrix.ts';
import { COVERAGE_STATES, type CoverageState } from '../../../shared/domain/coverage.ts';
import { fileNameOf } from '../../../shared/domain/file-name.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { showToast } from '../../ui/toasts.tsx';
import { saveFile, savedSentence } from '../export/save-file.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Saves all of the matrix, whatever the filters leave of it, as CSV among the downloads. */
export function useSaveMatrix(framework: Framework, matrix: CoverageMatrix): () => void {
  const { t } = useTranslation();
  const { store } = useWorkbench();
  return () => {
    const words: CoverageMatrixWords = {
      number: t('matrix.number'),
      section: t('matrix.sections'),
      whole: t('matrix.whole'),
      principle: (number, title) => t('matrix.principleHead', { number, title }),
      cell: (count, strength) => t('matrix.inCsv', { count, strength: strengths[strength] }),
      states: Object.fromEntries(COVERAGE_STATES.map((state) => [state, t(`state.${state}`)])) as Record<
        CoverageState,
        string
      >,
      outOfScope: t('matrix.outOfScope'),
    };
    const strengths = Object.fromEntries(STRENGTHS.map((each) => [each, t(`strength.${each}`)])) as Record<
      Strength,
      string
    >;
    const title = store.getState().outline?.title ?? '';
    const file = `${fileNameOf(`${title} - ${t('matrix.title')} - ${framework.title}`)}.csv`;
    const csv = new Blob([coverageMatrixCsv(matrix, words)], { type: 'text/csv;charset=utf-8' });
    void saveFile(csv, file).then((saved) => {
      const text = savedSentence(t, saved, file, t('matrix.csvSaved', { file }));
      if (text !== null) showToast({ text });
    });
  };
}
