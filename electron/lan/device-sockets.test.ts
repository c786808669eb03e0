import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { DeviceSockets } from './device-sockets.ts';

test('a device that connects again and again loses its oldest connections, and nobody else’s', () => {
  const devices = new DeviceSockets();
  const other = new Socket();
  devices.add('other', other);
  const sockets = Array.from({ length: 18 }, () => new Socket());
  for (const socket of sockets) devices.add('device', socket);
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual(sockets.map((_socket, index) => index < 2));
  expect(other.destroyed).toBe(false);
  expect([devices.fingerprintOf(sockets[0]!), devices.fingerprintOf(new Socket())]).toEqual(['device', null]);
  devices.drop('device');
  expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
  expect(other.destroyed).toBe(false);
});
