import type { Statement } from 'better-sqlite3';
import { existsSync } from 'node:fs';
import * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import type { SeededDocuments } from '../../shared/document/seed.ts';
import { giveName, removeDraft } from './draft.ts';
import {
  asFailure,
  createDatabase,
  gather,
  isForbidden,
  openDatabase,
  openInMemory,
  type SqliteDatabase,
} from './open-database.ts';
import { assertInPlace, isReadOnlyPlace, placeOf, type Place } from './place.ts';
import { applyStored, documentsIn, readStored, sumOf, type StoredDocument } from './stored-document.ts';

/** Who wrote: the person and the device. */
export interface Author {
  /** Device number, 0 … 2^21 − 1. */
  readonly device: number;
  readonly name: string;
  readonly organisation: string;
}

/** One update to be kept, with the Yjs client ids whose structs it holds. */
export interface UpdateEntry {
  readonly document: string;
  readonly data: Uint8Array;
  readonly author: Author;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly clients: readonly number[];
  /** Who wrote with those client ids, where that is not the author. */
  readonly authors?: ReadonlyMap<number, Author>;
}

/** How long the log is kept behind a snapshot, in milliseconds. */
export const LOG_RETENTION = 30 * 24 * 60 * 60 * 1000;

/** How many updates may stand behind a snapshot before a new one is made. */
export const COMPACT_AFTER = 500;

