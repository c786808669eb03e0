import i18next from 'i18next';
import type { PlacedThread } from '../../../shared/contract/comments.ts';
import { readBlocks } from '../../../shared/document/blocks.ts';
import type { Proposal } from '../../../shared/document/comments.ts';
import { contentOf } from '../../../shared/document/layout.ts';
import { putTag, readTags, STRENGTHS, tagKey } from '../../../shared/document/tags.ts';
import { findPrinciple, type Principle } from '../../../shared/domain/framework.ts';
import { changeSection, mayCommentNow, type ShownStrategy } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import type { StrategyState } from '../../app/strategy-store.ts';
import { announce } from '../../ui/announcer.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { sendComment } from './comment-commands.ts';

export interface TagProposal {
  readonly section: string;
  readonly block: string;
  readonly quote: string;
  readonly proposal: Proposal;
}

/** Proposes a tag to whoever may give it: a comment that says so, also to versions that know nothing of proposals. */
export async function proposeTag(strategy: ShownStrategy, order: TagProposal): Promise<void> {
  if (!mayCommentNow(strategy)) return;
  const { section, block, quote, proposal } = order;
  const text = proposal.reason || wordProposal(strategy.store.getState(), proposal);
  const [thread, message] = [crypto.randomUUID(), crypto.randomUUID()];
  const command = { kind: 'begin', thread, message, block, quote, text, proposal } as const;
  if (await sendComment(strategy, section, command)) announce(i18next.t('proposal.sent'));
}

/**
 * Gives a tag that was proposed, and says so. One that is there already is not made weaker, and keeps its reason.
 * What cannot be done is said.
 */
export async function acceptProposal(strategy: ShownStrategy, thread: PlacedThread, by: string): Promise<void> {
  const { at, block, proposal } = thread;
  if (proposal === null) return;
  try {
    await strategy.connection.openSection(at).whenSynced;
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
    return;
  }
  let isThere = false;
  const isDone = changeSection(strategy, at, (doc) => {
    isThere = readBlocks(contentOf(doc)).some(({ id }) => id === block);
    const own = readTags(doc).find((tag) => tagKey(tag.block, tag) === tagKey(block, proposal));
    const isEnough = own && STRENGTHS.indexOf(own.strength) <= STRENGTHS.indexOf(proposal.strength);
    if (!isThere || isEnough) return;
    putTag(doc, { ...proposal, reason: own?.reason || proposal.reason, block, by, at: new Date().toISOString() });
  });
  if (isDone && !isThere) showToast({ text: i18next.t('comments.placeGone') });
  else if (isDone) await answer(strategy, thread, i18next.t('proposal.accepted'));
}

/** Says that a tag is not given. */
export function declineProposal(strategy: ShownStrategy, thread: PlacedThread): Promise<void> {
  return answer(strategy, thread, i18next.t('proposal.declined'));
}

/** What is proposed, in words: from what would be given, not from what was said about it. */
export function wordProposal(state: Pick<StrategyState, 'frameworks'>, proposal: Proposal): string {
  return i18next.t('proposal.text', {
    number: proposal.principle,
    title: principleOf(state, proposal)?.title ?? i18next.t('frameworks.numberUnknown'),
    strength: i18next.t(`strength.${proposal.strength}`),
  });
}

/** The principle that is proposed, where the strategy knows it. */
export function principleOf({ frameworks }: Pick<StrategyState, 'frameworks'>, proposal: Proposal): Principle | null {
  const framework = frameworks.find(({ id }) => id === proposal.framework);
  return (framework && findPrinciple(framework, proposal.principle)) ?? null;
}

async function answer(strategy: ShownStrategy, { id, section }: PlacedThread, text: string): Promise<void> {
  await sendComment(strategy, section, { kind: 'reply', thread: id, message: crypto.randomUUID(), text });
  await sendComment(strategy, section, { kind: 'resolve', thread: id });
}
