import type { Migration } from './migration.ts';

/** The log of updates, the snapshots it is compacted into, who wrote, and the projection. */
export const documents: Migration = {
  version: 1,
  name: 'documents',
  sql: `
    CREATE TABLE meta (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE author (
      id           INTEGER PRIMARY KEY,
      device       INTEGER NOT NULL,
      name         TEXT NOT NULL,
      organisation TEXT NOT NULL,
      UNIQUE (device, name, organisation)
    ) STRICT;

    -- Which author a Yjs client id belongs to. Outlives the log, and so does attribution.
    CREATE TABLE client (
      id     INTEGER PRIMARY KEY,
      author INTEGER NOT NULL REFERENCES author (id)
    ) STRICT;

    -- Append-only Yjs updates (encoding v1), in the order in which they were acknowledged.
    CREATE TABLE update_log (
      seq      INTEGER PRIMARY KEY AUTOINCREMENT,
      document TEXT NOT NULL,
      author   INTEGER NOT NULL REFERENCES author (id),
      at       INTEGER NOT NULL, -- milliseconds since 1970, UTC
      data     BLOB NOT NULL
    ) STRICT;
    CREATE INDEX update_log_by_document ON update_log (document, seq);

    -- The whole state of a document (encoding v2) up to and including seq.
    CREATE TABLE snapshot (
      document TEXT PRIMARY KEY,
      seq      INTEGER NOT NULL,
      at       INTEGER NOT NULL,
      data     BLOB NOT NULL
    ) STRICT;

    -- Projection: rebuilt from the documents at any time, never the source of truth.
    CREATE TABLE projected (
      document TEXT PRIMARY KEY,
      seq      INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE block (
      section TEXT NOT NULL,
      idx     INTEGER NOT NULL,
      id      TEXT NOT NULL,
      kind    TEXT NOT NULL,
      level   INTEGER,
      text    TEXT NOT NULL,
      words   INTEGER NOT NULL,
      PRIMARY KEY (section, idx)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX block_by_id ON block (id);

    CREATE TABLE tag (
      section   TEXT NOT NULL,
      block     TEXT NOT NULL,
      framework TEXT NOT NULL,
      principle INTEGER NOT NULL,
      strength  TEXT NOT NULL,
      reason    TEXT NOT NULL,
      by        TEXT NOT NULL,
      at        TEXT NOT NULL,
      PRIMARY KEY (section, block, framework, principle)
    ) STRICT, WITHOUT ROWID;
  `,
};
