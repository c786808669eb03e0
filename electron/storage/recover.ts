import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as Y from 'yjs';
import type { RecoveredSection, RecoveryReport } from '../../shared/contract/copies.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { readBlocks } from '../../shared/document/blocks.ts';
import { applyAsked, readThreads } from '../../shared/document/comments.ts';
import { writeContent } from '../../shared/document/content.ts';
import { repairIdentity } from '../../shared/document/identity-repair.ts';
import {
  commentsDocument,
  contentOf,
  OUTLINE,
  sectionDocument,
  sectionOfDocument,
  tagsOf,
} from '../../shared/document/layout.ts';
import { appendSections, readOutline, writeOutline, type Outline } from '../../shared/document/outline.ts';
import { seedEmptySection } from '../../shared/document/seed.ts';
import { readTags, tagKey } from '../../shared/document/tags.ts';
import { readImageHeader } from './image-header.ts';
import { asFailure, type SqliteDatabase } from './open-database.ts';
import { readCommand } from './outbox.ts';
import { readRows, type ReadableBlock, type ReadableRows } from './readable-rows.ts';
import { rebuildDocument, type RebuiltDocument } from './rebuild-document.ts';
import { StrategyFile, type Author } from './strategy-file.ts';

export interface RecoverOptions {
  /** Who is recovering. */
  readonly author: Author;
  /** How the new file's name ends, such as `(recovered)`. */
  readonly ending: string;
  /** A title for a section that has lost its own. */
  readonly untitled: (number: number) => string;
}

interface RecoveredDocuments {
  readonly documents: ReadonlyMap<string, Y.Doc>;
  readonly report: Omit<RecoveryReport, 'assetsLost' | 'isLogDamaged'>;
}

/**
 * Writes what can be read of a damaged strategy to a new file beside it. The damaged one is only read.
 * @throws FailureError when nothing can be read, or the new file cannot be written.
 */
export function recover(
  file: string,
  options: RecoverOptions,
): { readonly file: string; readonly report: RecoveryReport } {
  let rows: ReadableRows;
  try {
    rows = readRows(file);
  } catch (error) {
    throw asFailure(error, file);
  }
  const recovered = recoverDocuments(rows, basename(file, extname(file)), options);
  if (!recovered) throw new FailureError('nothing-recovered', { file });
  const target = freeName(file, options.ending);
  const { documents, report } = recovered;
  StrategyFile.create(target, documents, options.author, (db) => keepRows(db, rows, documents)).close();
  for (const doc of documents.values()) doc.destroy();
  return { file: target, report: { ...report, assetsLost: rows.assetsLost, isLogDamaged: rows.isLogDamaged } };
}

/** @returns Null when there is not one document that holds anything. */
function recoverDocuments(
  rows: ReadableRows,
  title: string,
  { author, untitled }: RecoverOptions,
): RecoveredDocuments | null {
  // The new file has no host that could be asked; as far as is known they are the words of whoever recovers.
  const write = (comments: Y.Doc, json: string, at: number): void => {
    const command = readCommand(json);
    const { name: by, organisation, device } = author;
    if (command) applyAsked(comments, command, { by, organisation, device, at: new Date(at).toISOString() });
  };
  const rebuilt = new Map<string, RebuiltDocument>();
  for (const [name, stored] of rows.documents) rebuilt.set(name, rebuildDocument(stored));
  const found = rebuilt.get(OUTLINE);
  const outline = found && readableOutline(found.doc) ? found.doc : new Y.Doc();
  const isOutlineRead = outline === found?.doc;
  if (!isOutlineRead) writeOutline(outline, { title, template: 'national', locale: 'en', sections: [] });
  const documents = new Map<string, Y.Doc>([[OUTLINE, outline]]);
  const sections: RecoveredSection[] = [];
  const known = readOutline(outline);
  const ids = sectionIds(known, rows);
  for (const id of ids) {
    const section = rebuilt.get(sectionDocument(id));
    const text = textOf(section, rows.blocks.get(id));
    if (text) documents.set(sectionDocument(id), text.doc);
    const listed = [...known.sections, ...known.deleted].find((candidate) => candidate.id === id);
    if (!listed && !text) continue;
    const name = listed?.title || firstHeading(text?.doc) || untitled(sections.length + 1);
    if (!listed) appendSections(outline, [{ id, title: name }]);
    if (known.deleted.some((candidate) => candidate.id === id)) continue;
    const isEmpty = listed?.key === null && !rows.documents.has(sectionDocument(id));
    if (!text && !isEmpty) documents.set(sectionDocument(id), emptySection());
    sections.push({ id, title: name, state: text?.state ?? (isEmpty ? 'whole' : 'lost') });
  }
  if (!isOutlineRead && sections.length === 0) return null;
  makeSound([...documents.values()].slice(1));
  for (const id of ids) {
    const comments = rebuilt.get(commentsDocument(id))?.doc ?? new Y.Doc();
    for (const [section, json, at] of rows.outbox.values()) if (section === id) write(comments, json, at);
    if (readThreads(comments).length > 0) documents.set(commentsDocument(id), comments);
  }
  const lost = sections.filter(({ state }) => state === 'lost').length;
  return {
    documents,
    report: {
      sections,
      isOutlineWhole: isOutlineRead && found.isWhole,
      documentsLost: lost + (isOutlineRead ? 0 : 1),
      updatesLost: [...rebuilt.values()].reduce((sum, document) => sum + document.lost, 0),
    },
  };
}

function emptySection(): Y.Doc {
  const doc = new Y.Doc();
  seedEmptySection(doc);
  return doc;
}

