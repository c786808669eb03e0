import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder, and everything that has to end when a benchmark is over. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'valletta-bench-'));
  readonly #endings: (() => Promise<void> | void)[] = [];
  #homes = 0;

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  /** A profile that has been set up already, so that nobody is asked for a name. @returns Its folder. */
  createHome(): string {
    const home = this.path(`home-${++this.#homes}`);
    mkdirSync(home);
    const settings = { person: { name: 'Bench', organisation: 'Office' }, recent: [], sampleMade: true };
    writeFileSync(join(home, 'settings.json'), JSON.stringify(settings));
    return home;
  }

  /** Does `end` when the benchmark is over, however it ends. Latest first. */
  onEnd(end: () => Promise<void> | void): void {
    this.#endings.push(end);
  }

  async clean(): Promise<void> {
    for (const end of this.#endings.splice(0).toReversed()) await end();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Asks a process to end, and makes it. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}
