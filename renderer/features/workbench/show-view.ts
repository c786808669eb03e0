import type { StrategyStore, VIEWS } from '../../app/strategy-store.ts';
import { windowState } from '../../app/window-state.ts';
import { keepFocusIn, REGIONS } from './regions.ts';

/** Shows the coverage matrix, and the draft again. */
export const MATRIX_KEY = 'F8';

/** Fills the window with a view, with the focus in it when what had it has gone with the view before. */
export function showView(store: StrategyStore, kind: (typeof VIEWS)[number]): void {
  if (store.getState().view.kind === kind) return;
  windowState.setState({ isOutlineOver: false, isPanelOver: false });
  store.getState().show({ kind });
  keepFocusIn(kind === 'matrix' ? REGIONS.matrix : REGIONS.text);
}

export function toggleMatrix(store: StrategyStore): void {
  showView(store, store.getState().view.kind === 'matrix' ? 'draft' : 'matrix');
}
