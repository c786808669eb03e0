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
      const note = this.#file.db.prepare(
        `INSERT OR REPLACE INTO confirmed (document, seq)
         SELECT document, max(seq) FROM update_log WHERE document = ? GROUP BY document`,
      );
      for (const document of documents) note.run(document);
    });
  }

  /**
   * @returns By document, how many changes that a device has made here the host has not confirmed; nothing of documents
   * of which it is not known what the host has.
   */
  waiting(device: number): Map<string, number> {
    const rows = this.#file.db
      .prepare(
        `SELECT update_log.document, count(*) AS changes FROM update_log
         JOIN author ON author.id = update_log.author
         JOIN confirmed ON confirmed.document = update_log.document
         WHERE author.device = ? AND update_log.seq > confirmed.seq
         GROUP BY update_log.document`,
      )
      .all(device) as { document: string; changes: number }[];
    return new Map(rows.map(({ document, changes }) => [document, changes]));
  }
}
