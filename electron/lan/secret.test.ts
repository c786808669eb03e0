import { expect, test } from 'vitest';
import { createSecret, hashSecret, isSecret } from './secret.ts';

test('a secret is known by its hash, and no other is', () => {
  const [secret, other] = [createSecret(), createSecret()];
  expect(secret).toMatch(/^[\w-]{22}$/);
  expect(other).not.toBe(secret);
  const hash = hashSecret(secret);
  expect(hash).not.toContain(secret);
  expect(isSecret(secret, hash)).toBe(true);
  expect(isSecret(other, hash)).toBe(false);
  expect(isSecret(secret, hash.slice(1))).toBe(false);
  expect(isSecret(secret, '')).toBe(false);
});
