import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { carryDevice, createClientId, DEVICE_BITS, deviceOfClientId } from './client-id.ts';

test('a client id carries its device in the low bits and survives encoding', () => {
  for (const device of [0, 1, 123_456, 2 ** DEVICE_BITS - 1]) {
    const id = createClientId(device);
    expect(Number.isSafeInteger(id)).toBe(true);
    expect(deviceOfClientId(id)).toBe(device);
    const doc = carryDevice(new Y.Doc(), device);
    doc.getMap('m').set('k', 1);
    const copy = new Y.Doc();
    Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(doc));
    expect([...copy.store.clients.keys()]).toEqual([doc.clientID]);
  }
  expect(() => createClientId(2 ** DEVICE_BITS)).toThrow(RangeError);
});

test('a document keeps its device when Yjs gives it another id', () => {
  const doc = carryDevice(new Y.Doc(), 77);
  doc.clientID = 5;
  doc.getMap('m').set('k', 1);
  expect(deviceOfClientId(doc.clientID)).toBe(77);
  expect(doc.clientID).not.toBe(5);
});

test('no device wins concurrent writes to one key by its number', () => {
  let wins = 0;
  for (let round = 0; round < 200; round++) {
    const [low, high] = [carryDevice(new Y.Doc(), 1), carryDevice(new Y.Doc(), 2 ** DEVICE_BITS - 1)];
    low.getMap('m').set('k', 'low');
    high.getMap('m').set('k', 'high');
    Y.applyUpdate(low, Y.encodeStateAsUpdate(high));
    if (low.getMap('m').get('k') === 'high') wins++;
  }
  expect(wins).toBeGreaterThan(50);
  expect(wins).toBeLessThan(150);
});
