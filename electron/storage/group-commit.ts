import type { UpdateEntry } from './strategy-file.ts';

/** Where a group of updates is committed. */
interface Log {
  append(entries: readonly UpdateEntry[]): void;
}

interface Waiting {
  readonly entry: UpdateEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits the updates of one turn of the event loop in one transaction. A promise that resolves
 * means on disk; when the commit fails, every update of the group is refused.
 */
export class GroupCommit {
  readonly #log: Log;
  #waiting: Waiting[] = [];

  constructor(log: Log) {
    this.#log = log;
  }

  append(entry: UpdateEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({ entry, resolve, reject });
    });
  }

  /** Commits what is waiting, now. */
  flush(): void {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    try {
      this.#log.append(group.map(({ entry }) => entry));
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  }
}
