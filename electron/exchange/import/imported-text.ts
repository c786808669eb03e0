import type { ImportDrop, ImportDropKind } from '../../../shared/contract/imports.ts';
import { createId } from '../../../shared/document/ids.ts';
import type { NodeJson } from '../../../shared/document/schema.ts';

/** A heading of the source, at whatever level it has there. */
export interface SourceHeading {
  readonly type: 'heading';
  /** From 1. */
  readonly depth: number;
  readonly content: readonly NodeJson[];
}

/** What a source consists of, before it is divided into sections. */
export type SourceBlock = SourceHeading | { readonly type: 'block'; readonly node: NodeJson };

export interface SourceText {
  /** Of the whole, where the source says so apart from its headings. */
  readonly title: string | null;
  readonly blocks: readonly SourceBlock[];
}

/** Counts what does not come along. */
export class Drops {
  readonly #counts = new Map<ImportDropKind, number>();

  count(what: ImportDropKind, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  /** Only what happened, in order of name. */
  list(): ImportDrop[] {
    return [...this.#counts].map(([what, count]) => ({ what, count })).sort((a, b) => (a.what < b.what ? -1 : 1));
  }
}

export function textNode(text: string, marks: NonNullable<NodeJson['marks']> = []): NodeJson {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

export function paragraphNode(content: readonly NodeJson[], attrs: NodeJson['attrs'] = {}): NodeJson {
  return { type: 'paragraph', attrs: { id: createId(), ...attrs }, content };
}

export function headingNode(level: number, content: readonly NodeJson[]): NodeJson {
  return { type: 'heading', attrs: { id: createId(), level }, content };
}
