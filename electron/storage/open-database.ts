import Database from 'better-sqlite3';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import { OUTLINE } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import { LATEST_VERSION, migrations } from './migrations/index.ts';
import { applyStored, documentsIn, readStored } from './stored-document.ts';
import { logBytesOf, readLog, withFrames } from './write-ahead-log.ts';

export type SqliteDatabase = Database.Database;

/** `application_id` of a strategy file: "VALW". */
export const APPLICATION_ID = 0x56414c57;

const HEADER_LENGTH = 100;
const MAGIC = 'SQLite format 3\0';
/** How a file keeps what is not in it yet, by bytes 18 and 19 of its header. */
const ROLLBACK = 1;
const WAL = 2;

const TABLES = [
  'meta',
  'author',
  'client',
  'update_log',
  'snapshot',
  'projected',
  'block',
  'tag',
  'search',
  'version',
  'version_state',
  'version_document',
  'asset',
  'member',
];

/**
 * Creates an empty strategy file.
 * @throws FailureError when there is a file of that name already, or it cannot be written.
 */
export function createDatabase(file: string): SqliteDatabase {
  if (existsSync(file)) throw new FailureError('file-exists', { file });
  if (!existsSync(dirname(file))) throw new FailureError('folder-missing', { folder: dirname(file) });
  return connect(file, (db) => {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    gather(db);
  });
}

/**
 * Opens a strategy file for this process alone, bringing an older one up to date. The lock is the
 * operating system's, so it goes with the process however that ends.
 * @throws FailureError when the file is missing, foreign, newer, damaged or open elsewhere.
 */
export function openDatabase(file: string): SqliteDatabase {
  try {
    assertStrategyFile(file);
  } catch (error) {
    throw asFailure(error, file);
  }
  // Whatever opening would write, a file that is refused stays as it was.
  if (willWrite(file)) openInMemory(file).close();
  return connectTo(file, (db) => {
    const version = db.pragma('user_version', { simple: true }) as number;
    assertKnownVersion(version, file);
    if (version === 0) throw new FailureError('file-foreign', { file });
    if (version === LATEST_VERSION) assertSound(db, file);
    migrate(db);
    try {
      gather(db);
    } catch {
      // For want of room, as a rule: what a full disk has left behind is opened all the same.
    }
  });
}

/** @throws FailureError also where SQLite finds nothing it could read in a file that is there. */
function connectTo(file: string, prepare: (db: SqliteDatabase) => void): SqliteDatabase {
  try {
    return connect(file, prepare);
  } catch (error) {
    throw isSqliteError(error) ? new FailureError('file-damaged', { file }) : error;
  }
}

/** Whether opening a file changes it: by what waits in its log, or because it is older. */
function willWrite(file: string): boolean {
  const header = readHeader(file);
  const keepsLog = header.readUInt8(18) === WAL && header.readUInt8(19) === WAL;
  const hasLog = [`${file}-wal`, `${file}-journal`].some((log) => existsSync(log) && statSync(log).size > 0);
  return hasLog || !keepsLog || header.readUInt32BE(60) < LATEST_VERSION;
}

/**
 * Opens a copy of a file, with what waits in its log, in memory and brings it up to date there. Neither
 * the file nor its folder is written to, nor is its text put anywhere else on the disk.
 * @throws FailureError as {@link openDatabase} does, and when it is written to at that moment.
 */
export function openInMemory(file: string): SqliteDatabase {
  try {
    assertStrategyFile(file);
    const image = readImage(file);
    let db: SqliteDatabase | undefined;
    try {
      db = new Database(image);
      db.pragma('foreign_keys = ON');
      const version = db.pragma('user_version', { simple: true }) as number;
      assertKnownVersion(version, file);
      if (version === 0) throw new FailureError('file-foreign', { file });
      assertIntact(db, file);
      migrate(db);
      assertSound(db, file);
      return db;
    } catch (error) {
      db?.close();
      throw isSqliteError(error) ? new FailureError('file-damaged', { file }) : error;
    }
  } catch (error) {
    throw asFailure(error, file);
  }
}

/** A file as one piece that SQLite takes in memory. @throws FailureError when its log is damaged. */
function readImage(file: string): Buffer {
  const before = stampOf(file);
  const bytes = readFileSync(file);
  const log = readLog(logBytesOf(file));
  // Nobody could be kept from writing to it meanwhile.
  if (stampOf(file) !== before) throw new FailureError('file-locked', { file });
  if (log.isDamaged) throw new FailureError('file-damaged', { file });
  const image = withFrames(bytes, log.pageSize, log.committed);
  // In memory there is no log.
  image.writeUInt8(ROLLBACK, 18);
  image.writeUInt8(ROLLBACK, 19);
  return image;
}

