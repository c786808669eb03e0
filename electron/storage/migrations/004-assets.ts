import type { Migration } from './migration.ts';

/** Pictures. The text holds their hash alone. */
export const assets: Migration = {
  version: 4,
  name: 'assets',
  sql: `
    CREATE TABLE asset (
      hash       TEXT PRIMARY KEY, -- SHA-256 of the bytes, lower-case hexadecimal
      media_type TEXT NOT NULL,
      width      INTEGER NOT NULL, -- pixels
      height     INTEGER NOT NULL, -- pixels
      added      INTEGER NOT NULL, -- milliseconds since 1970, UTC
      bytes      BLOB NOT NULL
    ) STRICT;
  `,
};
