import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { hasMissingStructs } from './missing-structs.ts';
import { parseUpdate } from './parse-update.ts';

/** The updates that writing letters one by one gives. */
function typed(text: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const [index, letter] of Array.from(text).entries()) doc.getText('content').insert(index, letter);
  return updates;
}

test('what follows what is there lacks nothing', () => {
  const doc = new Y.Doc();
  for (const update of typed('letters')) {
    expect(hasMissingStructs(doc, parseUpdate(update))).toBe(false);
    Y.applyUpdate(doc, update);
  }
});

test('several at once lack nothing when they follow each other', () => {
  expect(hasMissingStructs(new Y.Doc(), parseUpdate(Y.mergeUpdates(typed('letters'))))).toBe(false);
});

test('what skips something lacks it', () => {
  const [, second] = typed('ab');
  expect(hasMissingStructs(new Y.Doc(), parseUpdate(second!))).toBe(true);
});

test('what stands behind somebody else’s letter lacks that until it is there', () => {
  const [theirs] = typed('a');
  const mine = new Y.Doc();
  Y.applyUpdate(mine, theirs!);
  const before = Y.encodeStateVector(mine);
  mine.getText('content').insert(1, 'b');
  const update = Y.encodeStateAsUpdate(mine, before);
  const host = new Y.Doc();
  expect(hasMissingStructs(host, parseUpdate(update))).toBe(true);
  Y.applyUpdate(host, theirs!);
  expect(hasMissingStructs(host, parseUpdate(update))).toBe(false);
});

test('what is there already, in part or whole, lacks nothing', () => {
  const updates = typed('letters');
  const doc = new Y.Doc();
  for (const update of updates.slice(0, 4)) Y.applyUpdate(doc, update);
  expect(hasMissingStructs(doc, parseUpdate(Y.mergeUpdates(updates)))).toBe(false);
  expect(hasMissingStructs(doc, parseUpdate(updates[1]!))).toBe(false);
});

test('what deletes something that is not there lacks it', () => {
  const mine = new Y.Doc();
  for (const update of typed('ab')) Y.applyUpdate(mine, update);
  const before = Y.encodeStateVector(mine);
  mine.getText('content').delete(0, 2);
  const update = Y.encodeStateAsUpdate(mine, before);
  expect(hasMissingStructs(mine, parseUpdate(update))).toBe(false);
  expect(hasMissingStructs(new Y.Doc(), parseUpdate(update))).toBe(true);
});

test('what is left out by a gap that says how long it is lacks it all the same', () => {
  const [first, second, third] = typed('abc');
  const gap = Y.mergeUpdates([first!, third!]);
  expect(parseUpdate(gap).structs.some((struct) => struct instanceof Y.Skip)).toBe(true);
  expect(hasMissingStructs(new Y.Doc(), parseUpdate(gap))).toBe(true);
  const doc = new Y.Doc();
  for (const update of [first!, second!]) Y.applyUpdate(doc, update);
  expect(hasMissingStructs(doc, parseUpdate(gap))).toBe(false);
});

test('one client’s structs in two places are no regular update: Yjs would read the last of them alone', () => {
  const [first, second] = typed('ab').map((update) => parseUpdate(update));
  expect([first!.isRegular, second!.isRegular]).toEqual([true, true]);
  // A count of two, then both blocks, then nothing that is deleted.
  const [a, b] = typed('ab').map((update) => update.slice(1, -1));
  const twice = Uint8Array.from([2, ...a!, ...b!, 0]);
  expect(parseUpdate(twice).structs).toHaveLength(2);
  expect(parseUpdate(twice).isRegular).toBe(false);
});
