/** 62 letters, no look-alike handling needed: ids are never typed by hand. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const LENGTH = 12;
/** Asking the system for chance takes far longer than using it: an import of a long text makes thousands of ids. */
const pool = new Uint8Array(LENGTH * 256);
let used = pool.length;

/** A random id of 12 letters (71 bits), for blocks and sections. */
export function createId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let id = '';
  for (const byte of pool.subarray(used, used + LENGTH)) id += ALPHABET[byte % ALPHABET.length];
  used += LENGTH;
  return id;
}
