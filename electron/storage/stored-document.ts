import { crc32 } from 'node:zlib';
import * as Y from 'yjs';
import type { SqliteDatabase } from './open-database.ts';

/** A document as it lies in the file. */
export interface StoredDocument {
  readonly document: string;
  /** Encoding v2. */
  readonly snapshot: Uint8Array | null;
  /** Updates behind the snapshot, encoding v1. */
  readonly tail: readonly Uint8Array[];
  /** Some of it is not as it was written. */
  readonly isDamaged: boolean;
}

interface Row {
  readonly seq: number;
  readonly data: Buffer;
  readonly sum: number | null;
}

/** What a file holds of a document, not decoded: for a thread that does that itself. */
export function readStored(db: SqliteDatabase, document: string): StoredDocument {
  const snapshot = db.prepare('SELECT seq, data, sum FROM snapshot WHERE document = ?').get(document) as
    | Row
    | undefined;
  const tail = db
    .prepare('SELECT seq, data, sum FROM update_log WHERE document = ? AND seq > ? ORDER BY seq')
    .all(document, snapshot?.seq ?? 0) as Row[];
  const rows = snapshot ? [snapshot, ...tail] : tail;
  return {
    document,
    snapshot: snapshot?.data ?? null,
    tail: tail.map(({ data }) => data),
    isDamaged: rows.some(({ data, sum }) => sum !== null && sum !== sumOf(data)),
  };
}

/** Names of all documents that were ever written. */
export function documentsIn(db: SqliteDatabase): string[] {
  // A loose index scan: the log may be long, the documents are few.
  return db
    .prepare(
      `WITH RECURSIVE logged (document) AS (
         SELECT min(document) FROM update_log
         UNION ALL
         SELECT (SELECT min(document) FROM update_log WHERE document > logged.document)
         FROM logged WHERE logged.document IS NOT NULL
       )
       SELECT document FROM logged WHERE document IS NOT NULL
       UNION SELECT document FROM snapshot ORDER BY document`,
    )
    .pluck()
    .all() as string[];
}

/** By which it is seen whether bytes are as they were written. */
export function sumOf(data: Uint8Array): number {
  return crc32(data);
}

/**
 * Applies the snapshot, then the updates behind it, in one transaction: merging the updates first
 * would take a hundred times as long.
 * @throws When they are not as they were written, or cannot be decoded.
 */
export function applyStored(doc: Y.Doc, { document, snapshot, tail, isDamaged }: StoredDocument): void {
  if (isDamaged) throw new Error(`The document ${document} is not as it was written.`);
  doc.transact(() => {
    if (snapshot) Y.applyUpdateV2(doc, snapshot);
    for (const update of tail) Y.applyUpdate(doc, update);
  });
}

/** Whether a document holds all that was written on what it holds; if not, a part of its log is missing. */
export function isWhole({ store }: Y.Doc): boolean {
  return store.pendingStructs === null && store.pendingDs === null;
}
