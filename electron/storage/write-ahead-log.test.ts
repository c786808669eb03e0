import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../strategy.test-support.ts';
import { readLog, withFrames } from './write-ahead-log.ts';

const FRAME = 24 + 4096;

/** A database with a log of several commits, of which the last but one was taken back. */
function logged() {
  const folder = temporaryFolder();
  const path = join(folder, 'a.db');
  const db = new Database(path);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE t (x)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const insert = db.prepare('INSERT INTO t VALUES (randomblob(3000))');
  for (let count = 0; count < 6; count++) insert.run();
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  copyFileSync(`${path}-wal`, `${copy}-wal`);
  const log = readFileSync(`${path}-wal`);
  const rows = db.prepare('SELECT x FROM t').pluck().all();
  db.close();
  return { file: readFileSync(copy), log, rows };
}

function rowsOf(image: Buffer): unknown[] {
  image[18] = 1;
  image[19] = 1;
  const db = new Database(image);
  const rows = db.prepare('SELECT x FROM t').pluck().all();
  db.close();
  return rows;
}

test('a log is read as SQLite reads it, at whatever length it ends', () => {
  const { file, log, rows } = logged();
  const { pageSize, committed, isDamaged } = readLog(log);
  expect([pageSize, isDamaged]).toEqual([4096, false]);
  expect(rowsOf(withFrames(file, pageSize, committed))).toEqual(rows);
  for (let length = 0; length < log.length; length += 1000) {
    const short = readLog(log.subarray(0, length));
    expect(short.isDamaged).toBe(false);
    const found = rowsOf(withFrames(file, 4096, short.committed));
    expect(found).toEqual(rows.slice(0, found.length));
  }
});

test('of a log that is broken in the middle SQLite would say nothing; here it is damaged', () => {
  const { log } = logged();
  const broken = Buffer.from(log);
  broken[32 + FRAME + 100]! ^= 1;
  expect(readLog(broken).isDamaged).toBe(true);
  expect(readLog(broken).committed.length + readLog(broken).beyond.length).toBe(readLog(log).committed.length);
});

test('a last commit that is not whole, what an older log has left and what is all zeros are no damage', () => {
  const { log } = logged();
  const broken = Buffer.from(log);
  broken[log.length - 100]! ^= 1;
  expect(readLog(broken).isDamaged).toBe(false);
  expect(readLog(broken).committed.length).toBeLessThan(readLog(log).committed.length);
  const older = Buffer.concat([log, logged().log.subarray(32)]);
  expect(readLog(older)).toMatchObject({ isDamaged: false, beyond: [] });
  expect(readLog(older).committed).toHaveLength(readLog(log).committed.length);
  expect(readLog(Buffer.alloc(log.length))).toMatchObject({ isDamaged: false, committed: [] });
});

test('commits that failed on the disk and were written over in part are no damage', () => {
  const { log } = logged();
  // Two of one commit each that are not built on each other, as two that failed would leave them.
  const failed = [logged().log, logged().log].map((other) => {
    const frame = Buffer.from(other.subarray(32, 32 + FRAME));
    log.copy(frame, 8, 16, 24);
    frame.writeUInt32BE(2, 4);
    return frame;
  });
  expect(readLog(Buffer.concat([log, ...failed])).isDamaged).toBe(false);
});
