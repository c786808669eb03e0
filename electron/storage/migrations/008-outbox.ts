import type { Migration } from './migration.ts';

/** What a replica has asked its host to do and has no answer to. */
export const outbox: Migration = {
  version: 8,
  name: 'outbox',
  sql: `
    CREATE TABLE outbox (
      seq     INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order in which it was asked; never given out again
      section TEXT NOT NULL, -- id of the section that is commented on
      command TEXT NOT NULL, -- JSON
      at      INTEGER NOT NULL, -- milliseconds since 1970, UTC
      refusal TEXT -- why the host did not do it; null while it has not said so
    ) STRICT;
  `,
};
