import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import type { VersionCause, VersionEntry } from '../../shared/contract/versions.ts';
import { createId } from '../../shared/document/ids.ts';
import type { Author, StrategyFile } from './strategy-file.ts';

/** What somebody says of a version to be kept. */
export interface NewVersion {
  readonly cause: VersionCause;
  readonly name: string;
  readonly note: string;
}

type Row = Omit<VersionEntry, 'at'> & { readonly at: number };

/** Fast: what is kept is for the disk, not for the wire. */
const COMPRESSION = { level: 1 };

/** States of the strategy that are kept under a name. */
export class Versions {
  readonly #file: StrategyFile;

  constructor(file: StrategyFile) {
    this.#file = file;
  }

  /**
   * Keeps the state of every document as it lies in the file. Documents that have not changed since
   * another version share their state with that. On disk, or not there at all, when this returns.
   */
  keep({ cause, name, note }: NewVersion, author: Author, now = Date.now()): VersionEntry {
    const { db } = this.#file;
    const id = createId();
    const insertDocument = db.prepare('INSERT INTO version_document (version, document, seq) VALUES (?, ?, ?)');
    db.transaction(() => {
      db.prepare('INSERT INTO version (id, cause, name, note, author, at) VALUES (?, ?, ?, ?, ?, ?)').run(
        id,
        cause,
        name,
        note,
        this.#file.authorId(author),
        now,
      );
      for (const document of this.#file.documents()) {
        const seq = this.#file.lastSeq(document);
        this.#keepState(document, seq);
        insertDocument.run(id, document, seq);
      }
    })();
    return this.find(id);
  }

  #keepState(document: string, seq: number): void {
    const { db } = this.#file;
    if (db.prepare('SELECT 1 FROM version_state WHERE document = ? AND seq = ?').get(document, seq)) return;
    const doc = new Y.Doc();
    try {
      this.#file.load(document, doc);
      const data = deflateRawSync(Y.encodeStateAsUpdateV2(doc), COMPRESSION);
      db.prepare('INSERT INTO version_state (document, seq, data) VALUES (?, ?, ?)').run(document, seq, data);
    } finally {
      doc.destroy();
    }
  }

  /** Newest first. */
  list(): VersionEntry[] {
    const rows = this.#file.db.prepare(`${ENTRIES} ORDER BY at DESC, version.id`).all() as Row[];
    return rows.map(entryOf);
  }

  /** @throws FailureError when there is none of that id. */
  find(id: string): VersionEntry {
    const row = this.#file.db.prepare(`${ENTRIES} WHERE version.id = ?`).get(id) as Row | undefined;
    if (!row) throw new FailureError('version-unknown');
    return entryOf(row);
  }

  /** The documents of a version, each as an update of encoding v2, by name. */
  states(id: string): ReadonlyMap<string, Uint8Array> {
    this.find(id);
    const rows = this.#file.db
      .prepare(
        `SELECT document, data FROM version_document JOIN version_state USING (document, seq)
         WHERE version = ? ORDER BY document`,
      )
      .all(id) as { document: string; data: Buffer }[];
    return new Map(rows.map(({ document, data }) => [document, inflateRawSync(data)]));
  }

  /** Lets go of a version, and of the states that no other one needs. */
  remove(id: string): void {
    this.find(id);
    const { db } = this.#file;
    db.transaction(() => {
      db.prepare('DELETE FROM version WHERE id = ?').run(id);
      db.prepare(
        `DELETE FROM version_state WHERE NOT EXISTS (
           SELECT 1 FROM version_document AS kept
           WHERE kept.document = version_state.document AND kept.seq = version_state.seq)`,
      ).run();
    })();
  }
}

const ENTRIES = `
  SELECT version.id, cause, version.name, note, author.name AS by, organisation, at
  FROM version JOIN author ON author.id = version.author`;

function entryOf(row: Row): VersionEntry {
  return { ...row, at: new Date(row.at).toISOString() };
}
