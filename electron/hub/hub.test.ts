import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { deviceOfClientId } from '../../shared/document/client-id.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { readOutline, setMeta } from '../../shared/document/outline.ts';
import { LoopbackServer } from '../loopback/loopback-server.ts';
import { StrategyFile } from '../storage/strategy-file.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { Peer } from './served-process.test-support.ts';
import { appendParagraph, textsOf } from '../paragraphs.test-support.ts';

async function serveHere() {
  const { application, folder } = temporaryApplication();
  const open = application.create(join(folder, 'a.strategy'), { title: 'A', template: 'national' });
  const server = await LoopbackServer.listen({ application, opened: open.id, port: 0 });
  onTestFinished(() => server.close());
  const { sections } = await open.workspace.outline();
  const section = sectionDocument(sections[0]!.id);
  const served = {
    child: null as never,
    origin: server.origin,
    strategy: open.id,
    token: server.sessions.issueToken(),
  };
  const connect = (device: number, document = section): Peer => {
    const peer = new Peer(served, document, device);
    onTestFinished(() => peer.close());
    return peer;
  };
  return { application, open, server, served, section, connect };
}

test('an edit is on disk when it is acknowledged, signed with its author, and others see it', async () => {
  const { open, section, connect } = await serveHere();
  const a = connect(11);
  const b = connect(12);
  await Promise.all([a.synced(), b.synced()]);
  appendParagraph(a.doc, 'hello');
  await a.acknowledged();
  const stored = new Y.Doc();
  open.workspace.file.load(section, stored);
  expect(textsOf(stored)).toContain('hello');
  await expect.poll(() => textsOf(b.doc)).toContain('hello');
  expect(open.workspace.file.authorOf(a.doc.clientID)).not.toBeNull();
  expect(deviceOfClientId(a.doc.clientID)).toBe(11);
});

test('when the disk is full nothing is acknowledged or shown, what was saved stays readable, and trying again saves it', async () => {
  const { open, section, connect } = await serveHere();
  const a = connect(11);
  const b = connect(12);
  await Promise.all([a.synced(), b.synced()]);
  const { db } = open.workspace.file;
  // Pages that are free would be room for what is small.
  db.exec('VACUUM');
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  appendParagraph(a.doc, 'x'.repeat(200_000));
  await expect.poll(() => open.workspace.hub.failure).toBe('SQLITE_FULL');
  expect(a.provider.unsyncedChanges).toBeGreaterThan(0);
  expect(textsOf(b.doc).some((text) => text.startsWith('xxx'))).toBe(false);
  await expect(open.workspace.edit(OUTLINE, (doc) => setMeta(doc, { title: 'B' }))).rejects.toMatchObject({
    failure: { type: 'storage-failed', values: { reason: 'SQLITE_FULL' } },
  });
  expect((await open.handlers.info({})).title).toBe('A');
  expect(open.workspace.hub.retry()).toBe(false);

  db.pragma('max_page_count = 1073741823');
  expect(open.workspace.hub.retry()).toBe(true);
  a.provider.forceSync();
  await a.acknowledged();
  const stored = new Y.Doc();
  open.workspace.file.load(section, stored);
  expect(textsOf(stored).some((text) => text.startsWith('xxx'))).toBe(true);
});

test.skipIf(process.platform === 'win32')(
  'a file that is moved away or replaced while it is open takes nothing more in, and is written anew when asked for',
  async () => {
    const { open, section, connect } = await serveHere();
    const { file, hub } = open.workspace;
    const a = connect(11);
    await a.synced();
    appendParagraph(a.doc, 'before');
    await a.acknowledged();
    const moved = `${file.path}.moved`;
    renameSync(file.path, moved);
    appendParagraph(a.doc, 'after');
    await expect.poll(() => hub.failure).toBe('FILE_GONE');
    expect(a.provider.unsyncedChanges).toBeGreaterThan(0);

    writeFileSync(file.path, 'somebody else');
    expect(hub.retry()).toBe(false);
    expect(hub.failure).toBe('FILE_REPLACED');
    expect(readFileSync(file.path, 'utf8')).toBe('somebody else');

    rmSync(file.path);
    expect(hub.retry()).toBe(true);
    a.provider.forceSync();
    await a.acknowledged();
    await open.workspace.hub.settle();
    expect((await open.handlers.check({})).problems).toEqual([]);
    const kept = `${file.path}.copy.strategy`;
    copyFileSync(file.path, kept);
    const copy = StrategyFile.open(kept);
    const stored = new Y.Doc();
    copy.load(section, stored);
    copy.close();
    expect(textsOf(stored)).toEqual(expect.arrayContaining(['before', 'after']));
    expect(readdirSync(dirname(file.path)).filter((name) => name.endsWith('.part'))).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')(
  'a strategy whose folder is gone is written anew only when asked for, however often it was tried before',
  async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { open } = await serveHere();
    const { file, hub } = open.workspace;
    const rename = (title: string): Promise<void> => open.workspace.edit(OUTLINE, (doc) => setMeta(doc, { title }));
    await rename('Kept');
    const folder = dirname(file.path);
    rmSync(folder, { recursive: true });
    await expect(rename('B')).rejects.toMatchObject({ failure: { values: { reason: 'FILE_GONE' } } });
    expect(hub.retry()).toBe(false);
    mkdirSync(folder);
    vi.advanceTimersByTime(60_000);
    expect(hub.failure).toBe('FILE_GONE');
    expect(readdirSync(folder)).toEqual([]);
    expect(hub.retry()).toBe(true);
    await rename('C');
    expect((await open.handlers.info({})).title).toBe('C');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  },
);

