import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Which file it is, whatever its name. */
export interface Place {
  readonly dev: bigint;
  readonly ino: bigint;
  /** When it was made; 0 where the file system does not say. */
  readonly birthtimeNs: bigint;
}

const ANYWHERE: Place = { dev: 0n, ino: 0n, birthtimeNs: 0n };

/** @returns Null when there is no file of the name. Where an open file cannot be moved, always the same. */
export function placeOf(path: string): Place | null {
  if (process.platform === 'win32') return ANYWHERE;
  return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}

/**
 * Holds a file that is open against the one of its name.
 * @param place Where the open file is, or null when it has never had the name.
 * @throws StorageError when somebody has moved, deleted or replaced it, so that what is written would be
 * found by nobody.
 */
export function assertInPlace(path: string, place: Place | null): void {
  const found = placeOf(path);
  if (found === null) throw new StorageError('FILE_GONE');
  if (place === null || !isSamePlace(found, place)) throw new StorageError('FILE_REPLACED');
}

/**
 * Whether a file that is there may not be written, or nothing beside it: a strategy needs both. Where the
 * system does not tell, it turns out when the file is opened.
 */
export function isReadOnlyPlace(path: string): boolean {
  return [path, dirname(path)].some((place) => {
    try {
      accessSync(place, constants.W_OK);
      return false;
    } catch (error) {
      return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
    }
  });
}

/** Some file systems of a network give a file another number now and then, but never another birthday. */
function isSamePlace(a: Place, b: Place): boolean {
  return a.dev === b.dev && (a.ino === b.ino || (a.birthtimeNs !== 0n && a.birthtimeNs === b.birthtimeNs));
}

/** Why nothing can be written, where neither SQLite nor the file system says so. */
export class StorageError extends Error {
  readonly code: 'FILE_GONE' | 'FILE_REPLACED';

  constructor(code: StorageError['code']) {
    super(code);
    this.name = 'StorageError';
    this.code = code;
  }
}
