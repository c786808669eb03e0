import type { Migration } from './migration.ts';

/** How much of what a replica holds its host is known to have. */
export const confirmed: Migration = {
  version: 10,
  name: 'confirmed',
  sql: `
    CREATE TABLE confirmed (
      document TEXT PRIMARY KEY,
      seq      INTEGER NOT NULL -- of the last update that the host has for certain
    ) STRICT, WITHOUT ROWID;
  `,
};
