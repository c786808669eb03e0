import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { StrategyFile } from '../storage/strategy-file.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import type { Application } from './application.ts';

const strategyIdOf = (file: StrategyFile): unknown =>
  file.db.prepare("SELECT value FROM meta WHERE key = 'strategy'").pluck().get();

/** Leaves the log of a strategy without its file. @returns The id of that strategy. */
function leaveLog(application: Application, path: string): unknown {
  const { workspace } = application.create(path, { title: 'Old', template: 'national' });
  const id = strategyIdOf(workspace.file);
  workspace.file.db.prepare("INSERT INTO meta (key, value) VALUES ('scratch', 'x')").run();
  const log = readFileSync(`${path}-wal`);
  workspace.file.close();
  rmSync(path);
  writeFileSync(`${path}-wal`, log);
  return id;
}

test('a file is one and the same by whichever way it is reached', async () => {
  const { application, folder } = temporaryApplication();
  mkdirSync(join(folder, 'real'));
  symlinkSync(join(folder, 'real'), join(folder, 'link'), 'junction');
  const made = application.create(join(folder, 'link', 'a.strategy'), { title: 'A', template: 'national' });
  expect(application.open(join(folder, 'link', 'a.strategy'))).toBe(made);
  expect(application.open(join(folder, 'real', 'a.strategy'))).toBe(made);
});

test('a log that another strategy has left behind is not taken for that of a new one, and is kept', async () => {
  const { application, folder } = temporaryApplication();
  const path = join(folder, 'a.strategy');
  const old = leaveLog(application, path);
  const { application: again } = temporaryApplication();
  const { workspace } = again.create(path, { title: 'New', template: 'national' });
  expect(strategyIdOf(workspace.file)).not.toBe(old);
  expect((await workspace.outline()).title).toBe('New');
  expect(readdirSync(folder).some((name) => /^a\.strategy-wal\..*\.left$/.test(name))).toBe(true);
});

test('a new strategy gets a name that neither a file nor the log of one has', () => {
  const { application, folder } = temporaryApplication();
  vi.stubEnv('VALLETTA_DOCUMENTS', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  leaveLog(application, join(folder, 'Draft.strategy'));
  const { application: again } = temporaryApplication();
  const names = [1, 2].map(() => again.createInFolder({ title: 'Draft', template: 'national' }).workspace.file.path);
  expect(names.map((name) => name.slice(-'Draft 2.strategy'.length))).toEqual(['Draft 2.strategy', 'Draft 3.strategy']);
});

test('one strategy that cannot be closed keeps no other from being closed', async () => {
  const { application, folder } = temporaryApplication();
  const [a, b] = ['a', 'b'].map((name) =>
    application.create(join(folder, `${name}.strategy`), { title: name, template: 'national' }),
  );
  a!.workspace.hub.close = () => Promise.reject(new Error('not today'));
  await expect(application.close()).rejects.toThrow('not today');
  expect([a!, b!].map(({ workspace }) => workspace.file.db.open)).toEqual([false, false]);
});
