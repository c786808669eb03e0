import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OUTLINE } from '../../shared/document/layout.ts';
import { setMeta } from '../../shared/document/outline.ts';
import type { StrategyEvent } from '../../shared/contract/events.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { Application } from './application.ts';
import { BACKUP_EVERY, Backups, seriesOf, timesToKeep } from './backups.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

function watched() {
  const { application, folder } = temporaryApplication();
  const path = join(folder, 'a.strategy');
  const { workspace } = application.create(path, { title: 'A', template: 'action-plan' });
  const target = join(folder, 'backups');
  const clock = { now: Date.parse('2026-03-01T08:00:00Z') };
  const chosen: { folder: string | null } = { folder: target };
  const backups = new Backups({ folder: () => chosen.folder, now: () => clock.now });
  backups.watch(workspace);
  const rename = (title: string) => workspace.edit(OUTLINE, (doc) => setMeta(doc, { title }));
  const copies = (): string[] => {
    try {
      return readdirSync(target).sort();
    } catch {
      return [];
    }
  };
  return { application, workspace, backups, clock, chosen, target, rename, copies, path };
}

test('a strategy that changes is copied once an hour and when it is closed, one that does not is not', async () => {
  const { backups, clock, rename, copies, target, path } = watched();
  clock.now += BACKUP_EVERY;
  await backups.look();
  expect(copies()).toEqual([]);
  await rename('B');
  await backups.look();
  expect(copies()).toEqual([`${seriesOf(path)} 2026-03-01T09-00-00.000.strategy`]);
  await rename('C');
  clock.now += BACKUP_EVERY - 1;
  await backups.look();
  expect(copies()).toHaveLength(1);
  await backups.close();
  expect(copies()).toHaveLength(2);
  const { application: other } = temporaryApplication();
  const titles = await Promise.all(
    copies().map(async (name) => (await other.open(join(target, name)).workspace.outline()).title),
  );
  expect(titles).toEqual(['B', 'C']);
});

test('the ten newest are kept and the last of each day for a month; what is not a copy of it stays', async () => {
  const now = Date.parse('2026-03-31T20:00:00Z');
  const hourly = Array.from({ length: 48 }, (_, index) => now - index * HOUR);
  const daily = Array.from({ length: 60 }, (_, index) => now - index * DAY);
  const kept = timesToKeep([...new Set([...hourly, ...daily])], now);
  expect(hourly.filter((time) => kept.has(time)).slice(0, 10)).toEqual(hourly.slice(0, 10));
  const days = new Set([...kept].map((time) => Math.floor(time / DAY)));
  expect(days.size).toBe(31);
  expect(kept.size).toBe(10 + 30);
  const { backups, clock, rename, copies, target, path } = watched();
  mkdirSync(target);
  const old = `${seriesOf(path)} 2025-01-01T00-00-00.000.strategy`;
  const others = [`${seriesOf(path)} mine.strategy`, 'a 12345678 2025-01-01T00-00-00.000.strategy'];
  for (const name of [old, ...others]) writeFileSync(join(target, name), '');
  for (let count = 0; count < 12; count++) {
    await rename(`${count}`);
    clock.now += BACKUP_EVERY;
    await backups.look();
  }
  expect(copies()).not.toContain(old);
  expect(copies()).toEqual(expect.arrayContaining(others));
  expect(copies()).toHaveLength(10 + others.length);
});

test('a copy that cannot be made is told once, and keeps nobody from writing', async () => {
  const { workspace, backups, clock, rename, target, copies, chosen } = watched();
  const events: StrategyEvent[] = [];
  workspace.hub.broadcast = (event) => void events.push(event);
  const failures = (): StrategyEvent[] => events.filter(({ type }) => type === 'backup-failed');
  writeFileSync(target, 'in the way');
  for (const title of ['B', 'C']) {
    await rename(title);
    clock.now += BACKUP_EVERY;
    await backups.look();
  }
  expect(failures()).toEqual([{ type: 'backup-failed', reason: 'EEXIST' }]);
  rmSync(target);
  chosen.folder = null;
  clock.now += BACKUP_EVERY;
  await backups.look();
  expect(copies()).toEqual([]);
  chosen.folder = target;
  await backups.close();
  expect(copies()).toHaveLength(1);
});

test('the process of a window keeps backups as the profile says, a command keeps none', async () => {
  const { application: command, folder } = temporaryApplication();
  const { profile } = command;
  const write = async (application: Application, name: string): Promise<void> => {
    const { workspace } = application.create(join(folder, name), { title: name, template: 'action-plan' });
    await workspace.edit(OUTLINE, (doc) => setMeta(doc, { title: 'B' }));
    await application.close();
  };
  const backups = (): string[] => readdirSync(join(folder, 'profile')).filter((name) => name === 'backups');
  await write(command, 'a.strategy');
  expect(backups()).toEqual([]);
  const window = (): Application => new Application({ profile, offThread: false, keepsBackups: true });
  profile.update(() => ({ backups: { isOn: false, folder: null } }));
  await write(window(), 'b.strategy');
  expect(backups()).toEqual([]);
  profile.update(() => ({ backups: { isOn: true, folder: join(folder, 'chosen') } }));
  await write(window(), 'c.strategy');
  expect(readdirSync(join(folder, 'chosen'))).toHaveLength(1);
  profile.update(() => ({ backups: { isOn: true, folder: null } }));
  await write(window(), 'd.strategy');
  expect(readdirSync(join(folder, 'profile', 'backups'))).toHaveLength(1);
});
