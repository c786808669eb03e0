import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { countsBefore } from '../../shared/domain/references.ts';
import { withTargets, type StrategyStore } from '../app/strategy-store.ts';

/** Where the style sheet begins to count in a section, and what it writes before the numbers of captions. */
export function useNumberingStyle(store: StrategyStore, section: string, sectionNumber: number): React.CSSProperties {
  const { t } = useTranslation();
  const { table, figure, footnote } = useStore(
    store,
    useShallow((state) => countsBefore(withTargets(state)).get(section) ?? { table: 0, figure: 0, footnote: 0 }),
  );
  const end = t('docx.captionEnd');
  const label = (name: string, kind: 'table' | 'figure'): Record<string, string> => {
    const [before = '', after = ''] = t(`docx.targets.${kind}`, { number: '\n' }).split('\n');
    return { [`--${name}-before`]: JSON.stringify(before), [`--${name}-after`]: JSON.stringify(after + end) };
  };
  return {
    counterReset: `section ${sectionNumber} table ${table} figure ${figure} footnote ${footnote}`,
    ...label('table', 'table'),
    ...label('figure', 'figure'),
  };
}
