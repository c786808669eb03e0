import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { hasMissingStructs } from './missing-structs.ts';

/** The updates that writing letters one by one gives. */
function typed(text: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const [index, letter] of [...text].entries()) doc.getText('content').insert(index, letter);
  return updates;
}

test('what follows what is there lacks nothing', () => {
  const doc = new Y.Doc();
  for (const update of typed('letters')) {
    expect(hasMissingStructs(doc, update)).toBe(false);
    Y.applyUpdate(doc, update);
  }
});

test('several at once lack nothing when they follow each other', () => {
  expect(hasMissingStructs(new Y.Doc(), Y.mergeUpdates(typed('letters')))).toBe(false);
});

test('what skips something lacks it', () => {
  const [, second] = typed('ab');
  expect(hasMissingStructs(new Y.Doc(), second!)).toBe(true);
});

test('what stands behind somebody else’s letter lacks that until it is there', () => {
  const [theirs] = typed('a');
  const mine = new Y.Doc();
  Y.applyUpdate(mine, theirs!);
  const before = Y.encodeStateVector(mine);
  mine.getText('content').insert(1, 'b');
  const update = Y.encodeStateAsUpdate(mine, before);
  const host = new Y.Doc();
  expect(hasMissingStructs(host, update)).toBe(true);
  Y.applyUpdate(host, theirs!);
  expect(hasMissingStructs(host, update)).toBe(false);
});

test('what is there already, in part or whole, lacks nothing', () => {
  const updates = typed('letters');
  const doc = new Y.Doc();
  for (const update of updates.slice(0, 4)) Y.applyUpdate(doc, update);
  expect(hasMissingStructs(doc, Y.mergeUpdates(updates))).toBe(false);
  expect(hasMissingStructs(doc, updates[1]!)).toBe(false);
});

test('what deletes something that is not there lacks it', () => {
  const mine = new Y.Doc();
  for (const update of typed('ab')) Y.applyUpdate(mine, update);
  const before = Y.encodeStateVector(mine);
  mine.getText('content').delete(0, 2);
  const update = Y.encodeStateAsUpdate(mine, before);
  expect(hasMissingStructs(mine, update)).toBe(false);
  expect(hasMissingStructs(new Y.Doc(), update)).toBe(true);
});
