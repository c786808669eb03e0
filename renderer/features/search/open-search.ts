import { windowState } from '../../app/window-state.ts';
import { showPanel } from '../workbench/show-panel.ts';
import type { OpenWorkbench } from '../workbench/workbench-context.ts';

/** Shows the search of the whole strategy, with the caret in its field. */
export function openSearch({ store }: OpenWorkbench): void {
  store.getState().setPanel('search');
  showPanel(true);
  windowState.setState({ searchRequest: true });
}
