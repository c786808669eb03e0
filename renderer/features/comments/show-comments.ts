import type { ShownStrategy } from '../../app/changes.ts';
import { threadsAt } from '../../app/threads-at.ts';
import { windowState } from '../../app/window-state.ts';
import { showPanel } from '../workbench/show-panel.ts';
import { commentFilters } from './comment-filters.ts';

/** Shows what is said about a block, with the focus on the first of it. */
export function showComments({ store }: ShownStrategy, section: string, block: string): void {
  const first = threadsAt(store.getState(), section).find(
    ({ place, resolved }) => place === block && resolved === null,
  );
  if (!first) return;
  commentFilters.setState({ person: null });
  windowState.setState({ threadRequest: first.id });
  store.getState().setPanel('comments');
  showPanel(true);
}
