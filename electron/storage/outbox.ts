import { z } from 'zod';
import { commentCommandSchema, type CommentCommand } from '../../shared/document/comments.ts';
import type { StrategyFile } from './strategy-file.ts';

/** A command that the host has not done. */
export interface OutboxEntry {
  readonly seq: number;
  readonly section: string;
  readonly command: CommentCommand;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Why the host will not do it; null while it may. */
  readonly refusal: string | null;
}

const rowSchema = z.object({
  seq: z.int(),
  section: z.string(),
  command: z.string(),
  at: z.int(),
  refusal: z.string().nullable(),
});

/** What a replica has asked its host to do, until it is done. Every change is on disk when its method returns. */
export class Outbox {
  readonly #file: StrategyFile;

  constructor(file: StrategyFile) {
    this.#file = file;
  }

  /** In the order in which it was asked; what cannot be read is left where it is. */
  list(): OutboxEntry[] {
    const rows = this.#file.db.prepare('SELECT seq, section, command, at, refusal FROM outbox ORDER BY seq').all();
    return rows.flatMap((row) => {
      const entry = rowSchema.safeParse(row).data;
      const command = entry && readCommand(entry.command);
      return command ? [{ ...entry, command }] : [];
    });
  }

  add(section: string, command: CommentCommand, at = Date.now()): void {
    this.#file.db
      .prepare('INSERT INTO outbox (section, command, at) VALUES (?, ?, ?)')
      .run(section, JSON.stringify(command), at);
  }

  /** It is done, or given up. */
  remove(seq: number): void {
    this.#file.db.prepare('DELETE FROM outbox WHERE seq = ?').run(seq);
  }

  refuse(seq: number, refusal: string): void {
    this.#file.db.prepare('UPDATE outbox SET refusal = ? WHERE seq = ?').run(refusal, seq);
  }
}

/** @returns Null for what is no command. */
export function readCommand(json: string): CommentCommand | null {
  try {
    return commentCommandSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
