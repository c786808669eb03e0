import { z } from 'zod';
import { FailureError, failureSchema, type FailureType } from '../../shared/contract/failure.ts';
import { commentCommandSchema } from '../../shared/document/comments.ts';
import { mayComment } from '../../shared/document/rights.ts';
import type { Grant } from '../../shared/domain/membership.ts';
import type { Author } from '../storage/strategy-file.ts';
import { writeComment } from '../workspace/comments.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A replica asks its host to do something; the number comes back with the answer. */
const requestSchema = z.object({
  type: z.literal('comment'),
  seq: z.int(),
  section: z.string(),
  command: z.unknown(),
});
export type CommentRequest = z.infer<typeof requestSchema>;

const answerSchema = z.object({
  type: z.literal('comment-answer'),
  seq: z.int(),
  /** Why it is not done and never will be; null when it is done. */
  refusal: failureSchema.shape.type.nullable(),
});
export type CommentAnswer = z.infer<typeof answerSchema>;

/** What no repeating helps with. */
const FINAL: readonly FailureType[] = [
  'not-granted',
  'section-unknown',
  'thread-unknown',
  'comments-full',
  'input-invalid',
];

/**
 * Does what a message from another device asks for.
 * @param author Whose device it is; nothing in the message can say otherwise.
 * @returns The answer, or null for a message that asks for no comment, or what may be done another time.
 */
export async function answerComment(
  workspace: Workspace,
  message: string,
  author: Author,
  grant: Grant,
): Promise<string | null> {
  const request = requestSchema.safeParse(parsed(message)).data;
  if (!request) return null;
  const refusal = await doComment(workspace, request, author, grant);
  if (refusal !== null && !FINAL.includes(refusal)) return null;
  return JSON.stringify({ type: 'comment-answer', seq: request.seq, refusal } satisfies CommentAnswer);
}

async function doComment(
  workspace: Workspace,
  { section, command: unchecked }: CommentRequest,
  author: Author,
  grant: Grant,
): Promise<CommentAnswer['refusal']> {
  if (!mayComment(grant)) return 'not-granted';
  const command = commentCommandSchema.safeParse(unchecked).data;
  if (!command) return 'input-invalid';
  try {
    await writeComment(workspace, section, command, author);
    return null;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.type;
    throw error;
  }
}

/** @returns Null for a message that is no answer. */
export function readCommentAnswer(message: string): CommentAnswer | null {
  return answerSchema.safeParse(parsed(message)).data ?? null;
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}
