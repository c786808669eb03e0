import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalPath } from '../storage/canonical-path.ts';
import { PRIVATE, writeWhole } from '../storage/write-whole.ts';

const recordSchema = z.object({
  /** Address of the process that has the file open, on loopback. */
  url: z.string(),
  token: z.string(),
  strategy: z.string(),
});
export type OpenFileRecord = z.infer<typeof recordSchema>;

/**
 * Notes of which process has which file open, so that another one can go through it. The lock itself
 * is the operating system's; a note left behind by a process that was killed is found out when
 * nobody answers at its address.
 */
export class OpenFiles {
  readonly #folder: string;

  constructor(profileFolder: string) {
    this.#folder = join(profileFolder, 'open');
  }

  /** Without a note, for want of room, another process is refused instead of let in. */
  note(file: string, record: OpenFileRecord): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeWhole(this.#noteOf(file), JSON.stringify(record), PRIVATE);
    } catch {
      // The strategy can be written in without it, or else its own file says so.
    }
  }

  find(file: string): OpenFileRecord | null {
    const note = this.#noteOf(file);
    if (!existsSync(note)) return null;
    try {
      return recordSchema.parse(JSON.parse(readFileSync(note, 'utf8')));
    } catch {
      return null;
    }
  }

  forget(file: string): void {
    rmSync(this.#noteOf(file), { force: true });
  }

  #noteOf(file: string): string {
    return join(this.#folder, `${createHash('sha256').update(canonicalPath(file)).digest('hex').slice(0, 32)}.json`);
  }
}
