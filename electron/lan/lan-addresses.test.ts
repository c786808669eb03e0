import type { NetworkInterfaceInfo } from 'node:os';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lanAddresses } from './lan-addresses.ts';

function card(address: string, internal = false): NetworkInterfaceInfo {
  const common = { address, netmask: '', mac: '', internal, cidr: null };
  return address.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' };
}

test('are those of the networks, the older kind first, and none of this machine or of a cable alone', () => {
  const interfaces = {
    lo: [card('127.0.0.1', true), card('::1', true)],
    eth0: [card('fe80::1'), card('fd00::7'), card('192.168.1.20')],
    eth1: [card('169.254.9.9'), card('10.0.0.4')],
  };
  expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '10.0.0.4', 'fd00::7']);
});

test('are this machine’s own where there is no network', () => {
  expect(lanAddresses({ lo: [card('127.0.0.1', true)] })).toEqual(['127.0.0.1']);
});

test('are others where somebody says so', () => {
  vi.stubEnv('VALLETTA_ADDRESSES', '127.0.0.1,127.0.0.2');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(lanAddresses()).toEqual(['127.0.0.1', '127.0.0.2']);
});
