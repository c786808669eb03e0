import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { expect, onTestFinished, test } from 'vitest';
import { carryDevice } from '../../shared/document/client-id.ts';
import { temporaryFolder } from '../strategy.test-support.ts';
import { GroupCommit } from './group-commit.ts';
import { LOG_RETENTION, StrategyFile, type Author, type UpdateEntry } from './strategy-file.ts';

const ADA: Author = { device: 5, name: 'A', organisation: 'Ministry' };

function newFile(): { file: StrategyFile; path: string } {
  const path = join(temporaryFolder(), 'a.strategy');
  const file = StrategyFile.create(path, new Map([['outline', carryDevice(new Y.Doc(), 5)]]), ADA);
  onTestFinished(() => file.close());
  return { file, path };
}

/** Types a text letter by letter, one update each. */
function typed(text: string, at: number): { entries: UpdateEntry[]; client: number } {
  const doc = carryDevice(new Y.Doc(), 5);
  const entries: UpdateEntry[] = [];
  doc.on('update', (data: Uint8Array) => {
    entries.push({ document: 'section/s', data, author: ADA, at, clients: [doc.clientID] });
  });
  for (let index = 0; index < text.length; index++) doc.getText('t').insert(index, text.charAt(index));
  return { entries, client: doc.clientID };
}

function textOf(file: StrategyFile): string {
  const doc = new Y.Doc();
  file.load('section/s', doc);
  return doc.getText('t').toJSON();
}

test('what was appended is there after opening again, with its author', () => {
  const { file, path } = newFile();
  const { entries, client } = typed('hello', Date.now());
  file.append(entries);
  file.close();
  const again = StrategyFile.open(path);
  expect(textOf(again)).toBe('hello');
  expect(again.authorOf(client)).toEqual(ADA);
  expect(again.documents()).toEqual(['outline', 'section/s']);
  again.close();
});

test('a strategy that cannot be written to the end leaves nothing, and its name free', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.strategy');
  const documents = new Map([['outline', new Y.Doc()]]);
  const nobody: Author = { device: 5, name: 'A', organisation: null as unknown as string };
  expect(() => StrategyFile.create(path, documents, nobody)).toThrow(/NOT NULL/);
  expect(readdirSync(folder)).toEqual([]);
  StrategyFile.create(path, documents, ADA).close();
  expect(readdirSync(folder)).toEqual(['a.strategy']);
  const taken = (): unknown => StrategyFile.create(path, documents, ADA);
  expect(taken).toThrow(/file-exists/);
});

test('compaction keeps the text, the attribution and 30 days of the log', () => {
  const { file } = newFile();
  const now = Date.now();
  const { entries, client } = typed('old', now - LOG_RETENTION - 1000);
  file.append(entries);
  const doc = carryDevice(new Y.Doc(), 5);
  file.load('section/s', doc);
  const before = Y.encodeStateVector(doc);
  doc.getText('t').insert(3, ' new');
  file.append([
    { document: 'section/s', data: Y.encodeStateAsUpdate(doc, before), author: ADA, at: now, clients: [doc.clientID] },
  ]);
  file.compact('section/s', now);
  expect(textOf(file)).toBe('old new');
  expect(file.tailLength('section/s')).toBe(0);
  const kept = file.db.prepare(`SELECT count(*) FROM update_log WHERE document = 'section/s'`).pluck().get();
  expect(kept).toBe(1);
  expect(file.authorOf(client)).toEqual(ADA);
  expect(file.lastSeq('section/s')).toBe(5);
});

test('when the strategy was changed last is known, whatever has been compacted since', () => {
  const { file } = newFile();
  const at = Date.now() - 2 * LOG_RETENTION;
  file.append(typed('old', at - 1000).entries);
  file.append(typed('older in another document', at).entries.map((entry) => ({ ...entry, document: 'section/u' })));
  file.db.prepare('DELETE FROM update_log WHERE at > ?').run(at);
  for (const document of file.documents()) file.compact(document);
  expect(file.lastChange()).toBe(at);
});

test('a copy of the file made at any moment of a compaction opens with everything', () => {
  const { file, path } = newFile();
  file.append(typed('abc', Date.now() - LOG_RETENTION - 1000).entries);
  const folder = temporaryFolder();
  let copies = 0;
  // What is on disk while the transaction is open is what a process that dies there leaves behind.
  const check = (): void => {
    const copy = join(folder, `${copies++}.strategy`);
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const opened = StrategyFile.open(copy);
    expect(textOf(opened)).toBe('abc');
    opened.close();
  };
  file.db.function('copy_now', { deterministic: false }, () => {
    check();
    return 0;
  });
  file.db.exec(`CREATE TEMP TRIGGER during_snapshot AFTER INSERT ON main.snapshot BEGIN SELECT copy_now(); END`);
  file.db.exec(`CREATE TEMP TRIGGER during_thinning AFTER DELETE ON main.update_log BEGIN SELECT copy_now(); END`);
  file.compact('section/s');
  check();
  expect(copies).toBeGreaterThan(3);
});

test('the updates of one turn share a commit, and a failed commit refuses them all', async () => {
  const { file } = newFile();
  const groups: number[] = [];
  const commit = new GroupCommit({
    append: (entries) => {
      groups.push(entries.length);
      file.append(entries);
    },
  });
  const { entries } = typed('abcd', Date.now());
  await Promise.all(entries.map((entry) => commit.append(entry)));
  expect(groups).toEqual([4]);
  expect(textOf(file)).toBe('abcd');
  file.db.pragma(`max_page_count = ${file.db.pragma('page_count', { simple: true }) as number}`);
  const big = typed('x', Date.now()).entries.map((entry) => ({ ...entry, data: new Uint8Array(500_000) }));
  const results = await Promise.allSettled(
    [...big, ...typed('y', Date.now()).entries].map((entry) => commit.append(entry)),
  );
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(textOf(file)).toBe('abcd');
});
