import { createStore, useStore } from 'zustand';
import type { StrategyStore } from '../../app/strategy-store.ts';
import { principleKey } from '../../../shared/document/tags.ts';
import { showPanel } from '../workbench/show-panel.ts';

export type CoverageFilter = 'all' | 'gaps';

interface CoverageView {
  readonly filter: CoverageFilter;
  readonly query: string;
  /** Key of the principle that is open, one at a time. */
  readonly opened: string | null;
  /** Key of a principle that is to be brought into view and focused. */
  readonly revealed: string | null;
}

/** How one looks at coverage in this window. */
export const coverageView = createStore<CoverageView>()(() => ({
  filter: 'all',
  query: '',
  opened: null,
  revealed: null,
}));

export function useCoverageView<T>(select: (state: CoverageView) => T): T {
  return useStore(coverageView, select);
}

export function togglePrinciple(key: string): void {
  coverageView.setState(({ opened }) => ({ opened: opened === key ? null : key }));
}

/** Shows a principle in the panel, opened, and puts the focus on it. */
export function revealPrinciple(store: StrategyStore, framework: string, principle: number): void {
  const key = principleKey({ framework, principle });
  store.getState().setFramework(framework);
  store.getState().setPanel('coverage');
  coverageView.setState({ filter: 'all', query: '', opened: key, revealed: key });
  showPanel(true);
}

/** Shows what nothing answers yet. */
export function revealGaps(store: StrategyStore): void {
  store.getState().setPanel('coverage');
  store.getState().setScope('strategy');
  coverageView.setState({ filter: 'gaps', query: '' });
  showPanel(true);
}
