import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Delivery, PlacedThread } from '../../../shared/contract/comments.ts';
import { useSession } from '../../app/application-session.ts';
import { isSectionWritable } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { useWindowState, windowState } from '../../app/window-state.ts';
import { isolated } from '../../ui/isolated.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { sendComment } from './comment-commands.ts';
import { CommentForm } from './comment-form.tsx';
import { acceptProposal, declineProposal, principleOf, wordProposal } from './propose-tag.ts';
import { partsOf } from './mentions.ts';
import { hasUnsent } from '../../app/unsent-words.ts';

export interface ThreadItemProps {
  readonly thread: PlacedThread;
  readonly canComment: boolean;
  /** Who is known by name. */
  readonly names: readonly string[];
}

/** A thread: what it is about, what was said, and what can be done. */
export function ThreadItem({ thread, canComment, names }: ThreadItemProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const goTo = useStrategy((state) => state.goTo);
  const [isReplying, setReplying] = useState(() => hasUnsent(thread.id));
  const [wantsFocus, setWantsFocus] = useState(false);
  const replyButton = useRef<HTMLButtonElement>(null);
  const { id, section, at, quote, place, messages, resolved, deliveries } = thread;
  const item = useRef<HTMLLIElement>(null);
  const isAsked = useWindowState(({ threadRequest }) => threadRequest === id);
  useEffect(() => {
    if (!isAsked) return;
    windowState.setState({ threadRequest: null });
    item.current?.scrollIntoView({ block: 'nearest' });
    item.current?.querySelector('button')?.focus();
  }, [isAsked]);
  const proposed = useStrategy((state) => thread.proposal && wordProposal(state, thread.proposal));
  const about = quote || t('comments.emptyParagraph');
  const reply = (): void => {
    setWantsFocus(true);
    setReplying(true);
  };
  const closeReply = (): void => {
    setReplying(false);
    requestAnimationFrame(() => replyButton.current?.focus());
  };
  return (
    <li ref={item} className={resolved ? 'comment-thread is-resolved' : 'comment-thread'}>
      {place === null ? (
        <>
          <bdi className="comment-quote">{about}</bdi>
          <span className="comment-facts">{t('comments.placeGone')}</span>
        </>
      ) : (
        <Button
          className="comment-quote"
          aria-label={t('comments.goTo', { quote: about })}
          onPress={() => goTo(at, place)}
        >
          <bdi>{about}</bdi>
        </Button>
      )}
      {proposed !== null && (
        <p className="comment-proposal" dir="auto">
          {proposed}
        </p>
      )}
      {messages.map((message) => (
        <div key={message.id} className="comment-message">
          <span className="comment-facts">
            {t('comments.facts', { by: isolated(message.by || t('comments.unnamed')), when: new Date(message.at) })}
          </span>
          <p className="comment-text" dir="auto" hidden={message.text === proposed}>
            {partsOf(message.text, names).map((part) =>
              part.isName ? (
                <strong key={part.at} className="comment-name">
                  {part.text}
                </strong>
              ) : (
                part.text
              ),
            )}
          </p>
          <DeliveryNote message={message.id} delivery={deliveries[message.id]} />
        </div>
      ))}
      {resolved && (
        <span className="comment-facts comment-resolved">
          <Check aria-hidden size={14} />
          {t('comments.resolved', { by: resolved.by || t('comments.unnamed') })}
        </span>
      )}
      {canComment && isReplying && (
        <CommentForm
          label={t('comments.replyText')}
          thread={id}
          wantsFocus={wantsFocus}
          send={t('comments.reply')}
          onCancel={closeReply}
          onLeave={() => goTo(at, null)}
          onSend={async (text, message) => {
            const command = { kind: 'reply', thread: id, message, text } as const;
            const isWritten = await sendComment(workbench, section, command);
            if (isWritten) closeReply();
            return isWritten;
          }}
        />
      )}
      {canComment && !isReplying && (
        <div className="comment-actions">
          <ProposalActions thread={thread} />
          <Button ref={replyButton} className="link-button" onPress={reply}>
            {t('comments.reply')}
          </Button>
          <Button
            className="link-button"
            onPress={() => void sendComment(workbench, section, { kind: resolved ? 'reopen' : 'resolve', thread: id })}
          >
            {t(resolved ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What whoever may write there can do with a tag that is proposed. */
function ProposalActions({ thread }: { readonly thread: PlacedThread }): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const { person } = useSession();
  const { at, place, block, proposal, resolved } = thread;
  const mayDecide = useStrategy((state) => isSectionWritable(state, at));
  const isKnown = useStrategy((state) => proposal !== null && principleOf(state, proposal) !== null);
  const [isRunning, setRunning] = useState(false);
  if (proposal === null || resolved !== null || !mayDecide) return null;
  const decide = (work: Promise<void>): void => {
    setRunning(true);
    void work.finally(() => setRunning(false));
  };
  return (
    <>
      <Button
        className="link-button"
        isDisabled={isRunning || !isKnown || place !== block}
        onPress={() => decide(acceptProposal(workbench, thread, person?.name ?? ''))}
      >
        {t('proposal.accept')}
      </Button>
      <Button className="link-button" isDisabled={isRunning} onPress={() => decide(declineProposal(workbench, thread))}>
        {t('proposal.decline')}
      </Button>
    </>
  );
}

interface DeliveryNoteProps {
  readonly message: string;
  /** Undefined where the machine that answers for the strategy has the message. */
  readonly delivery: Delivery | undefined;
}

/** Whether a message has reached the machine that answers for the strategy; one that it will not take can be given up. */
function DeliveryNote({ message, delivery }: DeliveryNoteProps): React.ReactNode {
  const { t } = useTranslation();
  const { connection } = useWorkbench();
  if (!delivery) return null;
  if (delivery.kind === 'waiting') return <span className="comment-facts">{t('comments.waiting')}</span>;
  return (
    <>
      <span className="comment-facts comment-refused">
        {t('comments.refused', { reason: t(`failure.${delivery.reason}`) })}
      </span>
      <Button
        className="link-button"
        onPress={() => {
          connection.client
            .discardComment({ message })
            .catch((error: unknown) => showToast({ text: failureSentence(t, error) }));
        }}
      >
        {t('comments.discard')}
      </Button>
    </>
  );
}
