import type { StrategyStore } from '../../app/strategy-store.ts';
import { windowState, type CommentDraft } from '../../app/window-state.ts';
import { showPanel } from '../workbench/show-panel.ts';

/** Opens the field for a comment, beside the text. */
export function beginComment(store: StrategyStore, draft: CommentDraft): void {
  windowState.setState({ commentDraft: draft });
  store.getState().setPanel('comments');
  showPanel(true);
}