function openForUse(path: string): { readonly db: SqliteDatabase; readonly isReadOnly: boolean } {
  try {
    if (!isReadOnlyPlace(path)) return { db: openDatabase(path), isReadOnly: false };
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
  return { db: openInMemory(path), isReadOnly: true };
}

/** One strategy in one SQLite file: the log, its snapshots, and who wrote. */
export class StrategyFile {
  readonly path: string;
  /** The strategy's id, the same in every replica. */
  readonly strategy: string;
  /** Where what is open lies: under its name, unless it could not be given that. */
  #at: string;
  #db: SqliteDatabase;
  #place: Place | null;
  readonly #authors = new Map<string, number>();
  readonly #clients = new Set<number>();
  /** How many bytes were to be written last. */
  #wanted = 0;
  /** What is open is a copy in memory, because the file may not be written. */
  readonly isReadOnly: boolean;

  private constructor(path: string, db: SqliteDatabase, isReadOnly = false) {
    this.path = path;
    this.isReadOnly = isReadOnly;
    this.#at = path;
    this.#db = db;
    this.#place = placeOf(path);
    const id = db.prepare(`SELECT value FROM meta WHERE key = 'strategy'`).pluck().get();
    if (typeof id !== 'string') throw new FailureError('file-damaged', { file: path });
    this.strategy = id;
  }

  /**
   * Creates a file that holds `documents`, all or nothing: it is written under another name, and gets
   * its own when it is complete.
   * @param prepare Writes what is to be there before the documents.
   * @param strategy Its id, where it is the same strategy as one on another machine.
   * @throws FailureError when there is a file of that name already, or it cannot be written.
   */
  static create(
    path: string,
    documents: SeededDocuments,
    author: Author,
    prepare: (db: SqliteDatabase) => void = () => {},
    strategy: string = crypto.randomUUID(),
  ): StrategyFile {
    if (existsSync(path)) throw new FailureError('file-exists', { file: path });
    const draft = `${path}.${process.pid}.part`;
    try {
      StrategyFile.#write(draft, documents, author, prepare, strategy);
      giveName(draft, path);
    } catch (error) {
      removeDraft(draft);
      const failure = asFailure(error, path);
      if (!(failure instanceof FailureError) || failure.failure.values['file'] !== draft) throw failure;
      throw new FailureError(failure.failure.type, { ...failure.failure.values, file: path });
    }
    return StrategyFile.open(path);
  }

  static #write(
    path: string,
    documents: SeededDocuments,
    author: Author,
    prepare: (db: SqliteDatabase) => void,
    strategy: string,
  ): void {
    const db = createDatabase(path);
    try {
      db.transaction(() => prepare(db))();
      StrategyFile.#fill(path, db, documents, author, strategy);
    } finally {
      db.close();
    }
  }

  static #fill(path: string, db: SqliteDatabase, documents: SeededDocuments, author: Author, strategy: string): void {
    const now = Date.now();
    db.prepare(`INSERT INTO meta (key, value) VALUES ('strategy', ?), ('created', ?)`).run(
      strategy,
      new Date(now).toISOString(),
    );
    const file = new StrategyFile(path, db);
    file.append(
      [...documents].map(([document, doc]) => ({
        document,
        data: Y.encodeStateAsUpdate(doc),
        author,
        at: now,
        clients: [doc.clientID],
      })),
    );
    file.gather();
  }

  /** Opens a file, to be read only where it may not be written. */
  static open(path: string): StrategyFile {
    const { db, isReadOnly } = openForUse(path);
    try {
      return new StrategyFile(path, db, isReadOnly);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  get db(): SqliteDatabase {
    return this.#db;
  }

  /** @throws StorageError when somebody has moved, deleted or replaced the file. */
  assertInPlace(): void {
    if (this.isReadOnly) return;
    assertInPlace(this.path, this.#place);
  }

  /**
   * Commits updates in one transaction; when this returns they are on disk.
   * @throws StorageError, or what SQLite says, when they are not.
   */
  append(entries: readonly UpdateEntry[]): void {
    this.assertInPlace();
    const insert = this.#statement('INSERT INTO update_log (document, author, at, data, sum) VALUES (?, ?, ?, ?, ?)');
    const learned: { authors: Map<string, number>; clients: number[] } = { authors: new Map(), clients: [] };
    this.#wanted = entries.reduce((sum, { data }) => sum + data.length, 0);
    this.db.transaction(() => {
      for (const entry of entries) {
        const author = this.#authorOrNew(entry.author, learned.authors);
        insert.run(entry.document, author, entry.at, entry.data, sumOf(entry.data));
        for (const client of entry.clients) {
          if (this.#clients.has(client)) continue;
          const named = entry.authors?.get(client);
          const by = named ? this.#authorOrNew(named, learned.authors) : author;
          this.#statement('INSERT OR IGNORE INTO client (id, author) VALUES (?, ?)').run(client, by);
          learned.clients.push(client);
        }
      }
    })();
    // Only what is committed may be remembered as written.
    for (const [key, id] of learned.authors) this.#authors.set(key, id);
    for (const client of learned.clients) this.#clients.add(client);
  }

  #authorOrNew(author: Author, learned: Map<string, number>): number {
    const key = JSON.stringify([author.device, author.name, author.organisation]);
    const known = this.#authors.get(key) ?? learned.get(key);
    if (known !== undefined) return known;
    const id = this.authorId(author);
    learned.set(key, id);
    return id;
  }

  /** The row of an author, made when there is none; within whatever transaction is open. */
  authorId({ device, name, organisation }: Author): number {
    return this.#statement(
      `INSERT INTO author (device, name, organisation) VALUES (?, ?, ?)
       ON CONFLICT (device, name, organisation) DO UPDATE SET name = excluded.name RETURNING id`,
    )
      .pluck()
      .get(device, name, organisation) as number;
  }

  /** What is stored of a document, not decoded: for a thread that does that itself. */
  stored(document: string): StoredDocument {
    return readStored(this.db, document);
  }

  /**
   * Writes a document's state into `doc`.
   * @returns How many updates stood behind the snapshot.
   */
  load(document: string, doc: Y.Doc): number {
    const stored = this.stored(document);
    applyStored(doc, stored);
    return stored.tail.length;
  }

  /** Names of all documents that were ever written. */
  documents(): string[] {
    return documentsIn(this.db);
  }

  /** Sequence number of the last update of a document; 0 when it has none. */
  lastSeq(document: string): number {
    return this.#statement(
      `SELECT max(coalesce((SELECT max(seq) FROM update_log WHERE document = $document), 0),
                  coalesce((SELECT seq FROM snapshot WHERE document = $document), 0))`,
    )
      .pluck()
      .get({ document }) as number;
  }

  /** When the strategy was changed last, in milliseconds since 1970, UTC. */
  lastChange(): number {
    // A log without entries is that of an older version, which emptied it; its snapshots are no older than the text.
    const at = this.#statement('SELECT coalesce((SELECT max(at) FROM update_log), (SELECT max(at) FROM snapshot))')
      .pluck()
      .get() as number | null;
    return at ?? Date.now();
  }

  /** How many updates stand behind the snapshot of a document. */
  tailLength(document: string): number {
    return this.#statement(
      `SELECT count(*) FROM update_log WHERE document = $document
         AND seq > coalesce((SELECT seq FROM snapshot WHERE document = $document), 0)`,
    )
      .pluck()
      .get({ document }) as number;
  }

  /**
   * Makes a new snapshot of a document from what is stored, and drops the part of the log that is
   * older than the retention and contained in it. One transaction: a process that dies in the middle
   * leaves the old snapshot and the whole log.
   */
  compact(document: string, now = Date.now()): void {
    const doc = new Y.Doc();
    const seq = this.lastSeq(document);
    this.load(document, doc);
    const data = Y.encodeStateAsUpdateV2(doc);
    doc.destroy();
    this.db.transaction(() => {
      this.#statement(
        `INSERT INTO snapshot (document, seq, at, data, sum) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (document) DO UPDATE SET seq = excluded.seq, at = excluded.at, data = excluded.data,
           sum = excluded.sum`,
      ).run(document, seq, now, data, sumOf(data));
      this.#statement(
        // The very last one stays and says when the strategy was changed last.
        `DELETE FROM update_log WHERE document = ? AND seq <= ? AND at < ?
         AND seq < (SELECT MAX(seq) FROM update_log)`,
      ).run(document, seq, now - LOG_RETENTION);
    })();
  }

  /**
   * Finds out whether the file can be written, by a row as large as what was to be written last, which is
   * taken back.
   * @throws StorageError, or what SQLite or the file system say, when it cannot.
   */
  probe(): void {
    if (!this.#db.open) this.#reopen();
    this.assertInPlace();
    const { db } = this;
    db.transaction(() => {
      db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('probe', ?)`).run(
        'x'.repeat(Math.max(8192, this.#wanted)),
      );
    })();
    db.prepare(`DELETE FROM meta WHERE key = 'probe'`).run();
  }

  /**
   * Writes the whole strategy to a new file where there is none of its name any more. What is open goes
   * on being read when that cannot be done.
   * @throws What SQLite or the file system say.
   */
  writeAnew(): void {
    if (placeOf(this.path) !== null) return;
    if (!this.#db.open) this.#reopen();
    const copy = `${this.path}.${process.pid}.${Date.now()}.part`;
    try {
      this.#db.prepare('VACUUM INTO ?').run(copy);
    } catch (error) {
      removeDraft(copy);
      throw error;
    }
    // Closed first: its log still has the old name, and must not be taken for that of the new file.
    this.close();
    const left = this.#at;
    this.#at = copy;
    try {
      giveName(copy, this.path);
      this.#at = this.path;
    } finally {
      this.#reopen();
      if (left !== this.path) removeDraft(left);
    }
  }

  #reopen(): void {
    this.#db = openDatabase(this.#at);
    this.#place = this.#at === this.path ? placeOf(this.path) : null;
    this.#statements.clear();
    this.#authors.clear();
    this.#clients.clear();
  }

  /**
   * Writes in one transaction what can be made anew from the documents at any time, and therefore does
   * not wait until it is on disk.
   */
  derive(write: () => void): void {
    this.db.pragma('synchronous = NORMAL');
    try {
      this.db.transaction(write)();
    } finally {
      this.db.pragma('synchronous = FULL');
    }
  }

  /** Who wrote with a Yjs client id, also after the log is gone. */
  authorOf(client: number): Author | null {
    const row = this.#statement(
      'SELECT device, name, organisation FROM client JOIN author ON author.id = client.author WHERE client.id = ?',
    ).get(client) as Author | undefined;
    return row ?? null;
  }

  /**
   * Moves what is committed from the write-ahead log into the file itself.
   * @throws What SQLite says when there is no room for it; nothing is lost by that.
   */
  gather(): void {
    gather(this.db);
  }

  /** Closes the file, leaving everything in the one file. */
  close(): void {
    if (!this.db.open) return;
    try {
      this.gather();
    } catch {
      // For want of room, as a rule. It lies in the write-ahead log, as safe.
    } finally {
      this.db.close();
    }
  }

  readonly #statements = new Map<string, Statement<unknown[]>>();

  #statement(sql: string): Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.db.prepare<unknown[]>(sql)));
    return statement;
  }
}
