import { networkInterfaces } from 'node:os';
import type { Address } from './address.ts';

/** Where a strategy is shared unless somebody says otherwise. */
export const DEFAULT_PORT = 47_420;

/**
 * Addresses of this machine that others on its networks may reach, the likeliest first; those of this machine
 * alone when it is on no network.
 */
export function lanAddresses(interfaces = networkInterfaces()): readonly string[] {
  const addresses = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    // Addresses of the link are good for nothing without the name of a network card.
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:') && !address.startsWith('169.254.'))
    .sort((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => address);
  return addresses.length === 0 ? ['127.0.0.1'] : addresses;
}

/** Where to listen, and so that a port that is not said is the usual one. */
export function defaultAddress(): Address {
  return { host: lanAddresses()[0]!, port: DEFAULT_PORT };
}
