import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { comparisonCode } from './comparison-code.ts';
import { createSecret } from './secret.ts';

const fingerprint = (of: string): string => createHash('sha256').update(of).digest('base64url');
const pairing = { secret: Buffer.alloc(16).toString('base64url'), host: fingerprint('host'), device: fingerprint('a') };

test('both sides see the same code, and another one when anything differs', () => {
  const code = comparisonCode(pairing);
  expect(comparisonCode({ ...pairing })).toBe(code);
  const others = [
    { ...pairing, secret: createSecret() },
    { ...pairing, host: fingerprint('another host') },
    { ...pairing, device: fingerprint('b') },
    { ...pairing, host: pairing.device, device: pairing.host },
  ];
  for (const other of others) expect(comparisonCode(other)).not.toBe(code);
});

test('a code has six digits, with zeros in front, and all digits are about as likely', () => {
  const first = new Map<string, number>();
  for (let index = 0; index < 5000; index += 1) {
    const code = comparisonCode({ ...pairing, device: fingerprint(`device ${index}`) });
    expect(code).toMatch(/^\d{6}$/);
    first.set(code[0]!, (first.get(code[0]!) ?? 0) + 1);
  }
  expect(first.size).toBe(10);
  for (const count of first.values()) expect(Math.abs(count - 500)).toBeLessThan(150);
});
