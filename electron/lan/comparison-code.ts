import { createHmac } from 'node:crypto';

export interface Pairing {
  /** Of the invitation. */
  readonly secret: string;
  /** Fingerprint of the host's key. */
  readonly host: string;
  /** Fingerprint of the key of the device that joins. */
  readonly device: string;
}

const DIGITS = 6;
/** So that the code is good for nothing else. */
const PURPOSE = 'valletta-workbench comparison code 1';

/**
 * What both screens show while a device is being paired: six digits, leading zeros kept. They are the
 * same when both see the same two keys and the same invitation.
 */
export function comparisonCode({ secret, host, device }: Pairing): string {
  const number = createHmac('sha256', Buffer.from(secret, 'base64url'))
    .update(PURPOSE)
    .update(Buffer.from(host, 'base64url'))
    .update(Buffer.from(device, 'base64url'))
    .digest()
    // Of 48 bits, so that no code is more likely than another by more than one in a hundred million.
    .readUIntBE(0, 6);
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}
