import type { Migration } from './migration.ts';

/** States of the strategy that somebody, or the application before a large change, wanted kept. */
export const versions: Migration = {
  version: 3,
  name: 'versions',
  sql: `
    CREATE TABLE version (
      id     TEXT PRIMARY KEY,
      cause  TEXT NOT NULL, -- person, import, replace, restore
      name   TEXT NOT NULL,
      note   TEXT NOT NULL,
      author INTEGER NOT NULL REFERENCES author (id),
      at     INTEGER NOT NULL -- milliseconds since 1970, UTC
    ) STRICT, WITHOUT ROWID;

    -- The whole state of a document (encoding v2, deflated) up to and including seq. Versions between
    -- which a document has not changed share it.
    CREATE TABLE version_state (
      document TEXT NOT NULL,
      seq      INTEGER NOT NULL,
      data     BLOB NOT NULL,
      PRIMARY KEY (document, seq)
    ) STRICT;

    CREATE TABLE version_document (
      version  TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
      document TEXT NOT NULL,
      seq      INTEGER NOT NULL,
      PRIMARY KEY (version, document),
      FOREIGN KEY (document, seq) REFERENCES version_state (document, seq)
    ) STRICT, WITHOUT ROWID;
  `,
};
