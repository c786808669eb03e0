import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The one path of a file, however it was reached and in whatever case it was typed; that of a new file
 * follows its folder's.
 */
export function canonicalPath(file: string): string {
  if (existsSync(file)) return realpathSync.native(file);
  const folder = dirname(resolve(file));
  return join(existsSync(folder) ? realpathSync.native(folder) : folder, basename(file));
}
