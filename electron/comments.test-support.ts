import { randomUUID } from 'node:crypto';
import type { CommentCommand } from '../shared/document/comments.ts';

/** Begins a thread of its own about a block. */
export function beginning(block: string, quote: string, text: string): CommentCommand & { readonly kind: 'begin' } {
  return { kind: 'begin', thread: randomUUID(), message: randomUUID(), block, quote, text };
}
