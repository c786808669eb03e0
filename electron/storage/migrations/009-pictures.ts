import type { Migration } from './migration.ts';

/** Which pictures the text names, derived from it like the blocks, and which devices sent those that are here. */
export const pictures: Migration = {
  version: 9,
  name: 'pictures',
  sql: `
    CREATE TABLE picture (
      section TEXT NOT NULL,
      asset   TEXT NOT NULL, -- hash of a picture, which may not be here
      UNIQUE (section, asset)
    ) STRICT;
    CREATE TABLE asset_source (
      hash   TEXT PRIMARY KEY, -- of a picture that another machine has sent
      device INTEGER NOT NULL -- its number
    ) STRICT;
    DELETE FROM projected;
  `,
};
