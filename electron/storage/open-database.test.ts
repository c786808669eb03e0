import Database from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../strategy.test-support.ts';
import { LATEST_VERSION, migrations } from './migrations/index.ts';
import { APPLICATION_ID, createDatabase, migrate, openDatabase } from './open-database.ts';

function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as { failure?: { type: string } }).failure?.type ?? String(error);
  }
  return 'none';
}

test('a new file says what it is and survives a second opening', () => {
  const file = join(temporaryFolder(), 'a.strategy');
  createDatabase(file).close();
  const header = readFileSync(file);
  expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
  expect(header.readUInt32BE(60)).toBe(LATEST_VERSION);
  const db = openDatabase(file);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.close();
});

test('every migration has the number of its place and runs on a file that has seen those before it', () => {
  migrations.forEach((migration, index) => expect(migration.version).toBe(index + 1));
  for (const migration of migrations) {
    const db = new Database(':memory:');
    migrate(db, migrations.slice(0, migration.version - 1));
    migrate(db, migrations.slice(0, migration.version));
    expect(db.pragma('user_version', { simple: true })).toBe(migration.version);
    db.close();
  }
});

test('migration 1, documents: the tables are there and strict', () => {
  const db = new Database(':memory:');
  migrate(db, migrations.slice(0, 1));
  const tables = db
    .prepare(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .all();
  expect(tables).toEqual(
    ['author', 'block', 'client', 'meta', 'projected', 'snapshot', 'tag', 'update_log'].map((name) => ({
      name,
      strict: 1,
    })),
  );
  db.close();
});

test('migration 6, folding: rows are made anew, since texts are compared in another way', () => {
  const db = new Database(':memory:');
  migrate(db, migrations.slice(0, 5));
  db.exec("INSERT INTO projected VALUES ('section/a', 7)");
  migrate(db, migrations.slice(0, 6));
  expect(db.prepare('SELECT count(*) FROM projected').pluck().get()).toBe(0);
});

test('a migration that fails leaves the file at the version before it', () => {
  const db = new Database(':memory:');
  migrate(db);
  const broken = { version: LATEST_VERSION + 1, name: 'broken', sql: 'CREATE TABLE half (x) STRICT; nonsense' };
  expect(() => migrate(db, [...migrations, broken])).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(LATEST_VERSION);
  expect(db.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'half'`).pluck().get()).toBe(0);
  db.close();
});

test('foreign, newer, missing and existing files are refused and left as they are', () => {
  const folder = temporaryFolder();
  const text = join(folder, 'text.strategy');
  writeFileSync(text, 'A letter, not a strategy.');
  const foreign = join(folder, 'foreign.strategy');
  const other = new Database(foreign);
  other.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
  other.close();
  const newer = join(folder, 'newer.strategy');
  const db = createDatabase(newer);
  db.pragma(`user_version = ${LATEST_VERSION + 1}`);
  db.close();
  const empty = join(folder, 'empty.strategy');
  writeFileSync(empty, '');
  for (const [file, type] of [
    [text, 'file-foreign'],
    [foreign, 'file-foreign'],
    [newer, 'file-newer'],
    [empty, 'file-foreign'],
  ] as const) {
    const before = readFileSync(file);
    expect(failureOf(() => openDatabase(file))).toBe(type);
    expect(readFileSync(file).equals(before)).toBe(true);
  }
  expect(failureOf(() => openDatabase(join(folder, 'none.strategy')))).toBe('file-missing');
  expect(failureOf(() => createDatabase(text))).toBe('file-exists');
  expect(failureOf(() => createDatabase(join(folder, 'no', 'a.strategy')))).toBe('folder-missing');
});

test('a newer file that keeps its log the other way is not changed by looking at it', () => {
  const file = join(temporaryFolder(), 'newer.strategy');
  const db = createDatabase(file);
  db.pragma(`user_version = ${LATEST_VERSION + 1}`);
  db.pragma('journal_mode = DELETE');
  db.close();
  const before = readFileSync(file);
  expect(failureOf(() => openDatabase(file))).toBe('file-newer');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is open is locked for everybody else', () => {
  const file = join(temporaryFolder(), 'a.strategy');
  const first = createDatabase(file);
  expect(failureOf(() => openDatabase(file))).toBe('file-locked');
  first.close();
  openDatabase(file).close();
});
