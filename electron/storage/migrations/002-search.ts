import type { Migration } from './migration.ts';

/** Footnotes among the rows of blocks, and an index to search both by. All of it is made anew on opening. */
export const search: Migration = {
  version: 2,
  name: 'search',
  sql: `
    DROP TABLE block;
    DELETE FROM projected;

    CREATE TABLE block (
      row       INTEGER PRIMARY KEY,
      section   TEXT NOT NULL,
      idx       INTEGER NOT NULL,
      id        TEXT NOT NULL,
      kind      TEXT NOT NULL,
      level     INTEGER,
      text      TEXT NOT NULL,
      footnotes TEXT NOT NULL, -- JSON: [{id, text}]
      words     INTEGER NOT NULL,
      UNIQUE (section, idx)
    ) STRICT;
    CREATE INDEX block_by_id ON block (id);

    -- Every three letters in a row of a block's folded text (shared/domain/text-search.ts): of use for
    -- any script, with or without spaces between words. What it finds is held against the text itself.
    CREATE VIRTUAL TABLE search USING fts5 (
      folded, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram case_sensitive 1'
    );
  `,
};
