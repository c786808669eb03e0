import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { countsBefore } from '../../shared/domain/references.ts';
import { withTargets, type StrategyStore } from '../app/strategy-store.ts';
import { numberingStyle } from './numbering-style.ts';

/** How a section in the editor counts; follows what stands before it. */
export function useNumberingStyle(store: StrategyStore, section: string, sectionNumber: number): React.CSSProperties {
  const { t } = useTranslation();
  const before = useStore(
    store,
    useShallow((state) => countsBefore(withTargets(state)).get(section) ?? { table: 0, figure: 0, footnote: 0 }),
  );
  return numberingStyle(t, sectionNumber, before);
}
