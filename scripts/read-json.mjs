import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads a JSON file that a tool of ours wrote, and believes it.
 *
 * @template T
 * @param {string} path
 * @param {T} absent What to take when there is no such file.
 * @returns {T}
 */
export function readJson(path, absent) {
  if (!existsSync(path)) return absent;
  /** @type {unknown} */
  const value = JSON.parse(readFileSync(path, 'utf8'));
  return /** @type {T} */ (value);
}
