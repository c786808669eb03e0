import { createHash } from 'node:crypto';
import type { Asset } from '../../shared/contract/assets.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { readImageHeader } from './image-header.ts';
import type { StrategyFile } from './strategy-file.ts';

/** Most bytes that a picture may have. */
export const LARGEST_ASSET = 20 * 1024 * 1024;

/** Of the pictures that are missing from a section, how many are told of at once. */
const MOST_OF_SECTION = 100;

/** What a picture is known by. */
export function assetHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The pictures of a strategy, each once, by the hash of its bytes. */
export class Assets {
  readonly #file: StrategyFile;

  constructor(file: StrategyFile) {
    this.#file = file;
  }

  /**
   * Keeps a picture; it is on disk when this returns.
   * @param device Of the machine that has sent it; none for one that comes from this one.
   * @throws FailureError when the bytes are no picture of a kind that documents can hold, or are too many;
   * or what storage says.
   */
  keep(bytes: Uint8Array, device?: number): Asset {
    if (bytes.length > LARGEST_ASSET) {
      throw new FailureError('picture-too-large', { megabytes: LARGEST_ASSET / 1024 / 1024 });
    }
    const header = readImageHeader(bytes);
    if (!header) throw new FailureError('picture-unknown');
    const hash = assetHash(bytes);
    const { db } = this.#file;
    db.transaction(() => {
      const { changes } = db
        .prepare(
          'INSERT OR IGNORE INTO asset (hash, media_type, width, height, added, bytes) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(hash, header.mediaType, header.width, header.height, Date.now(), bytes);
      if (changes > 0 && device !== undefined)
        db.prepare('INSERT OR REPLACE INTO asset_source VALUES (?, ?)').run(hash, device);
    })();
    return { hash, ...header };
  }

  /**
   * Hashes of pictures that the text names, deleted sections too, and that are not here; of each section so many
   * that no section keeps those of others from being told of.
   */
  missing(): string[] {
    return this.#file.db
      .prepare(
        `SELECT DISTINCT asset FROM (
           SELECT asset, row_number() OVER (PARTITION BY section ORDER BY rowid) AS place
           FROM picture WHERE asset NOT IN (SELECT hash FROM asset)
         ) WHERE place <= ? ORDER BY asset`,
      )
      .pluck()
      .all(MOST_OF_SECTION) as string[];
  }

  /** Whether the text names a picture that is not here. */
  isMissing(hash: string): boolean {
    return this.#file.db.prepare('SELECT 1 FROM picture WHERE asset = ?').get(hash) !== undefined && !this.has(hash);
  }

  /** How many bytes a device has sent of what is here. */
  sentBy(device: number): number {
    return this.#file.db
      .prepare('SELECT coalesce(sum(length(bytes)), 0) FROM asset JOIN asset_source USING (hash) WHERE device = ?')
      .pluck()
      .get(device) as number;
  }

  /** All pictures, by hash. */
  all(): Map<string, Omit<Asset, 'hash'> & { readonly bytes: Buffer }> {
    const rows = this.#file.db
      .prepare('SELECT hash, media_type AS mediaType, width, height, bytes FROM asset ORDER BY hash')
      .all() as (Asset & { bytes: Buffer })[];
    return new Map(rows.map(({ hash, ...asset }) => [hash, asset]));
  }

  has(hash: string): boolean {
    return this.#file.db.prepare('SELECT 1 FROM asset WHERE hash = ?').get(hash) !== undefined;
  }

  /** A picture with its bytes; null when the file does not hold it. */
  read(hash: string): (Asset & { readonly bytes: Buffer }) | null {
    const row = this.#file.db
      .prepare('SELECT hash, media_type AS mediaType, width, height, bytes FROM asset WHERE hash = ?')
      .get(hash) as (Asset & { bytes: Buffer }) | undefined;
    return row ?? null;
  }
}
