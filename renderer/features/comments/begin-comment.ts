import i18next from 'i18next';
import { mayCommentNow, type ShownStrategy } from '../../app/changes.ts';
import { hasUnsent, moveUnsent } from '../../app/unsent-words.ts';
import { windowState, type CommentDraft } from '../../app/window-state.ts';
import { showToast } from '../../ui/toasts.tsx';
import { showPanel } from '../workbench/show-panel.ts';

type Place = Pick<CommentDraft, 'section' | 'block' | 'quote'>;

/**
 * Opens the field for a comment, beside the text; or says why there can be none. One whose words are not sent is
 * brought back in place of another one.
 */
export function beginComment(strategy: ShownStrategy, place: Place): void {
  if (!mayCommentNow(strategy)) return;
  const { commentDraft: before } = windowState.getState();
  const isBegun = before !== null && hasUnsent(before.thread);
  if (isBegun && !isSamePlace(before, place)) {
    showToast({ text: i18next.t('comments.begun') });
    strategy.store.getState().showSection(before.section);
  }
  // Another thread each time, so that the field takes the focus again.
  const thread = crypto.randomUUID();
  if (isBegun) moveUnsent(before.thread, thread);
  windowState.setState({ commentDraft: { ...(isBegun ? before : place), thread, wantsFocus: true } });
  strategy.store.getState().setPanel('comments');
  showPanel(true);
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.section === b.section && a.block === b.block && a.quote === b.quote;
}
