import * as Y from 'yjs';
import type { Delivery, PlacedThread } from '../../shared/contract/comments.ts';
import { FailureError, failureSchema } from '../../shared/contract/failure.ts';
import {
  applyAsked,
  applyCommentCommand,
  placeOfThread,
  readThreads,
  type CommentCommand,
  type Signature,
  type Thread,
} from '../../shared/document/comments.ts';
import { commentsDocument } from '../../shared/document/layout.ts';
import { mayComment } from '../../shared/document/rights.ts';
import type { OutboxEntry } from '../storage/outbox.ts';
import type { Author } from '../storage/strategy-file.ts';
import type { Workspace } from './workspace.ts';

/** The comments on all sections, the deleted ones last. Where they cannot be read, there are none. */
export async function allThreads(workspace: Workspace): Promise<PlacedThread[]> {
  const written = new Set(workspace.file.documents());
  const asked = new Set(workspace.outbox.list().map(({ section }) => section));
  const { sections, deleted } = await workspace.outline();
  const commented = [...sections, ...deleted].filter(({ id }) => asked.has(id) || written.has(commentsDocument(id)));
  const read = await Promise.allSettled(commented.map(({ id }) => threadsOf(workspace, id)));
  return read.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}

/**
 * The comments on a section, in the order of its text; those whose place is gone come last. What this machine has
 * asked its host to do is shown as if it were done.
 */
export async function threadsOf(workspace: Workspace, section: string): Promise<PlacedThread[]> {
  const asked = workspace.outbox.list().filter((entry) => entry.section === section);
  const { threads, deliveries } = await workspace.hub.read(commentsDocument(section), (doc) =>
    asked.length === 0 ? { threads: readThreads(doc), deliveries: {} } : withAsked(doc, asked, workspace.author()),
  );
  const { blocks } = await workspace.project(section);
  const live = new Set((await workspace.outline()).sections.map(({ id }) => id));
  const index = new Map(blocks.map(({ id }, at) => [id, at]));
  const rank = ({ place }: PlacedThread): number => index.get(place ?? '') ?? blocks.length;
  // SPEC W5–W7.
  const placed = (thread: Thread): Pick<PlacedThread, 'at' | 'place'> => {
    const others = index.has(thread.block) ? [] : workspace.projection.sectionsWith(thread.block);
    const moved = others.find((other) => other !== section && live.has(other));
    return moved === undefined
      ? { at: section, place: placeOfThread(thread, blocks) }
      : { at: moved, place: thread.block };
  };
  return threads
    .map((thread) => ({ ...thread, section, ...placed(thread), deliveries }))
    .sort((a, b) => rank(a) - rank(b));
}

function withAsked(doc: Y.Doc, asked: readonly OutboxEntry[], author: Author) {
  const copy = new Y.Doc();
  const deliveries: Record<string, Delivery> = {};
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    for (const { command, at, refusal } of asked) {
      applyAsked(copy, command, signatureOf(author, at));
      if (!('message' in command)) continue;
      const reason = failureSchema.shape.type.safeParse(refusal);
      deliveries[command.message] = reason.success ? { kind: 'refused', reason: reason.data } : { kind: 'waiting' };
    }
    return { threads: readThreads(copy), deliveries };
  } finally {
    copy.destroy();
  }
}

/**
 * Does what somebody on this machine asks for, or keeps it for the host to do; on disk when it returns.
 * @param as Who signs, if not the person of this device; a host signs with the name that it knows.
 * @throws FailureError when there is no such section or thread, this person may not comment, or it cannot be saved.
 */
export async function comment(
  workspace: Workspace,
  section: string,
  command: CommentCommand,
  as?: string,
): Promise<void> {
  const { replica } = workspace;
  if (replica === null) return writeComment(workspace, section, command, workspace.author(as));
  if (!mayComment(replica.grant)) throw new FailureError('not-granted');
  await assertSection(workspace, section);
  workspace.askHost(section, command);
}

/** Gives up a message that the host will not take. */
export function discardComment(workspace: Workspace, message: string): void {
  for (const { seq, section, command, refusal } of workspace.outbox.list()) {
    if (refusal === null || !('message' in command) || command.message !== message) continue;
    workspace.hub.write(() => workspace.outbox.remove(seq));
    workspace.hub.broadcast({ type: 'comments', section });
  }
}

/**
 * Does what somebody asks for, on the machine that answers for the strategy; on disk when it returns.
 * @param author Whom it is signed with.
 * @throws FailureError when there is no such section or thread, or it cannot be saved.
 */
export async function writeComment(
  workspace: Workspace,
  section: string,
  command: CommentCommand,
  author: Author,
): Promise<void> {
  await assertSection(workspace, section);
  const signature = signatureOf(author, Date.now());
  await workspace.hub.edit(commentsDocument(section), workspace.author(), (doc) =>
    applyCommentCommand(doc, command, signature),
  );
  workspace.hub.broadcast({ type: 'comments', section });
}

async function assertSection(workspace: Workspace, section: string): Promise<void> {
  const { sections, deleted } = await workspace.outline();
  const isKnown = [...sections, ...deleted].some(({ id }) => id === section);
  if (!isKnown) throw new FailureError('section-unknown', { section });
}

function signatureOf({ name, organisation, device }: Author, at: number): Signature {
  return { by: name, organisation, device, at: new Date(at).toISOString() };
}
