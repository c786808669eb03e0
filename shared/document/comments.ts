import type * as Y from 'yjs';
import { z } from 'zod';
import { FailureError } from '../contract/failure.ts';
import { parsePrincipleKey, principleKey, strengthSchema } from './tags.ts';

/** Who said or did something, and when. */
const signatureSchema = z.object({
  by: z.string(),
  organisation: z.string(),
  device: z.int(),
  /** ISO 8601 in UTC. */
  at: z.string(),
});
export type Signature = z.infer<typeof signatureSchema>;

/** A tag that somebody who may not give it wants a block to have. SPEC W8. */
const proposalSchema = z
  .object({
    framework: z.string(),
    principle: z.int(),
    strength: strengthSchema,
    /** Why, as it would stand with the tag. */
    reason: z.string().max(2000).default(''),
  })
  .refine((proposal) => parsePrincipleKey(principleKey(proposal)) !== null);
export type Proposal = z.infer<typeof proposalSchema>;

/** What a thread is about. */
const anchorSchema = z.object({
  block: z.string(),
  /** The phrase, or the beginning of the paragraph, as it stood then. */
  quote: z.string(),
  /** Null where nothing is proposed; what a newer version proposes is a comment like others here. */
  proposal: proposalSchema.nullable().default(null).catch(null),
});

const messageSchema = signatureSchema.extend({ id: z.string(), text: z.string() });

/** A conversation about a paragraph or a phrase of it. */
export const threadSchema = anchorSchema.extend({
  id: z.string(),
  /** In the order in which they were written. */
  messages: z.array(messageSchema).readonly(),
  /** Who said that it is done with; null while it is not. */
  resolved: signatureSchema.nullable(),
});
export type Thread = z.infer<typeof threadSchema>;

export const QUOTE_LETTERS = 300;
/** Far above what is said about a section; each command reads all of it. */
const MOST_MESSAGES = 5000;
const idSchema = z.uuid();
const textSchema = z.string().trim().min(1).max(5000);

/** What somebody wants to be written; asked for twice, it is done once. SPEC W1–W8. */
export const commentCommandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    thread: idSchema,
    message: idSchema,
    block: z.string().min(1).max(64),
    quote: z.string().max(QUOTE_LETTERS),
    text: textSchema,
    proposal: proposalSchema.optional(),
  }),
  z.object({ kind: z.literal('reply'), thread: idSchema, message: idSchema, text: textSchema }),
  z.object({ kind: z.literal('resolve'), thread: idSchema }),
  z.object({ kind: z.literal('reopen'), thread: idSchema }),
]);
export type CommentCommand = z.infer<typeof commentCommandSchema>;

/** Anchors by thread. */
const anchorsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('threads');
/** Messages by `thread|message`. */
const messagesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('messages');
/** Signatures by thread, of those that are resolved. */
const resolvedOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('resolved');

/**
 * Does what was asked for, in the name of whoever asked.
 * @param doc The comments on a section.
 * @throws FailureError when there is no such thread, or too much has been said.
 */
export function applyCommentCommand(doc: Y.Doc, command: CommentCommand, signature: Signature): void {
  const { thread } = command;
  const isKnown = anchorsOf(doc).has(thread);
  if (!isKnown && command.kind !== 'begin') throw new FailureError('thread-unknown');
  const isNew = 'message' in command && !messagesOf(doc).has(messageKey(command));
  if (isNew && messagesOf(doc).size >= MOST_MESSAGES) throw new FailureError('comments-full');
  doc.transact(() => {
    switch (command.kind) {
      case 'begin':
        if (isKnown) return;
        anchorsOf(doc).set(thread, {
          block: command.block,
          quote: command.quote,
          ...(command.proposal && { proposal: command.proposal }),
        });
        putMessage(doc, command, signature);
        return;
      case 'reply':
        if (putMessage(doc, command, signature)) resolvedOf(doc).delete(thread);
        return;
      case 'resolve':
        if (!resolvedOf(doc).has(thread)) resolvedOf(doc).set(thread, signature);
        return;
      case 'reopen':
        resolvedOf(doc).delete(thread);
    }
  });
}

/** The same for what nobody has answered. A reply to what is not there stands by itself: its words are nowhere else. */
export function applyAsked(doc: Y.Doc, command: CommentCommand, signature: Signature): void {
  try {
    applyCommentCommand(doc, command, signature);
  } catch {
    if (command.kind !== 'reply') return;
    applyCommentCommand(doc, { ...command, kind: 'begin', block: '', quote: '' }, signature);
  }
}

function messageKey({ thread, message }: { readonly thread: string; readonly message: string }): string {
  return `${thread}|${message}`;
}

/** @returns Whether it was not there yet: nobody's words are written over. */
function putMessage(
  doc: Y.Doc,
  said: { readonly thread: string; readonly message: string; readonly text: string },
  signature: Signature,
): boolean {
  const key = messageKey(said);
  if (messagesOf(doc).has(key)) return false;
  messagesOf(doc).set(key, { ...signature, text: said.text });
  return true;
}

/** All threads, oldest first; what cannot be read is left out. */
export function readThreads(doc: Y.Doc): Thread[] {
  const messages = Map.groupBy(readMessages(doc), ({ thread }) => thread);
  const threads = [...anchorsOf(doc).entries()].flatMap(([id, value]) => {
    const anchor = anchorSchema.safeParse(value);
    const own = (messages.get(id) ?? []).map(({ message }) => message).sort(bySigning);
    const resolved = signatureSchema.safeParse(resolvedOf(doc).get(id));
    if (!anchor.success || own.length === 0) return [];
    return [{ id, ...anchor.data, messages: own, resolved: resolved.data ?? null }];
  });
  return threads.sort((a, b) => bySigning(a.messages[0]!, b.messages[0]!));
}

function readMessages(doc: Y.Doc): { thread: string; message: Thread['messages'][number] }[] {
  return [...messagesOf(doc).entries()].flatMap(([key, value]) => {
    const [thread, id] = key.split('|');
    const message = messageSchema.safeParse({ ...(value as object), id });
    return message.success ? [{ thread: thread!, message: message.data }] : [];
  });
}

function bySigning(a: { at: string; id: string }, b: { at: string; id: string }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * The block that a thread stands at now: its own, or where that is gone the first one that has the words.
 * @returns Null when the words are gone, too.
 */
export function placeOfThread(
  { block, quote }: Pick<Thread, 'block' | 'quote'>,
  blocks: readonly { readonly id: string; readonly text: string }[],
): string | null {
  if (blocks.some(({ id }) => id === block)) return block;
  if (quote === '') return null;
  return blocks.find(({ text }) => text.includes(quote))?.id ?? null;
}