test('a disk that has room again is noticed without anybody asking', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { open } = await serveHere();
  const { db } = open.workspace.file;
  // Pages that are free would be room for what is small.
  db.exec('VACUUM');
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  const edit = open.workspace.edit(OUTLINE, (doc) => setMeta(doc, { title: 'x'.repeat(200_000) }));
  await expect(edit).rejects.toMatchObject({ failure: { type: 'storage-failed' } });
  vi.advanceTimersByTime(30_000);
  expect(open.workspace.hub.failure).toBe('SQLITE_FULL');
  db.pragma('max_page_count = 1073741823');
  vi.advanceTimersByTime(30_000);
  expect(open.workspace.hub.failure).toBeNull();
});

test('whoever comes after the disk has filled up is told, and is answered when it asks whether anybody is there', async () => {
  const { open, connect } = await serveHere();
  const a = connect(11);
  await a.synced();
  const { db } = open.workspace.file;
  // Pages that are free would be room for what is small.
  db.exec('VACUUM');
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  appendParagraph(a.doc, 'x'.repeat(200_000));
  await expect.poll(() => open.workspace.hub.failure).toBe('SQLITE_FULL');

  const late = connect(12, OUTLINE);
  const told: unknown[] = [];
  late.provider.on('stateless', ({ payload }: { payload: string }) => told.push(JSON.parse(payload)));
  await expect.poll(() => told).toEqual([{ type: 'storage', state: 'failed', reason: 'SQLITE_FULL' }]);
  late.provider.sendStateless('');
  await expect.poll(() => told.at(-1)).toEqual({ type: 'alive' });
});

test('an update that is not one ends that connection and is neither kept nor shown', async () => {
  const { open, section, connect } = await serveHere();
  const a = connect(11);
  await a.synced();
  const before = open.workspace.file.lastSeq(section);
  a.provider.documentUpdateHandler(new Uint8Array([1, 2, 3, 255, 255, 255]), null);
  await expect.poll(() => a.provider.isAuthenticated).toBe(false);
  expect(open.workspace.file.lastSeq(section)).toBe(before);
});

test('a change of the process itself is committed, shown, and carries the device', async () => {
  const { application, open, connect } = await serveHere();
  const a = connect(11, OUTLINE);
  await a.synced();
  await open.workspace.edit(OUTLINE, (doc) => setMeta(doc, { title: 'Renamed' }));
  await expect.poll(() => readOutline(a.doc).title).toBe('Renamed');
  const own = [...a.doc.store.clients.keys()].filter(
    (client) => deviceOfClientId(client) === application.profile.device,
  );
  expect(own.length).toBeGreaterThan(0);
});

test('whoever opens a document while the process changes it has the change', async () => {
  const { open, section, connect } = await serveHere();
  for (let round = 0; round < 10; round++) {
    // It is read from the file before, during or after the commit.
    const peer = connect(11 + round);
    await delay(round);
    await open.workspace.edit(section, (doc) => appendParagraph(doc, `in round ${round}`));
    await expect.poll(() => textsOf(peer.doc)).toContain(`in round ${round}`);
    peer.close();
    await expect.poll(() => open.workspace.hub.isOpen(section)).toBe(false);
  }
});

test('what is derived from a document that nobody has open follows by itself', async () => {
  const { open, section } = await serveHere();
  const { workspace } = open;
  await workspace.write(section, (doc) => appendParagraph(doc, 'alone'));
  expect(workspace.hub.isOpen(section)).toBe(false);
  expect(workspace.projection.isCurrent(section)).toBe(false);
  await expect.poll(() => workspace.projection.isCurrent(section)).toBe(true);
});

test('rows are never noted as newer than what they were made from', async () => {
  const { open, section, connect } = await serveHere();
  const { workspace } = open;
  const a = connect(11);
  await a.synced();
  let isAhead = false;
  const writeRows = workspace.projection.write.bind(workspace.projection);
  workspace.projection.write = (document, seq, projected) => {
    writeRows(document, seq, projected);
    const stored = new Y.Doc();
    workspace.file.load(document, stored);
    isAhead ||= workspace.projection.isCurrent(document) && textsOf(stored).length !== projected.blocks.length;
  };
  for (let round = 0; round < 30; round++) {
    appendParagraph(a.doc, `theirs ${round}`);
    for (let own = 0; own < 3; own++) {
      const edited = workspace.edit(section, (doc) => appendParagraph(doc, `ours ${round} ${own}`));
      await delay(Math.random() * 2);
      await edited;
    }
    await a.acknowledged();
  }
  expect(isAhead).toBe(false);
});
