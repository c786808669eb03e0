import { useMemo } from 'react';
import { sectionInView, type SectionInView } from '../../app/strategy-store.ts';
import { useStrategy } from './workbench-context.ts';

/** The section in view, or null where there is none. */
export function useSectionInView(): SectionInView | null {
  const outline = useStrategy((state) => state.outline);
  const activeSection = useStrategy((state) => state.activeSection);
  return useMemo(() => sectionInView({ outline, activeSection }), [outline, activeSection]);
}
