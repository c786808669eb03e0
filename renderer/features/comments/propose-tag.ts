import i18next from 'i18next';
import type { PlacedThread } from '../../../shared/contract/comments.ts';
import type { Proposal } from '../../../shared/document/comments.ts';
import { putTag } from '../../../shared/document/tags.ts';
import { findPrinciple } from '../../../shared/domain/framework.ts';
import { changeSection, mayCommentNow, type ShownStrategy } from '../../app/changes.ts';
import { announce } from '../../ui/announcer.tsx';
import { sendComment } from './comment-commands.ts';

export interface TagProposal {
  readonly section: string;
  readonly block: string;
  readonly quote: string;
  readonly proposal: Proposal;
  readonly reason: string;
}

/** Proposes a tag to whoever may give it: a comment that says so, also to versions that know nothing of proposals. */
export async function proposeTag(strategy: ShownStrategy, order: TagProposal): Promise<void> {
  if (!mayCommentNow(strategy)) return;
  const { section, block, quote, proposal, reason } = order;
  const words = [nameOf(strategy, proposal), reason].filter((part) => part !== '').join(' ');
  const command = {
    kind: 'begin',
    thread: crypto.randomUUID(),
    message: crypto.randomUUID(),
    block,
    quote,
    text: words,
    proposal,
  } as const;
  if (await sendComment(strategy, section, command)) announce(i18next.t('proposal.sent'));
}

/** Gives a tag that was proposed, and says so. */
export async function acceptProposal(strategy: ShownStrategy, thread: PlacedThread, by: string): Promise<void> {
  const { at, place, proposal } = thread;
  if (place === null || proposal === null) return;
  const { connection } = strategy;
  await connection.openSection(at).whenSynced;
  const tag = { ...proposal, block: place, reason: '', by, at: new Date().toISOString() };
  if (!changeSection(strategy, at, (doc) => putTag(doc, tag))) return;
  await answer(strategy, thread, i18next.t('proposal.accepted'));
}

/** Says that a tag is not given. */
export function declineProposal(strategy: ShownStrategy, thread: PlacedThread): Promise<void> {
  return answer(strategy, thread, i18next.t('proposal.declined'));
}

async function answer(strategy: ShownStrategy, { id, section }: PlacedThread, text: string): Promise<void> {
  const reply = { kind: 'reply', thread: id, message: crypto.randomUUID(), text } as const;
  if (await sendComment(strategy, section, reply))
    await sendComment(strategy, section, { kind: 'resolve', thread: id });
}

function nameOf({ store }: ShownStrategy, { framework: id, principle, strength }: Proposal): string {
  const framework = store.getState().frameworks.find((candidate) => candidate.id === id);
  const title = framework && findPrinciple(framework, principle)?.title;
  return i18next.t('proposal.text', {
    number: principle,
    title: title ?? i18next.t('frameworks.numberUnknown'),
    strength: i18next.t(`strength.${strength}`),
  });
}
