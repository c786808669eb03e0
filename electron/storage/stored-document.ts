import * as Y from 'yjs';
import type { SqliteDatabase } from './open-database.ts';

/** A document as it lies in the file. */
export interface StoredDocument {
  readonly document: string;
  /** Encoding v2. */
  readonly snapshot: Uint8Array | null;
  /** Updates behind the snapshot, encoding v1. */
  readonly tail: readonly Uint8Array[];
}

/** What a file holds of a document, not decoded: for a thread that does that itself. */
export function readStored(db: SqliteDatabase, document: string): StoredDocument {
  const snapshot = db.prepare('SELECT seq, data FROM snapshot WHERE document = ?').get(document) as
    | { seq: number; data: Buffer }
    | undefined;
  const tail = db
    .prepare('SELECT data FROM update_log WHERE document = ? AND seq > ? ORDER BY seq')
    .pluck()
    .all(document, snapshot?.seq ?? 0) as Buffer[];
  return { document, snapshot: snapshot?.data ?? null, tail };
}

/**
 * Applies the snapshot, then the updates behind it, in one transaction: merging the updates first
 * would take a hundred times as long.
 */
export function applyStored(doc: Y.Doc, { snapshot, tail }: StoredDocument): void {
  doc.transact(() => {
    if (snapshot) Y.applyUpdateV2(doc, snapshot);
    for (const update of tail) Y.applyUpdate(doc, update);
  });
}

/** Whether a document holds all that was written on what it holds; if not, a part of its log is missing. */
export function isWhole({ store }: Y.Doc): boolean {
  return store.pendingStructs === null && store.pendingDs === null;
}
