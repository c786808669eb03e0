import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { FailureError } from '../../shared/contract/failure.ts';

/** What cannot be removed stays; why the draft was given up matters more. */
export function removeDraft(draft: string): void {
  for (const file of [draft, `${draft}-wal`, `${draft}-journal`]) {
    try {
      rmSync(file, { force: true });
    } catch {
      // The folder may not be ours to write in.
    }
  }
}

/**
 * Gives a complete file its name, which is claimed first: of two that want it one gets it, and only that
 * one touches what lies beside it.
 * @throws FailureError when another file has been given it meanwhile.
 */
export function giveName(draft: string, path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    if (existsSync(path)) throw new FailureError('file-exists', { file: path });
    throw error;
  }
  try {
    setAsideLogs(path);
    renameSync(draft, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/**
 * A log that a strategy of this name has left behind would be taken for the new one's; it may hold what
 * is nowhere else, so it is kept under another name.
 */
function setAsideLogs(path: string): void {
  for (const log of [`${path}-wal`, `${path}-journal`])
    if (existsSync(log)) renameSync(log, `${log}.${Date.now()}.left`);
}
