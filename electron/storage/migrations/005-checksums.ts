import type { Migration } from './migration.ts';

/** A sum of what each document consists of: a bit that a disk has turned is seen, and not read as text. */
export const checksums: Migration = {
  version: 5,
  name: 'checksums',
  sql: `
    -- CRC-32 of data; null in rows that were written before there were sums.
    ALTER TABLE update_log ADD COLUMN sum INTEGER;
    ALTER TABLE snapshot ADD COLUMN sum INTEGER;
  `,
};
