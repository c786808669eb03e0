import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { OUTLINE } from '../shared/document/layout.ts';
import { setMeta } from '../shared/document/outline.ts';
import { migrations } from './storage/migrations/index.ts';
import { migrate } from './storage/open-database.ts';
import { readMessages } from './resources.ts';
import { temporaryApplication, temporaryFolder } from './strategy.test-support.ts';

const CLI = join(import.meta.dirname, 'cli.ts');
/** For the superuser there is no file that may not be written, so commands run as nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function command(
  folder: string,
  ...args: readonly string[]
): { status: number | null; out: string; complaint: string } {
  const home = join(folder, 'home');
  if (!existsSync(home)) mkdirSync(home);
  chmodSync(home, 0o777);
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    ...NOBODY,
    encoding: 'utf8',
    env: { ...process.env, HOME: home, VALLETTA_HOME: join(home, 'profile'), VALLETTA_DOCUMENTS: home },
  });
  return { status, out: stdout, complaint: stderr };
}

/** Whether nobody may read this checkout at all; in the folder of the superuser nobody may. */
const canRun = process.platform !== 'win32' && canRunCommands();

function canRunCommands(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'valletta-'));
  chmodSync(folder, 0o755);
  try {
    return command(folder, 'help').status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A strategy in a folder; some of it lies in its log only, as when a process was killed. */
async function written(withLog: boolean): Promise<{ folder: string; path: string }> {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  const { application } = temporaryApplication(folder);
  const path = join(folder, 'a.strategy');
  const { workspace } = application.create(path, { title: 'Before', template: 'action-plan' });
  if (withLog) workspace.file.gather = () => {};
  await workspace.edit(OUTLINE, (doc) => setMeta(doc, { title: 'After' }));
  const copy = join(drafts, 'a.strategy');
  copyFileSync(path, copy);
  if (withLog) copyFileSync(`${path}-wal`, `${copy}-wal`);
  return { folder, path: copy };
}

function stateOf(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

const modes = [
  ['a file that may not be written', 0o777, 0o444],
  ['a folder that may not be written', 0o555, 0o666],
  ['neither', 0o555, 0o444],
] as const;

for (const [what, folderMode, fileMode] of modes) {
  for (const withLog of what === 'neither' ? [true, false] : [false]) {
    test.runIf(canRun)(`${what}${withLog ? ', with a log' : ''}: it is read, and nothing is written`, async () => {
      const { folder, path } = await written(withLog);
      const drafts = join(folder, 'drafts');
      for (const name of readdirSync(drafts)) chmodSync(join(drafts, name), fileMode);
      chmodSync(drafts, folderMode);
      const before = stateOf(drafts);
      try {
        const info = command(folder, 'info', path, '--json');
        expect(info.complaint).toBe('');
        expect(JSON.parse(info.out)).toMatchObject({ title: 'After' });
        expect(command(folder, 'check', path, '--json').out).toContain('"ok":true');
        const [block] = JSON.parse(command(folder, 'blocks', path, '--json').out) as { id: string }[];
        expect(command(folder, 'coverage', path, '--json').status).toBe(0);
        expect(command(folder, 'export', path, join(folder, 'home', 'a.docx')).status).toBe(0);
        const tag = command(folder, 'tag', path, '--block', block!.id, '--principle', '3', '--as', 'A');
        expect(tag.status).toBe(1);
        const { failure } = readMessages('en') as { failure: Record<string, string> };
        expect(tag.complaint.trim()).toBe(failure['file-read-only']!.replace('{{file}}', path));
        expect(stateOf(drafts)).toEqual(before);
      } finally {
        chmodSync(drafts, 0o777);
      }
    });
  }
}

test.runIf(canRun)('an older file that may not be written is brought up to date in memory alone', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const { path } = await written(false);
  const { application } = temporaryApplication(folder);
  const { workspace } = application.open(path);
  const old = join(folder, 'old', 'old.strategy');
  mkdirSync(join(folder, 'old'));
  const db = new Database(old);
  db.pragma('application_id = 0x56414c57');
  migrate(db, migrations.slice(0, 1));
  for (const table of ['meta', 'author', 'update_log']) {
    const columns = db.pragma(`table_info(${table})`) as { name: string }[];
    const names = columns.map(({ name }) => name).join(', ');
    for (const row of workspace.file.db.prepare(`SELECT ${names} FROM ${table}`).raw().all() as unknown[][])
      db.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(...row);
  }
  db.close();
  chmodSync(old, 0o444);
  chmodSync(join(folder, 'old'), 0o555);
  const before = stateOf(join(folder, 'old'));
  const info = command(folder, 'info', old, '--json');
  expect(info.complaint).toBe('');
  expect(JSON.parse(info.out)).toMatchObject({ title: 'After' });
  expect(stateOf(join(folder, 'old'))).toEqual(before);
  chmodSync(join(folder, 'old'), 0o777);
});
