import type { Migration } from './migration.ts';

/** Texts are compared in another way than before (quotation marks, dashes, ß): the rows are made anew. */
export const folding: Migration = {
  version: 6,
  name: 'folding',
  sql: 'DELETE FROM projected;',
};
