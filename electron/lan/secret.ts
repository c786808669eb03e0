import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Of a secret, in bytes. So many cannot be guessed, which is why a plain hash keeps them well enough. */
export const SECRET_BYTES = 16;

/** What lets a device ask to be paired; base64url, 22 characters. */
export function createSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What the host keeps in place of the secret; base64url, 43 characters. */
export function hashSecret(secret: string): string {
  return digest(secret).toString('base64url');
}

/** Whether `hash` is that of `secret`; takes as long either way. */
export function isSecret(secret: string, hash: string): boolean {
  const expected = Buffer.from(hash, 'base64url');
  const given = digest(secret);
  return expected.length === given.length && timingSafeEqual(given, expected);
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
