import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../electron/resources.ts';

/** Whether sources in the folders are newer than what was built from them. */
export function areSourcesNewer(built: string, folders: readonly string[]): boolean {
  const time = statSync(built).mtimeMs;
  return folders.some((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).some(
      (entry) =>
        entry.isFile() && !entry.name.includes('.test') && statSync(join(entry.parentPath, entry.name)).mtimeMs > time,
    ),
  );
}
