import type { StrategyStore } from '../../app/strategy-store.ts';
import { windowState } from '../../app/window-state.ts';
import { showView } from '../workbench/show-view.ts';

/** Shows the whole strategy and prints it as soon as it is there. */
export function printStrategy(store: StrategyStore): void {
  windowState.setState({ printRequest: true });
  showView(store, 'reading');
}
