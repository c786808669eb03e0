import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCommentable } from '../../app/changes.ts';
import { useWindowState, windowState, type CommentDraft } from '../../app/window-state.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { sendComment } from './comment-commands.ts';
import { CommentForm } from './comment-form.tsx';
import { ThreadItem } from './thread-item.tsx';
import { useThreads } from './use-threads.ts';
import './comments-panel.css';

/** What is said about the section in view. */
export function CommentsPanel(): React.ReactNode {
  const { t } = useTranslation();
  const section = useStrategy(({ activeSection }) => activeSection);
  const canComment = useStrategy(isCommentable);
  const draft = useWindowState(({ commentDraft }) => (commentDraft?.section === section ? commentDraft : null));
  const threads = useThreads(section);
  const [showsResolved, setShowsResolved] = useState(false);
  const resolved = threads?.filter((thread) => thread.resolved !== null).length ?? 0;
  const shown = threads?.filter((thread) => showsResolved || thread.resolved === null) ?? [];
  return (
    <div className="comments-panel">
      {draft !== null && canComment && <NewComment key={draft.thread} draft={draft} />}
      {resolved > 0 && (
        <div className="comments-filter">
          <CheckField
            label={t('comments.showResolved', { count: resolved })}
            isSelected={showsResolved}
            onChange={setShowsResolved}
          />
        </div>
      )}
      {threads !== null && shown.length === 0 && draft === null && (
        <p className="comments-note">{t(resolved > 0 ? 'comments.allResolved' : 'comments.empty')}</p>
      )}
      {shown.length > 0 && (
        <ul className="comments-list" aria-label={t('comments.list')}>
          {shown.map((thread) => (
            <ThreadItem key={thread.id} section={section!} thread={thread} canComment={canComment} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NewComment({ draft }: { readonly draft: CommentDraft }): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const goTo = useStrategy((state) => state.goTo);
  const { thread, section, block, quote } = draft;
  const [wantsFocus] = useState(draft.wantsFocus);
  useEffect(() => {
    if (wantsFocus) changeDraft(thread, (current) => ({ ...current, wantsFocus: false }));
  }, [thread, wantsFocus]);
  const close = (): void => {
    // Whoever has begun another one meanwhile, or gone elsewhere, is not called back.
    const { activeSection } = workbench.store.getState();
    if (changeDraft(thread, () => null) && activeSection === section) goTo(section, null);
  };
  return (
    <div className="comments-new">
      {quote !== '' && <bdi className="comment-quote">{quote}</bdi>}
      <CommentForm
        label={t('comments.text')}
        thread={thread}
        wantsFocus={wantsFocus}
        send={t('comments.send')}
        onCancel={close}
        onLeave={() => goTo(section, null)}
        onSend={async (text, message) => {
          const command = { kind: 'begin', thread, message, block, quote, text } as const;
          const isWritten = await sendComment(workbench, section, command);
          if (isWritten) close();
          return isWritten;
        }}
      />
    </div>
  );
}

/** @returns Whether it is still the one that is open. */
function changeDraft(thread: string, change: (draft: CommentDraft) => CommentDraft | null): boolean {
  const { commentDraft: draft } = windowState.getState();
  if (draft?.thread !== thread) return false;
  windowState.setState({ commentDraft: change(draft) });
  return true;
}
