import { isIP, isIPv6 } from 'node:net';

/** Where a host listens. */
export interface Address {
  /** An IPv4 or IPv6 address, the latter without brackets and zone, or a name. */
  readonly host: string;
  readonly port: number;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** A name whose last part is no number: what looks like an IPv4 address and is none would be looked up as a name. */
const NAME = new RegExp(`^(?:${LABEL}\\.)*(?!\\d+$)${LABEL}$`, 'i');
const LONGEST_NAME = 253;

/** `host:port`, IPv6 in brackets. */
export function formatAddress({ host, port }: Address): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

/** @returns Null when `text` is not what {@link formatAddress} makes. */
export function parseAddress(text: string): Address | null {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]*)\]|([^:[\]]+)):([1-9]\d{0,4})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port > 65_535) return null;
  // A zone is the name of a network card of the host, and means nothing elsewhere.
  const isHost = bracketed === undefined ? isIP(host) === 4 || isName(host) : isIPv6(host) && !host.includes('%');
  return isHost ? { host, port } : null;
}

function isName(host: string): boolean {
  return host.length <= LONGEST_NAME && NAME.test(host);
}
