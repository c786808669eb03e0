import { documents } from './001-documents.ts';
import type { Migration } from './migration.ts';

/** All migrations in order. */
export const migrations: readonly Migration[] = [documents];

/** Version of a file that has seen every migration. */
export const LATEST_VERSION = migrations.length;
