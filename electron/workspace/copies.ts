import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import { readContent, writeContent } from '../../shared/document/content.ts';
import { putFramework } from '../../shared/document/frameworks.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { putDecision, writeOutline } from '../../shared/document/outline.ts';
import type { NodeJson } from '../../shared/document/schema.ts';
import { putTag, readTags } from '../../shared/document/tags.ts';
import { giveName, removeDraft } from '../storage/draft.ts';
import { asFailure, type SqliteDatabase } from '../storage/open-database.ts';
import { StrategyFile, type Author } from '../storage/strategy-file.ts';
import { isWhole } from '../storage/stored-document.ts';
import type { Workspace } from './workspace.ts';

/** Nobody, from no device. */
const NOBODY: Author = { device: 0, name: '', organisation: '' };

/**
 * Writes a complete copy of an open strategy, with its log, versions and authors, all or nothing.
 * @throws FailureError when there is a file of that name already, or it cannot be written.
 */
export async function saveCopy(workspace: Workspace, target: string): Promise<void> {
  assertFree(target);
  await workspace.hub.settle();
  const draft = `${target}.${process.pid}.part`;
  try {
    workspace.file.db.prepare('VACUUM INTO ?').run(draft);
    const descriptor = openSync(draft, 'r+');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    giveName(draft, target);
  } catch (error) {
    removeDraft(draft);
    throw asFailure(error, target);
  }
}

/**
 * Writes the text as it stands to a new strategy of its own, with its tags and decisions and the pictures
 * in it, and without a trace of how it came about: no log, versions, comments or roles, nothing deleted,
 * and nobody's name. Organisations that answer for a section stay. The documents are written anew, because
 * one that is only copied keeps what was deleted from it.
 * @throws FailureError when a section cannot be read whole, or the file cannot be written.
 */
export async function cleanCopy(workspace: Workspace, target: string, now = new Date()): Promise<void> {
  assertFree(target);
  await workspace.hub.settle();
  const { title, template, locale, classification, sections, decisions, frameworks } = await workspace.outline();
  const at = now.toISOString();
  const outline = new Y.Doc();
  writeOutline(outline, { title, template, locale, classification, sections });
  for (const decision of decisions) putDecision(outline, { ...decision, by: '', at });
  for (const framework of frameworks) putFramework(outline, framework);
  const documents = new Map([[OUTLINE, outline]]);
  const pictures = new Set<string>();
  const written = new Set(workspace.file.documents());
  for (const { id } of sections) {
    const name = sectionDocument(id);
    if (!written.has(name)) continue;
    documents.set(name, await workspace.hub.read(name, (doc) => cleanSection(doc, at, pictures)));
  }
  const keepPictures = (db: SqliteDatabase): void => {
    const insert = db.prepare('INSERT INTO asset VALUES (?, ?, ?, ?, ?, ?)');
    for (const hash of pictures) {
      const asset = workspace.assets.read(hash);
      if (asset) insert.run(hash, asset.mediaType, asset.width, asset.height, now.getTime(), asset.bytes);
    }
  };
  StrategyFile.create(target, documents, NOBODY, keepPictures).close();
  for (const doc of documents.values()) doc.destroy();
}

/** @param pictures Takes in the hashes of the pictures in the text. */
function cleanSection(doc: Y.Doc, at: string, pictures: Set<string>): Y.Doc {
  if (!isWhole(doc)) throw new FailureError('document-unreadable');
  const blocks = new Set<unknown>();
  const content = (readContent(doc).content ?? []).map((node) => cleanNode(node, blocks, pictures));
  const clean = new Y.Doc();
  if (content.length > 0) writeContent(clean, content);
  // A tag whose paragraph is gone is a trace of what was deleted.
  for (const tag of readTags(doc)) if (blocks.has(tag.block)) putTag(clean, { ...tag, by: '', at });
  return clean;
}

function cleanNode({ attrs, content, ...node }: NodeJson, blocks: Set<unknown>, pictures: Set<string>): NodeJson {
  if (typeof attrs?.['asset'] === 'string') pictures.add(attrs['asset']);
  blocks.add(attrs?.['id']);
  return {
    ...node,
    ...(attrs ? { attrs: 'origin' in attrs ? { ...attrs, origin: null } : attrs } : {}),
    ...(content ? { content: content.map((child) => cleanNode(child, blocks, pictures)) } : {}),
  };
}

/** @throws FailureError when there is a file of that name already, or no folder for it. */
export function assertFree(target: string): void {
  if (existsSync(target)) throw new FailureError('file-exists', { file: target });
  if (!existsSync(dirname(target))) throw new FailureError('folder-missing', { folder: dirname(target) });
}
