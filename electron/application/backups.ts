import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { giveName, removeDraft } from '../storage/draft.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Copies of one strategy are at least so far apart while it is open, in milliseconds. */
export const BACKUP_EVERY = 60 * 60 * 1000;
const LOOK_EVERY = 60 * 1000;
const KEEP_NEWEST = 10;
const KEEP_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

export interface BackupOptions {
  /** Where copies go at present; null for none. */
  readonly folder: () => string | null;
  readonly now?: () => number;
}

interface Watched {
  readonly workspace: Workspace;
  /** Sequence number of the last update that is in a copy, or was there when the file was opened. */
  seq: number;
  /** When the last copy was made, or the file opened. */
  at: number;
  running: Promise<void>;
  hasComplained: boolean;
}

/** Copies every strategy that is being changed, once an hour and when it is closed. */
export class Backups {
  readonly #folder: BackupOptions['folder'];
  readonly #now: () => number;
  readonly #watched = new Map<Workspace, Watched>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ folder, now = Date.now }: BackupOptions) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Begins to look after a strategy that was opened. What is only read needs no copy. */
  watch(workspace: Workspace): void {
    if (workspace.file.isReadOnly) return;
    this.#watched.set(workspace, {
      workspace,
      seq: lastUpdateOf(workspace),
      at: this.#now(),
      running: Promise.resolve(),
      hasComplained: false,
    });
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY).unref();
  }

  /** Copies what has changed and was not copied for an hour. */
  async look(): Promise<void> {
    const due = [...this.#watched.values()].filter(({ at }) => this.#now() - at >= BACKUP_EVERY);
    await Promise.all(due.map((watched) => this.#copy(watched)));
  }

  /** Copies what has changed before the strategies are closed. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const watched = [...this.#watched.values()];
    this.#watched.clear();
    await Promise.all(watched.map((one) => this.#copy(one)));
  }

  #copy(watched: Watched): Promise<void> {
    watched.running = watched.running.then(() => this.#write(watched));
    return watched.running;
  }

  /** A copy that cannot be made keeps nobody from writing; it is said once. */
  async #write(watched: Watched): Promise<void> {
    const { workspace } = watched;
    try {
      const folder = this.#folder();
      const seq = lastUpdateOf(workspace);
      if (folder === null || seq === watched.seq) return;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const at = this.#now();
      const target = join(folder, `${seriesOf(workspace.file.path)} ${stampOf(at)}.strategy`);
      const draft = `${target}.${process.pid}.part`;
      try {
        await workspace.file.db.backup(draft);
        giveName(draft, target);
      } finally {
        removeDraft(draft);
      }
      watched.seq = seq;
      watched.at = at;
      watched.hasComplained = false;
      thinOut(folder, seriesOf(workspace.file.path), at);
    } catch (error) {
      watched.at = this.#now();
      if (watched.hasComplained) return;
      watched.hasComplained = true;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      workspace.hub.broadcast({ type: 'backup-failed', reason });
    }
  }
}

/** What the copies of one file begin with: two of one name, in two folders, are told apart. */
export function seriesOf(path: string): string {
  return `${basename(path, extname(path))} ${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}

function stampOf(at: number): string {
  return new Date(at).toISOString().slice(0, 23).replaceAll(':', '-');
}

/** The newest copies, and the last of each day for a month. @param times Of all copies. */
export function timesToKeep(times: readonly number[], now: number): Set<number> {
  const newestFirst = [...times].sort((a, b) => b - a);
  const keep = new Set(newestFirst.slice(0, KEEP_NEWEST));
  const days = new Set<number>();
  for (const time of newestFirst) {
    const day = Math.floor(time / DAY);
    if (days.has(day) || now - time > KEEP_DAYS * DAY) continue;
    days.add(day);
    keep.add(time);
  }
  return keep;
}

function thinOut(folder: string, series: string, now: number): void {
  const copies = readdirSync(folder).flatMap((name) => {
    if (!name.startsWith(`${series} `)) return [];
    const stamp = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})\.strategy$/.exec(name.slice(series.length + 1));
    return stamp ? [{ name, time: Date.parse(`${stamp[1]}T${stamp[2]}:${stamp[3]}:${stamp[4]}Z`) }] : [];
  });
  const keep = timesToKeep(
    copies.map(({ time }) => time),
    now,
  );
  for (const { name, time } of copies) if (!keep.has(time)) rmSync(join(folder, name), { force: true });
}

function lastUpdateOf({ file: { db } }: Workspace): number {
  return (db.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'update_log'`).pluck().get() ?? 0) as number;
}
