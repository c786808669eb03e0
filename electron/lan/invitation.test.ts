import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FailureError, type FailureType } from '../../shared/contract/failure.ts';
import { formatInvitation, parseInvitation } from './invitation.ts';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array).toString('base64url'));
const host = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter((text) => !text.includes('%')),
  fc.domain(),
);
const invitations = fc.record({
  addresses: fc.array(fc.record({ host, port: fc.integer({ min: 1, max: 65_535 }) }), { minLength: 1, maxLength: 16 }),
  fingerprint: bytes(32),
  secret: bytes(16),
});

const invitation = {
  addresses: [
    { host: '192.168.1.5', port: 4711 },
    { host: 'fd00::1', port: 4711 },
    { host: 'draft-host.local', port: 65_535 },
  ],
  fingerprint: createHash('sha256').update('host').digest('base64url'),
  secret: Buffer.alloc(16, 7).toString('base64url'),
};
const text = formatInvitation(invitation);

function failureOf(pasted: string): FailureType | null {
  try {
    parseInvitation(pasted);
    return null;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.type;
    throw error;
  }
}

describe('an invitation', () => {
  test('is one short word', () => {
    expect(text).toBe(
      `vw1.192.168.1.5:4711,[fd00::1]:4711,draft-host.local:65535.${invitation.fingerprint}.${invitation.secret}`,
    );
    expect(formatInvitation({ ...invitation, addresses: invitation.addresses.slice(0, 1) })).toHaveLength(87);
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(invitations, (value) => {
        expect(parseInvitation(formatInvitation(value))).toEqual(value);
      }),
    );
  });

  test('survives what mail and word processors do to long words', () => {
    const gap = fc.constantFrom('\n', '\r\n> ', ' ', '\n>> ', '\u00A0', '\u00AD', '\u200B', '\t', '\u2028', '\uFEFF');
    const cuts = fc.array(fc.tuple(fc.nat(text.length), gap), { maxLength: 10 });
    fc.assert(
      fc.property(cuts, (places) => {
        let pasted = text;
        for (const [place, between] of places.toSorted(([a], [b]) => b - a)) {
          pasted = pasted.slice(0, place) + between + pasted.slice(place);
        }
        expect(parseInvitation(pasted)).toEqual(invitation);
      }),
    );
  });

  test('that is cut off anywhere is refused', () => {
    for (let length = 0; length < text.length; length += 1) {
      expect(failureOf(text.slice(0, length))).toBe(length < 4 ? 'invitation-form' : 'invitation-cut');
    }
    for (let from = 1; from < text.length; from += 1) expect(failureOf(text.slice(from))).toBe('invitation-form');
  });

  test('with anything changed is refused or says something else; anything at all is refused, not stumbled over', () => {
    const change = fc.tuple(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(change, ([place, character]) => {
        const changed = text.slice(0, place) + character + text.slice(place + 1);
        const failure = failureOf(changed);
        if (failure === null && changed !== text) expect(parseInvitation(changed)).not.toEqual(invitation);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(failureOf(any)).toBe('invitation-form');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(failureOf(`vw1.${any}`)).toBe('invitation-cut');
      }),
    );
  });

  test.each([
    ['', 'invitation-form'],
    ['https://example.org', 'invitation-form'],
    [text.replace('vw1', 'vw2'), 'invitation-newer'],
    [text.replace('vw1', 'VW1'), 'invitation-form'],
    [`${text}.`, 'invitation-cut'],
    [`${text}A`, 'invitation-cut'],
    ['vw1.'.repeat(100_000), 'invitation-form'],
    [text.replace('192.168.1.5', '192.168.1'), 'invitation-cut'],
    [text.replace('192.168.1.5', '192.168.1.256'), 'invitation-cut'],
    [text.replace('192.168.1.5', 'a b'), null],
    [text.replace('192.168.1.5', 'a_b'), 'invitation-cut'],
    [text.replace('192.168.1.5', '-a'), 'invitation-cut'],
    [text.replace('192.168.1.5', 'a/b'), 'invitation-cut'],
    [text.replace('192.168.1.5', 'user@a'), 'invitation-cut'],
    [text.replace('192.168.1.5', ''), 'invitation-cut'],
    [text.replace('[fd00::1]', 'fd00::1'), 'invitation-cut'],
    [text.replace('[fd00::1]', '[fe80::1%eth0]'), 'invitation-cut'],
    [text.replace('[fd00::1]', '[192.168.1.5]'), 'invitation-cut'],
    [text.replace(':65535', ':65536'), 'invitation-cut'],
    [text.replace(':65535', ':0'), 'invitation-cut'],
    [text.replace(':65535', ':080'), 'invitation-cut'],
    [text.replace(':65535', ''), 'invitation-cut'],
    [text.replace('192.168.1.5:4711', Array(15).fill('192.168.1.5:4711').join(',')), 'invitation-cut'],
  ])('%j: %s', (pasted, failure) => expect(failureOf(pasted)).toBe(failure));

  test('is not made of what could not be read again', () => {
    expect(() => formatInvitation({ ...invitation, addresses: [] })).toThrow(RangeError);
    expect(() => formatInvitation({ ...invitation, secret: 'short' })).toThrow(RangeError);
    expect(() => formatInvitation({ ...invitation, fingerprint: invitation.secret })).toThrow(RangeError);
    expect(() => formatInvitation({ ...invitation, addresses: [{ host: 'fe80::1%eth0', port: 1 }] })).toThrow(
      RangeError,
    );
  });
});
