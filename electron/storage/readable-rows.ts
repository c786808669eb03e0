import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDocumentName } from '../../shared/document/layout.ts';
import { readImageHeader } from './image-header.ts';
import { scanRecords, type ScannedRecord, type ScannedValue } from './scan-records.ts';
import type { Author } from './strategy-file.ts';
import { sumOf } from './stored-document.ts';
import { logBytesOf, readLog, withFrames, type ReadLog } from './write-ahead-log.ts';

/** What is stored of one document, as far as it was found. */
export interface ReadableDocument {
  /** Encoding v2, by the sequence number up to which each goes. */
  readonly snapshots: Map<number, Uint8Array>;
  /** Encoding v1, by sequence number: more than one where the file holds more than one state of a page. */
  readonly updates: Map<number, Uint8Array[]>;
  /** Sequence numbers of updates that there were, found or not. */
  readonly known: Set<number>;
}

export interface ReadableBlock {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly level: number | null;
  readonly text: string;
}

/** What was found of the rows of a strategy, in whatever state its file is. */
export interface ReadableRows {
  readonly documents: Map<string, ReadableDocument>;
  readonly authors: Map<number, Author>;
  /** The author's id by Yjs client id. */
  readonly clients: Map<number, number>;
  /** Pictures whose bytes are those of their hash. */
  readonly assets: Map<string, Buffer>;
  readonly assetsLost: number;
  readonly versions: Map<string, readonly ScannedValue[]>;
  /** Deflated states by document and sequence number. */
  readonly versionStates: Map<string, readonly [string, number, Buffer]>;
  readonly versionDocuments: Map<string, readonly [string, string, number]>;
  /** What was derived last from the text, by section. */
  readonly blocks: Map<string, Map<number, ReadableBlock[]>>;
  /** What the host was asked and had not answered, by the order in which it was asked: section, command as JSON, when. */
  readonly outbox: Map<number, readonly [string, string, number]>;
  /** What was written last may be missing, and nothing else tells of it. */
  readonly isLogDamaged: boolean;
  readonly lastSeq: number;
}

const USUAL_PAGE = 4096;

/** Reads what can be read of a strategy file, without SQLite and without writing anywhere. */
export function readRows(file: string): ReadableRows {
  const rows: Rows = {
    documents: new Map(),
    authors: new Map(),
    clients: new Map(),
    assets: new Map(),
    assetsLost: 0,
    versions: new Map(),
    versionStates: new Map(),
    versionDocuments: new Map(),
    blocks: new Map(),
    outbox: new Map(),
    isLogDamaged: false,
    lastSeq: 0,
  };
  const lost = new Set<string>();
  const log = readLog(logBytesOf(file));
  rows.isLogDamaged = log.isDamaged || log.beyond.length > 0;
  for (const { image, pageSize } of imagesOf(readFileSync(file), log)) {
    const { records } = scanRecords(image, pageSize);
    for (const record of records) takeRecord(rows, lost, record);
    for (const [name, seq] of loggedUpdates(records)) documentOf(rows, name).known.add(seq);
  }
  forgetStrangers(rows);
  for (const { updates, known } of rows.documents.values())
    for (const seq of [...updates.keys(), ...known]) rows.lastSeq = Math.max(rows.lastSeq, seq);
  rows.assetsLost = [...lost].filter((hash) => !rows.assets.has(hash)).length;
  return rows;
}

/** The file in every state that can be made of it and its log, oldest first. */
function* imagesOf(
  bytes: Buffer,
  { pageSize: logged, committed, beyond }: ReadLog,
): Generator<{ readonly image: Buffer; readonly pageSize: number }> {
  const stated = bytes.length >= 100 ? bytes.readUInt16BE(16) : 0;
  const isPageSize = stated >= 512 && (stated & (stated - 1)) === 0;
  const sizes = new Set([isPageSize ? stated : USUAL_PAGE, USUAL_PAGE]);
  for (const pageSize of sizes) {
    yield { image: bytes, pageSize };
    // When something is missing, what is behind it is where it was, counted from the end.
    const short = bytes.length % pageSize;
    if (short > 0) yield { image: Buffer.concat([Buffer.alloc(pageSize - short), bytes]), pageSize };
  }
  if (committed.length > 0) yield { image: withFrames(bytes, logged, committed), pageSize: logged };
  if (beyond.length > 0) yield { image: withFrames(bytes, logged, [...committed, ...beyond]), pageSize: logged };
}

