import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isCounted } from '../../../shared/domain/coverage.ts';
import type { MatrixCell, MatrixColumn, MatrixRow } from '../../../shared/domain/coverage-matrix.ts';

export interface MatrixWords {
  /** How a column's principle is answered in the whole strategy. */
  readonly state: (column: MatrixColumn) => string;
  /** A column as a screen reader says it. */
  readonly column: (column: MatrixColumn) => string;
  /** What a section says to a principle. */
  readonly said: (cell: MatrixCell) => string;
  /** A cell as a screen reader says it. */
  readonly cell: (row: MatrixRow, column: MatrixColumn, cell: MatrixCell) => string;
}

/** What the parts of the matrix are called. Made for thousands of cells: each sentence is looked up once. */
export function useMatrixWords(): MatrixWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const sentence = t('matrix.cell', { skipInterpolation: true });
    const saidOnce = new Map<string, string>();
    const said = ({ strength, count }: MatrixCell): string => {
      if (strength === null) return t('matrix.nothing');
      const key = `${count} ${strength}`;
      let words = saidOnce.get(key);
      if (words === undefined) {
        const paragraphs = t('coverage.paragraphs', { count });
        saidOnce.set(key, (words = t('matrix.said', { paragraphs, strength: t(`strength.${strength}`) })));
      }
      return words;
    };
    const state = (column: MatrixColumn): string => {
      if (column.isGap) return t('matrix.gap');
      return isCounted(column) ? t(`state.${column.state}`) : t('matrix.outOfScope');
    };
    return {
      said,
      state,
      column: (column) => t('matrix.principle', { number: column.number, title: column.title, state: state(column) }),
      cell: (row, column, cell) =>
        fill(sentence, {
          section: row.number,
          sectionTitle: row.title,
          principle: column.number,
          principleTitle: column.title,
          what: said(cell),
        }),
    };
  }, [t]);
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
