import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { removeDraft } from './draft.ts';

/**
 * Writes a file all or nothing: beside it first, so that a full disk leaves what was there.
 * @param mode Who may read and write it, where the platform knows that.
 */
export function writeWhole(file: string, content: Uint8Array | string, mode = 0o666): void {
  const draft = `${file}.${process.pid}.part`;
  try {
    // What another process of this number has left behind may have had another mode.
    rmSync(draft, { force: true });
    const descriptor = openSync(draft, 'wx', mode);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
}

/** For its owner alone. */
export const PRIVATE = 0o600;
