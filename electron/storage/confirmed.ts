import type { StrategyFile } from './strategy-file.ts';

/**
 * How much of what this machine has written its host is known to have, document by document. It is for telling how
 * much waits; what is sent follows from the documents themselves.
 */
export class Confirmed {
  readonly #file: StrategyFile;

  constructor(file: StrategyFile) {
    this.#file = file;
  }

  /** Notes that the host has all that there is of some documents; on disk a moment later. */
  note(documents: readonly string[]): void {
    this.#file.derive(() => {
      // The row stays where it is: recovery of a damaged file knows rows by their shape and number.
      const note = this.#file.db.prepare(
        `INSERT INTO confirmed (document, seq)
         SELECT ?, coalesce(max(seq), 0) FROM update_log WHERE document = ?
         ON CONFLICT (document) DO UPDATE SET seq = excluded.seq`,
      );
      for (const document of documents) note.run(document, document);
    });
  }

  /** @returns By document, how many changes that a device has made here the host has not confirmed. */
  waiting(device: number): Map<string, number> {
    const rows = this.#file.db
      .prepare(
        `SELECT update_log.document, count(*) AS changes FROM update_log
         JOIN author ON author.id = update_log.author
         LEFT JOIN confirmed ON confirmed.document = update_log.document
         WHERE author.device = ? AND update_log.seq > coalesce(confirmed.seq, 0)
         GROUP BY update_log.document`,
      )
      .all(device) as { document: string; changes: number }[];
    return new Map(rows.map(({ document, changes }) => [document, changes]));
  }
}
