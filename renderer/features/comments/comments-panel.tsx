import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedThread } from '../../../shared/contract/comments.ts';
import { isCommentable } from '../../app/changes.ts';
import { threadsAt } from '../../app/threads-at.ts';
import { useWindowState, windowState, type CommentDraft } from '../../app/window-state.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { titleOf } from '../outline/outline-commands.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { sendComment } from './comment-commands.ts';
import { commentFilters, useCommentFilters } from './comment-filters.ts';
import { CommentForm } from './comment-form.tsx';
import { concerns } from './mentions.ts';
import { ThreadItem } from './thread-item.tsx';
import { useNames } from './use-names.ts';
import './comments-panel.css';

/** Stands for everybody; nobody is called so. */
const ALL = '';

/** What is said about the section in view, or about the whole strategy. */
export function CommentsPanel(): React.ReactNode {
  const { t } = useTranslation();
  const section = useStrategy(({ activeSection }) => activeSection);
  const canComment = useStrategy(isCommentable);
  const draft = useWindowState(({ commentDraft }) => (commentDraft?.section === section ? commentDraft : null));
  const names = useNames();
  const { isThere, threads, resolved } = useShownThreads(section, names);
  const { scope, showsResolved } = useCommentFilters();
  return (
    <div className="comments-panel">
      <Filters names={names} resolved={resolved} />
      {draft !== null && canComment && <NewComment key={draft.thread} draft={draft} />}
      {isThere && threads.length === 0 && draft === null && (
        <p className="comments-note">
          {t(resolved > 0 && !showsResolved ? 'comments.allResolved' : `comments.empty.${scope}`)}
        </p>
      )}
      {[...Map.groupBy(threads, ({ at }) => at)].map(([id, own]) => (
        <SectionThreads key={id} section={id} isNamed={scope === 'strategy'}>
          {own.map((thread) => (
            <ThreadItem key={thread.id} thread={thread} canComment={canComment} names={names} />
          ))}
        </SectionThreads>
      ))}
    </div>
  );
}

interface ShownThreads {
  /** Whether it is known what there is. */
  readonly isThere: boolean;
  /** In the order of the text. */
  readonly threads: readonly PlacedThread[];
  /** How many resolved ones there are, shown or not. */
  readonly resolved: number;
}

/** The threads that the filters leave. */
function useShownThreads(section: string | null, names: readonly string[]): ShownThreads {
  const { scope, showsResolved } = useCommentFilters();
  const person = useChosenPerson(names);
  const all = useStrategy((state) => state.threads);
  const sections = useStrategy((state) => state.outline?.sections);
  return useMemo(() => {
    const ids = scope === 'section' ? [section ?? ''] : (sections ?? []).map(({ id }) => id);
    const threads = ids
      .flatMap((id) => threadsAt({ threads: all }, id))
      .filter((thread) => person === null || concerns(thread, person, names));
    return {
      isThere: all !== null,
      threads: threads.filter((thread) => showsResolved || thread.resolved === null),
      resolved: threads.filter((thread) => thread.resolved !== null).length,
    };
  }, [all, sections, section, scope, person, showsResolved, names]);
}

/** Whose comments are wanted; of another strategy perhaps, where the same people are not known. */
function useChosenPerson(names: readonly string[]): string | null {
  const { person } = useCommentFilters();
  return person !== null && names.includes(person) ? person : null;
}

interface FiltersProps {
  readonly names: readonly string[];
  /** How many resolved threads there are. */
  readonly resolved: number;
}

function Filters({ names, resolved }: FiltersProps): React.ReactNode {
  const { t } = useTranslation();
  const { scope, showsResolved } = useCommentFilters();
  const person = useChosenPerson(names);
  return (
    <div className="comments-filter">
      <Segmented
        label={t('comments.scope')}
        value={scope}
        options={[
          { id: 'section', label: t('comments.scopes.section') },
          { id: 'strategy', label: t('comments.scopes.strategy') },
        ]}
        onChange={(chosen) => commentFilters.setState({ scope: chosen })}
      />
      {names.length > 1 && (
        <SelectField
          label={t('comments.person')}
          value={person ?? ALL}
          options={[{ id: ALL, label: t('comments.everybody') }, ...names.map((name) => ({ id: name, label: name }))]}
          onChange={(chosen) => commentFilters.setState({ person: chosen === ALL ? null : chosen })}
        />
      )}
      {resolved > 0 && (
        <CheckField
          label={t('comments.showResolved', { count: resolved })}
          isSelected={showsResolved}
          onChange={(isSelected) => commentFilters.setState({ showsResolved: isSelected })}
        />
      )}
    </div>
  );
}

interface SectionThreadsProps extends React.PropsWithChildren {
  readonly section: string;
  /** Whether its title stands above them. */
  readonly isNamed: boolean;
}

function SectionThreads({ section, isNamed, children }: SectionThreadsProps): React.ReactNode {
  const { t } = useTranslation();
  const title = useStrategy(({ outline }) => titleOf(outline?.sections.find(({ id }) => id === section)));
  return (
    <section className="comments-section">
      {isNamed && (
        <h2>
          <bdi>{title}</bdi>
        </h2>
      )}
      <ul className="comments-list" aria-label={isNamed ? t('comments.listOf', { title }) : t('comments.list')}>
        {children}
      </ul>
    </section>
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
