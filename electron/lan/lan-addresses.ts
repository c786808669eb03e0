import { networkInterfaces } from 'node:os';

/** Where a strategy is shared, unless that is taken or somebody says otherwise. */
export const DEFAULT_PORT = 47_420;

/**
 * Addresses of this machine that others on its networks may reach, the likeliest first; those of this machine
 * alone when it is on no network. `VALLETTA_ADDRESSES` says others in their place, with commas between.
 */
export function lanAddresses(interfaces = networkInterfaces()): readonly string[] {
  const said = process.env['VALLETTA_ADDRESSES'];
  if (said !== undefined) return said.split(',');
  const addresses = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    // Addresses of the link are good for nothing without the name of a network card.
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:') && !address.startsWith('169.254.'))
    .sort((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => address);
  return addresses.length === 0 ? ['127.0.0.1'] : addresses;
}
