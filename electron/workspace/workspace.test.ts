import Database from 'better-sqlite3';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { readBlocks } from '../../shared/document/blocks.ts';
import { writeContent } from '../../shared/document/content.ts';
import { contentOf, OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { setSectionDeleted } from '../../shared/document/outline.ts';
import { SCHEMA_VERSION } from '../../shared/document/schema.ts';
import { putTag } from '../../shared/document/tags.ts';
import { migrations } from '../storage/migrations/index.ts';
import { migrate } from '../storage/open-database.ts';
import { StrategyFile } from '../storage/strategy-file.ts';
import { temporaryApplication } from '../strategy.test-support.ts';

async function newStrategy() {
  const { application, folder } = temporaryApplication();
  const path = join(folder, 'a.strategy');
  const open = application.create(path, { title: 'A', template: 'action-plan' }, 'Lead');
  const { sections } = await open.workspace.outline();
  return { application, path, sections: sections.map(({ id }) => id).sort(), ...open };
}

const paragraph = (id: string, text: string) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const tag = (block: string, principle: number) =>
  ({
    block,
    framework: 'valletta-2025',
    principle,
    strength: 'full',
    reason: '',
    by: 'A',
    at: '2026-01-01T00:00:00.000Z',
  }) as const;

test('D1: the process gives ids of their own to blocks that share one', async () => {
  const { workspace, handlers, sections } = await newStrategy();
  await workspace.edit(sectionDocument(sections[0]!), (doc) => {
    writeContent(doc, [paragraph('same', 'first'), paragraph('same', 'second')]);
    putTag(doc, tag('same', 14));
  });
  expect((await handlers.check({})).problems).toEqual([]);
  const blocks = await handlers.blocks({ section: sections[0]! });
  const [first, second] = blocks.filter(({ text }) => text === 'first' || text === 'second');
  expect(first!.id).toBe('same');
  expect(second!.id).not.toBe('same');
  expect(second!.tags).toMatchObject([{ principle: 14 }]);
  expect((await handlers.check({})).problems).toEqual([]);
});

test('D2: of two sections with one block, the one with the smaller id keeps its id', async () => {
  const { workspace, handlers, sections } = await newStrategy();
  for (const section of [sections[1]!, sections[0]!]) {
    await workspace.edit(sectionDocument(section), (doc) => {
      writeContent(doc, [paragraph('shared', `in ${section}`)]);
      putTag(doc, tag('shared', 20));
    });
  }
  expect((await handlers.check({})).problems).toEqual([]);
  const [kept] = await handlers.blocks({ section: sections[0]! });
  const [repaired] = await handlers.blocks({ section: sections[1]! });
  expect(kept!.id).toBe('shared');
  expect(repaired!.id).not.toBe('shared');
  expect(repaired!.tags).toMatchObject([{ principle: 20 }]);
  expect((await handlers.check({})).problems).toEqual([]);
});

test('D2: a deleted section may share an id with another one, and gets its own when it is restored', async () => {
  const { workspace, handlers, sections } = await newStrategy();
  const [first, second] = [sections[0]!, sections[1]!];
  await workspace.edit(OUTLINE, (doc) => setSectionDeleted(doc, second, true));
  for (const section of [first, second]) {
    await workspace.edit(sectionDocument(section), (doc) => writeContent(doc, [paragraph('shared', section)]));
  }
  expect((await handlers.check({})).problems).toEqual([]);
  await workspace.edit(OUTLINE, (doc) => setSectionDeleted(doc, second, false));
  expect((await handlers.check({})).problems).toEqual([]);
  expect((await handlers.blocks({ section: first })).map(({ id }) => id)).toEqual(['shared']);
  expect((await handlers.blocks({ section: second })).map(({ id }) => id)).not.toContain('shared');
  expect((await handlers.check({})).problems).toEqual([]);
});

test('C4 of coverage: a deleted section counts nothing, keeps taking in edits, and comes back with them', async () => {
  const { workspace, handlers, sections } = await newStrategy();
  const section = sections[0]!;
  const [block] = await handlers.blocks({ section });
  await handlers.tag({
    block: block!.id,
    framework: 'valletta-2025',
    principle: 5,
    strength: 'full',
    reason: '',
    as: 'A',
  });
  await workspace.edit(OUTLINE, (doc) => setSectionDeleted(doc, section, true));
  expect((await handlers.coverage({ framework: 'valletta-2025' })).gaps).toContain(5);
  await expect(handlers.blocks({ section })).rejects.toMatchObject({ failure: { type: 'section-unknown' } });
  await workspace.edit(sectionDocument(section), (doc) => putTag(doc, tag(block!.id, 6)));
  await workspace.edit(OUTLINE, (doc) => setSectionDeleted(doc, section, false));
  const { gaps } = await handlers.coverage({ framework: 'valletta-2025' });
  expect(gaps).not.toContain(5);
  expect(gaps).not.toContain(6);
});

test('the projection is rebuilt from the documents when it lags behind, and check says when it differs', async () => {
  const { application, workspace, handlers, path, sections } = await newStrategy();
  await workspace.edit(sectionDocument(sections[0]!), (doc) => writeContent(doc, [paragraph('p', 'words of mine')]));
  workspace.file.db.exec(`UPDATE block SET text = 'tampered' WHERE id = 'p'`);
  expect((await handlers.check({})).problems).toMatchObject([{ type: 'projection-differs' }]);
  workspace.file.db.exec('DELETE FROM projected; DELETE FROM block');
  await application.close();
  const again = application.open(path);
  expect((await again.handlers.check({})).problems).toEqual([]);
  expect((await again.handlers.blocks({})).some(({ text }) => text === 'words of mine')).toBe(true);
});

test('a strategy of a newer schema is read, and never written', async () => {
  const { application, workspace, path, sections } = await newStrategy();
  const document = sectionDocument(sections[0]!);
  await workspace.edit(document, (doc) => writeContent(doc, [paragraph('p', 'words of a newer version')]));
  await workspace.edit(OUTLINE, (doc) => doc.getMap('meta').set('schemaVersion', SCHEMA_VERSION + 1));
  // As a newer version, ended in the middle, leaves it: its rows are behind.
  workspace.file.db.exec('DELETE FROM projected; DELETE FROM block');
  await application.close();
  const left = StrategyFile.open(path);
  const before = left.db.serialize();
  left.close();
  const { handlers, workspace: newer } = application.open(path);
  expect((await handlers.info({})).schemaVersion).toBe(SCHEMA_VERSION + 1);
  const blocks = await handlers.blocks({ section: sections[0]! });
  expect(blocks.map(({ text }) => text)).toEqual(['words of a newer version']);
  await expect(
    handlers.tag({ block: 'p', framework: 'valletta-2025', principle: 5, strength: 'full', reason: '', as: 'A' }),
  ).rejects.toMatchObject({ failure: { type: 'strategy-newer' } });
  await newer.hub.settle();
  expect(newer.file.db.serialize().equals(before)).toBe(true);
});

test('long histories are compacted while they are written', async () => {
  const { application, workspace, path, sections } = await newStrategy();
  const document = sectionDocument(sections[0]!);
  const doc = new Y.Doc();
  workspace.file.load(document, doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < 600; index++) doc.getMap('scratch').set('k', index);
  const author = application.author('A');
  workspace.file.append(updates.map((data) => ({ document, data, author, at: Date.now(), clients: [doc.clientID] })));
  await workspace.edit(document, (live) => live.getMap('scratch').set('k', 'last'));
  await workspace.hub.settle();
  expect(workspace.file.tailLength(document)).toBeLessThan(10);
  await application.close();
  const file = StrategyFile.open(path);
  const loaded = new Y.Doc();
  file.load(document, loaded);
  expect(loaded.getMap('scratch').get('k')).toBe('last');
  file.close();
});

test('a section of an older file, without sums, that cannot be read keeps nobody from the others', async () => {
  const { application, path, sections } = await newStrategy();
  await application.close();
  const file = StrategyFile.open(path);
  const document = sectionDocument(sections[0]!);
  file.db.prepare('DELETE FROM snapshot WHERE document = ?').run(document);
  file.db.prepare("UPDATE update_log SET data = x'0102', sum = NULL WHERE document = ?").run(document);
  file.db.prepare('DELETE FROM projected').run();
  file.close();
  const { application: again } = temporaryApplication();
  const { workspace, handlers } = again.open(path);
  expect((await workspace.summaries()).map(({ section }) => section).sort()).toEqual(sections);
  expect((await handlers.blocks({ section: sections[1]! })).length).toBeGreaterThan(0);
  await again.close();
});

test('one letter that a disk has turned into another is seen on opening, and nothing is written then', async () => {
  const { application, path, sections } = await newStrategy();
  await application.close();
  const database = new Database(path);
  database.prepare('DELETE FROM snapshot').run();
  const [data] = database
    .prepare('SELECT data FROM update_log WHERE document = ?')
    .pluck()
    .all(sectionDocument(sections[0]!)) as [Buffer];
  data[data.length - 1]! ^= 1;
  database.prepare('UPDATE update_log SET data = ? WHERE document = ?').run(data, sectionDocument(sections[0]!));
  database.pragma('journal_mode = WAL');
  database.close();
  const before = readFileSync(path);
  const { application: again } = temporaryApplication();
  expect(() => again.open(path)).toThrow(/file-damaged/);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a strategy whose outline cannot be read is damaged, and not locked by having been tried', async () => {
  const { application, path } = await newStrategy();
  await application.close();
  const file = StrategyFile.open(path);
  file.db.prepare('DELETE FROM snapshot WHERE document = ?').run(OUTLINE);
  file.db.prepare("UPDATE update_log SET data = x'0102' WHERE document = ?").run(OUTLINE);
  file.close();
  const { application: again } = temporaryApplication();
  expect(() => again.open(path)).toThrow(/file-damaged/);
  expect(() => again.open(path)).toThrow(/file-damaged/);
  const other = new Database(path, { timeout: 0 });
  other.exec('BEGIN IMMEDIATE; COMMIT');
  other.close();
});

test('rows that are behind are not believed: blocks and summaries come from the document', async () => {
  const { workspace, handlers, sections } = await newStrategy();
  await workspace.edit(sectionDocument(sections[0]!), (doc) => writeContent(doc, [paragraph('new', 'just written')]));
  const { db } = workspace.file;
  db.prepare('DELETE FROM block WHERE section = ?').run(sections[0]!);
  db.prepare('UPDATE projected SET seq = 0 WHERE document = ?').run(sectionDocument(sections[0]!));
  expect((await handlers.blocks({ section: sections[0]! })).map(({ text }) => text)).toContain('just written');
  const [summary] = await workspace.summaries([sections[0]!]);
  expect(summary!.words).toBeGreaterThan(0);
});

test('once a change has settled, a copy of the one file has it all', async () => {
  const { workspace, path, sections } = await newStrategy();
  const document = sectionDocument(sections[0]!);
  await workspace.edit(document, (doc) => writeContent(doc, [paragraph('new', 'just written')]));
  const copy = `${path}.copy.strategy`;
  copyFileSync(path, copy);
  const file = StrategyFile.open(copy);
  const doc = new Y.Doc();
  file.load(document, doc);
  expect(readBlocks(contentOf(doc)).map(({ text }) => text)).toContain('just written');
  file.close();
});

test('whoever a command signs with is the author in the file, also where nothing else says so', async () => {
  const { workspace, handlers, sections } = await newStrategy();
  const [block] = await handlers.blocks({ section: sections[0]! });
  const ref = { block: block!.id, framework: 'valletta-2025', principle: 14 };
  await handlers.tag({ ...ref, strength: 'full', reason: '', as: 'First' });
  await handlers.untag({ ...ref, as: 'Second' });
  const names = workspace.file.db
    .prepare(
      'SELECT author.name FROM update_log JOIN author ON author.id = update_log.author ORDER BY seq DESC LIMIT 2',
    )
    .pluck()
    .all();
  expect(names).toEqual(['Second', 'First']);
});

test('F1: the process gives ids of their own to footnotes that have none or share one', async () => {
  const { workspace, sections } = await newStrategy();
  const footnote = (id: string | null) => ({ type: 'footnote', attrs: { id }, content: [{ type: 'text', text: 'x' }] });
  await workspace.edit(sectionDocument(sections[0]!), (doc) => {
    writeContent(doc, [
      { type: 'paragraph', attrs: { id: 'p' }, content: [footnote('a'), footnote(null), footnote('a')] },
    ]);
  });
  await workspace.hub.settle();
  const { blocks } = await workspace.project(sections[0]!);
  const ids = blocks.flatMap(({ footnotes }) => footnotes.map(({ id }) => id));
  expect(ids[0]).toBe('a');
  expect(ids).not.toContain(null);
  expect(new Set(ids).size).toBe(3);
});

test('a strategy of the first version is brought up to date: its schema, its rows, and what is searched', async () => {
  const { application, path, workspace, sections } = await newStrategy();
  await workspace.edit(sectionDocument(sections[0]!), (doc) => {
    writeContent(doc, [paragraph('p', 'Needle')]);
  });
  await workspace.edit(OUTLINE, (doc) => doc.getMap('meta').set('schemaVersion', 1));
  await application.close();
  makeFirstVersion(path);
  const { workspace: opened, handlers } = application.open(path);
  expect((await opened.outline()).schemaVersion).toBe(SCHEMA_VERSION);
  expect((await handlers.check({})).problems).toEqual([]);
  const found = opened.file.db
    .prepare(`SELECT count(*) FROM search WHERE search MATCH '"nee" AND "dle"'`)
    .pluck()
    .get();
  expect(found).toBe(1);
});

/** As the first version left a file: without what later migrations have made. */
function makeFirstVersion(path: string): void {
  const db = new Database(path);
  for (const table of [
    'search',
    'version_document',
    'version_state',
    'version',
    'asset',
    'asset_source',
    'confirmed',
    'picture',
    'member',
    'outbox',
    'block',
    'tag',
    'projected',
  ])
    db.exec(`DROP TABLE ${table}`);
  for (const table of ['update_log', 'snapshot']) db.exec(`ALTER TABLE ${table} DROP COLUMN sum`);
  const original = new Database(':memory:');
  migrate(original, migrations.slice(0, 1));
  for (const table of ['block', 'tag', 'projected']) {
    const sql = original.prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table) as string;
    db.exec(sql);
  }
  db.exec('CREATE INDEX block_by_id ON block (id)');
  db.pragma('user_version = 1');
  original.close();
  db.close();
}

test('soon after anything is written, all of it is in the one file: a copy of that alone has it', async () => {
  const { application, folder } = temporaryApplication();
  const { workspace } = application.createSample();
  await workspace.keepVersion({ cause: 'person', name: 'For cabinet', note: '' });
  const copy = join(folder, 'copy.strategy');
  copyFileSync(workspace.file.path, copy);
  const { application: elsewhere } = temporaryApplication();
  const { workspace: copied } = elsewhere.open(copy);
  expect([...copied.assets.all().keys()]).toEqual([...workspace.assets.all().keys()]);
  expect(copied.assets.all().size).toBe(3);
  expect(copied.versions.list().map(({ name }) => name)).toEqual(['For cabinet']);
});