function stampOf(file: string): string {
  const stamp = (path: string): string => {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat ? `${stat.size} ${stat.mtimeNs}` : '';
  };
  return `${stamp(file)} ${stamp(`${file}-wal`)}`;
}

/** @throws FailureError when a page of the file is not as SQLite has written it. */
function assertIntact(db: SqliteDatabase, file: string): void {
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new FailureError('file-damaged', { file });
}

/**
 * Reads what no strategy can do without, and sees whether its documents are as they were written. A file that is damaged is not written to, for that might cost
 * what can still be read of it.
 * @throws FailureError when it cannot be read.
 */
function assertSound(db: SqliteDatabase, file: string): void {
  const outline = new Y.Doc();
  try {
    assertIntact(db, file);
    for (const table of TABLES) db.prepare(`SELECT * FROM ${table} LIMIT 1`).all();
    for (const document of documentsIn(db)) {
      if (readStored(db, document).isDamaged) throw new FailureError('file-damaged', { file });
    }
    applyStored(outline, readStored(db, OUTLINE));
    readOutline(outline);
  } catch (error) {
    const failure = asFailure(error, file);
    throw failure instanceof FailureError ? failure : new FailureError('file-damaged', { file });
  } finally {
    outline.destroy();
  }
}

function isSqliteError(error: unknown): boolean {
  return error instanceof Database.SqliteError;
}

/**
 * Moves what is committed from the write-ahead log into the file itself, so that a copy of the one
 * file has it all.
 * @throws What SQLite says when there is no room for it; nothing is lost by that.
 */
export function gather(db: SqliteDatabase): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function connect(file: string, prepare: (db: SqliteDatabase) => void): SqliteDatabase {
  let db: SqliteDatabase | undefined;
  try {
    db = new Database(file, { timeout: 250 });
    // Exclusive before the first read: the lock is then held until the file is closed, and the
    // index of the write-ahead log lives in memory instead of a file that others could map.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.exec('BEGIN IMMEDIATE; COMMIT');
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    throw asFailure(error, file);
  }
}

/** Runs the migrations that a file has not seen, each in a transaction of its own. */
export function migrate(db: SqliteDatabase, steps = migrations): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  for (const step of steps.slice(version)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    })();
  }
}

/** Whether there is a file of this name that holds a strategy, of whatever version. */
export function isStrategyFile(file: string): boolean {
  return isFile(file) && isStrategyHeader(readHeader(file));
}

/** Looks at the header alone, so that a file that is not ours is not so much as opened. */
function assertStrategyFile(file: string): void {
  if (!isFile(file)) throw new FailureError('file-missing', { file });
  const header = readHeader(file);
  if (!isStrategyHeader(header)) throw new FailureError('file-foreign', { file });
  // Before anything is opened, because opening may already write. What waits in a write-ahead log can
  // only make it newer still, and is looked at once the file is open.
  assertKnownVersion(header.readUInt32BE(60), file);
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, HEADER_LENGTH, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

function isStrategyHeader(header: Buffer): boolean {
  return header.toString('latin1', 0, MAGIC.length) === MAGIC && header.readUInt32BE(68) === APPLICATION_ID;
}

function assertKnownVersion(version: number, file: string): void {
  if (version > LATEST_VERSION) throw new FailureError('file-newer', { file, version, latest: LATEST_VERSION });
}

/** Whether a file may not be written, which is no reason not to read it. */
export function isForbidden(error: unknown): boolean {
  if (!(error instanceof FailureError) || error.failure.type !== 'file-unwritable') return false;
  return /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EROFS|EPERM)/.test(String(error.failure.values['reason']));
}

/** Turns what SQLite and the file system say into an expected failure. */
export function asFailure(error: unknown, file: string): unknown {
  if (error instanceof FailureError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new FailureError('file-locked', { file });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FailureError('folder-missing', { folder: dirname(file) });
  if (code === 'SQLITE_NOTADB') return new FailureError('file-foreign', { file });
  if (code.startsWith('SQLITE_CORRUPT')) return new FailureError('file-damaged', { file });
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|FULL|IOERR)|EACCES|EROFS|EPERM|ENOSPC)/.test(code)) {
    return new FailureError('file-unwritable', { file, reason: code });
  }
  return error;
}
