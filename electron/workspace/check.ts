import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { CheckReport, Problem } from '../../shared/contract/strategy.ts';
import { isRepeatedId } from '../../shared/document/blocks.ts';
import { OUTLINE, sectionDocument, sectionOfDocument, tagsOf } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import { SCHEMA_VERSION } from '../../shared/document/schema.ts';
import { readTags } from '../../shared/document/tags.ts';
import { isWhole } from '../storage/stored-document.ts';
import { projectSection, type ProjectedSection } from '../storage/projection.ts';
import type { Workspace } from './workspace.ts';

/** Holds storage, documents and projection against each other. Reads only. */
export async function checkStrategy(workspace: Workspace): Promise<CheckReport> {
  await workspace.hub.settle();
  const problems: Problem[] = [];
  checkStorage(workspace, problems);
  const { sections } = await workspace.outline();
  const live = new Set(sections.map(({ id }) => sectionDocument(id)));
  const blocks = new Set<string>();
  for (const document of workspace.file.documents()) {
    const doc = load(workspace, document, problems);
    // What is deleted may share ids with what is not; it gets others when it is restored.
    if (doc) checkDocument(workspace, document, doc, live.has(document) ? blocks : new Set(), problems);
    doc?.destroy();
  }
  await checkOutline(workspace, problems);
  for (const [hash, { bytes }] of workspace.assets.all()) {
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== hash) problems.push({ type: 'picture-damaged', values: { picture: hash.slice(0, 12) } });
  }
  return { ok: problems.length === 0, problems };
}

function checkStorage({ file: { db } }: Workspace, problems: Problem[]): void {
  const findings = db.pragma('integrity_check') as { integrity_check: string }[];
  for (const { integrity_check: finding } of findings) {
    if (finding !== 'ok') problems.push({ type: 'integrity', values: { finding } });
  }
  const foreign = db.pragma('foreign_key_check') as { table: string }[];
  for (const { table } of foreign) problems.push({ type: 'author-missing', values: { table } });
}

function load({ file }: Workspace, document: string, problems: Problem[]): Y.Doc | null {
  const doc = new Y.Doc();
  try {
    file.load(document, doc);
  } catch {
    problems.push({ type: 'document-unreadable', values: { document } });
    return null;
  }
  if (!isWhole(doc)) {
    problems.push({ type: 'document-unreadable', values: { document } });
  }
  return doc;
}

/** @param known Ids of the blocks seen before, which this document adds to. */
function checkDocument(
  { file, projection }: Workspace,
  document: string,
  doc: Y.Doc,
  known: Set<string>,
  problems: Problem[],
): void {
  for (const client of doc.store.clients.keys()) {
    if (!file.authorOf(client)) problems.push({ type: 'author-missing', values: { table: document } });
  }
  const section = sectionOfDocument(document);
  if (section === null) return;
  const projected = projectSection(doc);
  for (const { id } of projected.blocks) {
    if (id === '') problems.push({ type: 'block-unnamed', values: { section } });
    else if (isRepeatedId(id) || known.has(id))
      problems.push({ type: 'block-duplicated', values: { section, block: id } });
    known.add(id);
  }
  if (tagsOf(doc).size !== readTags(doc).length) problems.push({ type: 'tag-unreadable', values: { section } });
  const rows = projection.read(section);
  if (!rows || !isSameProjection(projected, rows)) problems.push({ type: 'projection-differs', values: { section } });
}

function isSameProjection(a: ProjectedSection, b: ProjectedSection): boolean {
  return JSON.stringify(normalise(a)) === JSON.stringify(normalise(b));
}

function normalise({ blocks, tags }: ProjectedSection): unknown {
  return [
    blocks.map(({ id, kind, level, text, footnotes, words }) => [id, kind, level, text, footnotes, words]),
    tags.map(({ block, framework, principle, strength, reason, by, at }) => [
      block,
      framework,
      principle,
      strength,
      reason,
      by,
      at,
    ]),
  ];
}

async function checkOutline({ hub, file }: Workspace, problems: Problem[]): Promise<void> {
  const outline = await hub.read(OUTLINE, readOutline);
  if (outline.schemaVersion > SCHEMA_VERSION) {
    problems.push({ type: 'document-newer', values: { document: OUTLINE, version: outline.schemaVersion } });
  }
  const documents = new Set(file.documents());
  if (!documents.has(OUTLINE)) problems.push({ type: 'document-missing', values: { document: OUTLINE } });
  // A section that nobody has written in yet has no document; one that the template wrote has.
  for (const { id, key } of outline.sections) {
    if (key !== null && !documents.has(sectionDocument(id))) {
      problems.push({ type: 'document-missing', values: { document: sectionDocument(id) } });
    }
  }
}
