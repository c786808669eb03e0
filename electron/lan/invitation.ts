import { FailureError } from '../../shared/contract/failure.ts';
import { formatAddress, parseAddress, type Address } from './address.ts';
import { SECRET_BYTES } from './secret.ts';

/** How to find a host, and by what to know it. */
export interface HostRoute {
  /** Tried in this order; at least one, at most sixteen. */
  readonly addresses: readonly Address[];
  /** Of the host's key. */
  readonly fingerprint: string;
}

/** What the lead hands over for a device to join. Whoever has it may ask to be paired. */
export interface Invitation extends HostRoute {
  /** See `secret.ts`. */
  readonly secret: string;
}

const VERSION = 'vw1';
const FINGERPRINT_BYTES = 32;
const MOST_ADDRESSES = 16;
/** In characters; sixteen of the longest names fit. */
const LONGEST = 8192;
const FORM = new RegExp(`^${VERSION}\\.(.+)\\.([\\w-]{43})\\.([\\w-]{22})$`);
/** What mail and word processors put into long words: line breaks, marks of quoted lines, characters without width. */
const PUT_IN_BETWEEN = /^[\s>]+|[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/gm;

/**
 * `vw1.HOST:PORT,HOST:PORT.FINGERPRINT.SECRET`
 * @throws RangeError for what {@link parseInvitation} would not give back.
 */
export function formatInvitation({ addresses, fingerprint, secret }: Invitation): string {
  const text = [VERSION, addresses.map(formatAddress).join(','), fingerprint, secret].join('.');
  if (parse(text) === null) throw new RangeError('There is no invitation of these addresses, fingerprint and secret.');
  return text;
}

/**
 * Reads what somebody has pasted. Spaces and line breaks do not matter; everything else does.
 * @throws FailureError of type `invitation-form`, `invitation-newer` or `invitation-cut`.
 */
export function parseInvitation(pasted: string): Invitation {
  const text = pasted.length <= LONGEST ? pasted.replaceAll(PUT_IN_BETWEEN, '') : '';
  const invitation = parse(text);
  if (invitation !== null) return invitation;
  if (text.startsWith(`${VERSION}.`)) throw new FailureError('invitation-cut');
  throw new FailureError(/^vw\d+\./.test(text) ? 'invitation-newer' : 'invitation-form');
}

function parse(text: string): Invitation | null {
  const [, list, fingerprint, secret] = FORM.exec(text) ?? [];
  if (list === undefined || !isBase64url(fingerprint, FINGERPRINT_BYTES) || !isBase64url(secret, SECRET_BYTES)) {
    return null;
  }
  const addresses = list.split(',').map(parseAddress);
  if (addresses.length > MOST_ADDRESSES || !addresses.every((address) => address !== null)) return null;
  return { addresses, fingerprint, secret };
}

/** Whether `text` is the one way to write some `bytes` bytes. */
export function isBase64url(text: string | undefined, bytes: number): text is string {
  if (text === undefined) return false;
  const decoded = Buffer.from(text, 'base64url');
  return decoded.length === bytes && decoded.toString('base64url') === text;
}