type Rows = { -readonly [K in keyof ReadableRows]: ReadableRows[K] };

/** Knows the rows of each table by what is in them, since nothing else says whose they are. */
function takeRecord(rows: Rows, lost: Set<string>, { rowid, values }: ScannedRecord): void {
  const shape = values.map(letterOf).join('');
  const [a, b, c, d, e, f] = values as [string, string, number, number, Buffer, Buffer];
  if (rowid !== null && /^-tnnb[n-]?$/.test(shape) && isDocumentName(b)) {
    const { updates, known } = documentOf(rows, b);
    if (!isAsWritten(e, values[5])) {
      known.add(rowid);
      return;
    }
    const found = updates.get(rowid) ?? [];
    if (!found.some((update) => e.equals(update))) found.push(e);
    updates.set(rowid, found);
  } else if (rowid !== null && /^tnnb[n-]?$/.test(shape) && isDocumentName(a)) {
    const data = values[3] as Buffer;
    if (isAsWritten(data, values[4])) documentOf(rows, a).snapshots.set(Number(b), data);
  } else if (rowid !== null && shape === '-ntt') {
    rows.authors.set(rowid, { device: Number(b), name: String(c), organisation: String(d) });
  } else if (rowid !== null && /^-ttn[-t]$/.test(shape)) {
    rows.outbox.set(rowid, [String(values[1]), String(values[2]), Number(values[3])]);
  } else if (rowid !== null && shape === '-n') {
    rows.clients.set(rowid, Number(b));
  } else if (rowid !== null && shape === 'ttnnnb' && /^[0-9a-f]{64}$/.test(a)) {
    if (createHash('sha256').update(f).digest('hex') === a && readImageHeader(f)) rows.assets.set(a, f);
    else lost.add(a);
  } else if (rowid === null && shape === 'ttttnn') {
    rows.versions.set(a, values);
  } else if (rowid !== null && shape === 'tnb' && isDocumentName(a)) {
    rows.versionStates.set(`${a} ${b}`, [a, Number(b), values[2] as Buffer]);
  } else if (rowid === null && shape === 'ttn' && isDocumentName(b)) {
    rows.versionDocuments.set(`${a} ${b}`, [a, b, c]);
  } else if (rowid !== null && /^-tntt[n-]ttn$/.test(shape)) {
    const [, section, index, id, kind, level, text] = values as [
      null,
      string,
      number,
      string,
      string,
      number | null,
      string,
    ];
    const blocks = rows.blocks.get(section) ?? new Map<number, ReadableBlock[]>();
    const found = blocks.get(index) ?? [];
    rows.blocks.set(section, blocks.set(index, [...found, { index, id, kind, level, text }]));
  }
}

/** @param sum Of the data when it was written; older rows have none. */
function isAsWritten(data: Buffer, sum: ScannedValue | undefined): boolean {
  return typeof sum !== 'number' || sum === sumOf(data);
}

/**
 * The updates that the index of the log tells of. The index of the snapshots looks the same, but for
 * naming each document once and counting from 1.
 */
function* loggedUpdates(records: readonly ScannedRecord[]): Generator<readonly [string, number]> {
  const pages = Map.groupBy(
    records.filter(({ rowid, values }) => rowid === null && values.map(letterOf).join('') === 'tn'),
    ({ page }) => page,
  );
  for (const entries of pages.values()) {
    const named = entries.map(({ values: [name, seq] }) => [String(name), Number(seq)] as const);
    const namesEachOnce = new Set(named.map(([name]) => name)).size === named.length;
    for (const [name, seq] of named) {
      if (isDocumentName(name) && seq > 0 && !(namesEachOnce && seq <= named.length)) yield [name, seq];
    }
  }
}

/** An update is of one document only. */
function forgetStrangers({ documents }: Rows): void {
  const owners = new Map(
    [...documents].flatMap(([name, { updates }]) => [...updates.keys()].map((seq) => [seq, name])),
  );
  for (const [name, { known }] of documents)
    for (const seq of known) if ((owners.get(seq) ?? name) !== name) known.delete(seq);
}

function letterOf(value: ScannedValue): string {
  if (value === null) return '-';
  if (typeof value === 'number') return 'n';
  return typeof value === 'string' ? 't' : 'b';
}

function documentOf({ documents }: Rows, name: string): ReadableDocument {
  const found = documents.get(name) ?? { snapshots: new Map(), updates: new Map(), known: new Set() };
  documents.set(name, found);
  return found;
}
