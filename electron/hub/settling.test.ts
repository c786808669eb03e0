import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Settling } from './settling.ts';

/** @param derive Called with the name of each document that settles. */
function settlingWith(derive: (document: string) => Promise<void>): Settling {
  return new Settling({ find: () => undefined, load: () => {}, derive, hasFailed: () => true });
}

test('what cannot be derived is left when it closes, whoever else is settling at the time', async () => {
  const tried: string[] = [];
  const settling = settlingWith(async (document) => {
    tried.push(document);
    throw new Error('The disk is full.');
  });
  settling.note('a');
  settling.note('b');
  await Promise.all([settling.settle(), settling.close(), settling.settle()]);
  expect(new Set(tried)).toEqual(new Set(['a', 'b']));
  expect(settling.isPending).toBe(true);
  const before = tried.length;
  settling.noteOnDisk('c');
  await settling.settle();
  expect(tried).toHaveLength(before);
});

test('settling waits for what is on its way to the file, and settles what settling changes', async () => {
  const settled: string[] = [];
  const settling = settlingWith(async (document) => {
    settled.push(document);
    if (document === 'a') settling.note('b');
  });
  settling.note('a');
  const applied = settling.expect('a');
  const done = settling.settle();
  await new Promise((resolve) => setImmediate(resolve));
  expect(settled).toEqual([]);
  applied();
  await done;
  expect(settled).toEqual(['a', 'b']);
});

test('documents that settle in their turn do so one by one, with a rest between them', async () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const settling = settlingWith(async (document) => {
    begun.push(document);
    await new Promise<void>((resolve) => ends.set(document, resolve));
  });
  for (const document of ['a', 'b', 'c']) settling.note(document);
  const [a, b] = ['a', 'b'].map((document) => settling.settleInTurn(document, new Y.Doc()));
  await expect.poll(() => begun).toEqual(['a']);
  const began = performance.now();
  while (performance.now() - began < 20) await new Promise((resolve) => setImmediate(resolve));
  ends.get('a')!();
  await a;
  // It has taken 20 milliseconds at least, and rests for more than that.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(begun).toEqual(['a']);
  // Whoever wants everything settled waits for nobody's turn.
  const all = settling.settle();
  for (const next of ['b', 'c']) {
    await expect.poll(() => begun).toContain(next);
    ends.get(next)!();
  }
  await Promise.all([all, b]);
  expect(begun).toEqual(['a', 'b', 'c']);
});