/** What is damaged without having become unreadable: ids that are missing or taken, tags that say nothing. */
function makeSound(sections: readonly Y.Doc[]): void {
  const seen = new Set<string>();
  for (const doc of sections) {
    repairIdentity(doc, (id) => seen.has(id));
    for (const { id } of readBlocks(contentOf(doc))) seen.add(id);
    const readable = new Set(readTags(doc).map((tag) => tagKey(tag.block, tag)));
    for (const key of tagsOf(doc).keys()) if (!readable.has(key)) tagsOf(doc).delete(key);
  }
}

function readableOutline(doc: Y.Doc): boolean {
  try {
    const { sections, deleted } = readOutline(doc);
    return sections.length + deleted.length > 0;
  } catch {
    return false;
  }
}

/** Those that the outline names, in its order, then those that only their text tells of. */
function sectionIds({ sections, deleted }: Outline, { documents, blocks }: ReadableRows): Set<string> {
  const orphans = [...[...documents.keys()].map(sectionOfDocument), ...blocks.keys()].filter((id) => id !== null);
  return new Set([...sections, ...deleted].map(({ id }) => id).concat(orphans));
}

/** A section's text from its document or, where nothing of that is left, as it was derived for searching. */
function textOf(
  section: RebuiltDocument | undefined,
  rows: ReadonlyMap<number, readonly ReadableBlock[]> | undefined,
): { readonly doc: Y.Doc; readonly state: 'whole' | 'partly' } | null {
  if (section && (section.isWhole || contentOf(section.doc).length > 0)) {
    const isAsDerived = readBlocks(contentOf(section.doc)).every(({ text }, index) => {
      const derived = rows?.get(index);
      return derived === undefined || derived.some((row) => row.text === text);
    });
    return { doc: section.doc, state: section.isWhole && isAsDerived ? 'whole' : 'partly' };
  }
  const blocks = [...(rows?.values() ?? [])]
    .map((states) => states.at(-1)!)
    .sort((a, b) => a.index - b.index)
    .filter(({ text }) => text !== '');
  if (blocks.length === 0) return null;
  const doc = new Y.Doc();
  writeContent(
    doc,
    blocks.map(({ id, kind, level, text }) => ({
      type: kind === 'heading' ? 'heading' : 'paragraph',
      attrs: { id, ...(kind === 'heading' ? { level: level ?? 2 } : {}) },
      content: [{ type: 'text', text }],
    })),
  );
  return { doc, state: 'partly' };
}

function firstHeading(doc: Y.Doc | undefined): string | undefined {
  return doc && readBlocks(contentOf(doc)).find(({ kind, text }) => kind === 'heading' && text !== '')?.text;
}

/** Who wrote, the pictures and the versions, as far as they were found. */
function keepRows(db: SqliteDatabase, rows: ReadableRows, documents: ReadonlyMap<string, Y.Doc>): void {
  // States of versions are known by these numbers, which must not be given out again.
  db.prepare(`INSERT INTO sqlite_sequence (name, seq) VALUES ('update_log', ?)`).run(rows.lastSeq);
  const nobody = db.prepare(`INSERT INTO author (device, name, organisation) VALUES (0, '', '') RETURNING id`);
  const unknown = nobody.pluck().get() as number;
  const authors = new Map<number, number>();
  const insertAuthor = db.prepare(
    `INSERT INTO author (device, name, organisation) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name RETURNING id`,
  );
  for (const [id, { device, name, organisation }] of rows.authors)
    authors.set(id, insertAuthor.pluck().get(device, name, organisation) as number);
  const insertClient = db.prepare('INSERT OR IGNORE INTO client (id, author) VALUES (?, ?)');
  for (const doc of documents.values())
    for (const client of doc.store.clients.keys())
      insertClient.run(client, authors.get(rows.clients.get(client) ?? -1) ?? unknown);
  const insertAsset = db.prepare('INSERT INTO asset VALUES (?, ?, ?, ?, ?, ?)');
  for (const [hash, bytes] of rows.assets) {
    const { mediaType, width, height } = readImageHeader(bytes)!;
    insertAsset.run(hash, mediaType, width, height, Date.now(), bytes);
  }
  keepVersions(db, rows, (author) => authors.get(author) ?? unknown);
}

/** A version is kept when every document of it is there. */
function keepVersions(db: SqliteDatabase, rows: ReadableRows, authorOf: (id: number) => number): void {
  const states = new Map([...rows.versionStates].filter(([, [, , data]]) => isReadableState(data)));
  const insertState = db.prepare('INSERT OR IGNORE INTO version_state VALUES (?, ?, ?)');
  for (const [id, [, cause, name, note, author, at]] of rows.versions) {
    const parts = [...rows.versionDocuments.values()].filter(([version]) => version === id);
    if (parts.length === 0 || parts.some(([, document, seq]) => !states.has(`${document} ${seq}`))) continue;
    db.prepare('INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)').run(
      id,
      cause,
      name,
      note,
      authorOf(Number(author)),
      at,
    );
    for (const [, document, seq] of parts) {
      insertState.run(...states.get(`${document} ${seq}`)!);
      db.prepare('INSERT INTO version_document VALUES (?, ?, ?)').run(id, document, seq);
    }
  }
}

function isReadableState(data: Buffer): boolean {
  const doc = new Y.Doc();
  try {
    Y.applyUpdateV2(doc, inflateSync(data));
    return true;
  } catch {
    return false;
  } finally {
    doc.destroy();
  }
}

function freeName(file: string, ending: string): string {
  const name = join(dirname(file), basename(file, extname(file)));
  for (let count = 1; ; count++) {
    const target = `${name} ${count === 1 ? ending : `${ending} ${count}`}.strategy`;
    if (!existsSync(target) && !existsSync(`${target}-wal`)) return target;
  }
}
