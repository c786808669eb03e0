import { setTimeout as delay } from 'node:timers/promises';
import type * as Y from 'yjs';

/** Between two edits, so that each travels alone; in milliseconds. */
const PAUSE = 15;
/** An edit that takes longer has been lost. */
const PATIENCE = 10_000;

/**
 * Writes one letter after the other, and waits for each to be everywhere.
 * @param to Of the other clients, the same document.
 * @returns How long each letter took to each of them, in milliseconds.
 */
export async function timeReceipts(from: Y.Doc, to: readonly Y.Doc[], edits: number): Promise<number[]> {
  const text = from.getText('bench');
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const length = text.length + 1;
    const began = performance.now();
    const arrived = to.map(async (doc) => {
      const there = doc.getText('bench');
      while (there.length < length) await nextUpdate(doc);
      times.push(performance.now() - began);
    });
    text.insert(text.length, 'x');
    await Promise.all(arrived);
    await delay(PAUSE);
  }
  return times;
}

function nextUpdate(doc: Y.Doc): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('An edit did not arrive.')), PATIENCE);
    doc.once('update', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
