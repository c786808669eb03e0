import { documents } from './001-documents.ts';
import { search } from './002-search.ts';
import { versions } from './003-versions.ts';
import { assets } from './004-assets.ts';
import { checksums } from './005-checksums.ts';
import { folding } from './006-folding.ts';
import { members } from './007-members.ts';
import { outbox } from './008-outbox.ts';
import { pictures } from './009-pictures.ts';
import { confirmed } from './010-confirmed.ts';
import type { Migration } from './migration.ts';

/** All migrations in order. */
export const migrations: readonly Migration[] = [
  documents,
  search,
  versions,
  assets,
  checksums,
  folding,
  members,
  outbox,
  pictures,
  confirmed,
];

/** Version of a file that has seen every migration. */
export const LATEST_VERSION = migrations.length;
