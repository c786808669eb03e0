import { mayCommentNow, type ShownStrategy } from '../../app/changes.ts';
import { windowState, type CommentDraft } from '../../app/window-state.ts';
import { showPanel } from '../workbench/show-panel.ts';
import { moveUnsent } from '../../app/unsent-words.ts';

/** Opens the field for a comment, beside the text; or says why there can be none. */
export function beginComment(strategy: ShownStrategy, place: Pick<CommentDraft, 'section' | 'block' | 'quote'>): void {
  if (!mayCommentNow(strategy)) return;
  const { commentDraft: before } = windowState.getState();
  const draft: CommentDraft = { ...place, thread: crypto.randomUUID(), wantsFocus: true };
  const isSame = before?.section === place.section && before.block === place.block && before.quote === place.quote;
  if (isSame) moveUnsent(before.thread, draft.thread);
  windowState.setState({ commentDraft: draft });
  strategy.store.getState().setPanel('comments');
  showPanel(true);
}
