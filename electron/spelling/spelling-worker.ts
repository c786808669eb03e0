import { parentPort } from 'node:worker_threads';
import { loadHunspell, type DictionaryBytes, type Hunspell } from './hunspell.ts';
import { Speller } from './speller.ts';

/** What the thread is told: first Hunspell itself, then dictionaries, and questions about each. */
export type SpellingOrder =
  | { readonly type: 'start'; readonly wasm: Uint8Array }
  | {
      readonly type: 'open';
      readonly dictionary: string;
      readonly bytes: DictionaryBytes;
      readonly ownWords: readonly string[];
    }
  | { readonly type: 'close'; readonly dictionary: string }
  /** A word that a person has added, for all that are open. */
  | { readonly type: 'add'; readonly word: string }
  | { readonly type: 'check'; readonly dictionary: string; readonly words: readonly string[] }
  | { readonly type: 'suggest'; readonly dictionary: string; readonly word: string };

/** An order under a number, which its answer bears. */
export type NumberedOrder = SpellingOrder & { readonly number: number };

/** Words: those that are unknown, or suggestions. */
export interface SpellingAnswer {
  readonly number: number;
  readonly words: readonly string[];
  /** What went wrong, as Hunspell or the thread says it; null when nothing did. */
  readonly error: string | null;
}

let open: ((dictionary: DictionaryBytes) => Hunspell) | undefined;
const spellers = new Map<string, Speller>();

function spellerOf(dictionary: string): Speller {
  const speller = spellers.get(dictionary);
  if (!speller) throw new Error(`The dictionary ${dictionary} is not open.`);
  return speller;
}

async function carryOut(order: SpellingOrder): Promise<readonly string[]> {
  switch (order.type) {
    case 'start':
      open = await loadHunspell(order.wasm);
      return [];
    case 'open':
      spellers.set(order.dictionary, new Speller(open!(order.bytes), order.ownWords));
      return [];
    case 'close':
      spellerOf(order.dictionary).close();
      spellers.delete(order.dictionary);
      return [];
    case 'add':
      for (const speller of spellers.values()) speller.add(order.word);
      return [];
    case 'check': {
      const speller = spellerOf(order.dictionary);
      return order.words.filter((word) => !speller.knows(word));
    }
    case 'suggest':
      return spellerOf(order.dictionary).suggest(order.word);
  }
}

let before: Promise<void> = Promise.resolve();

async function answer({ number, ...order }: NumberedOrder): Promise<void> {
  try {
    parentPort?.postMessage({ number, words: await carryOut(order), error: null } satisfies SpellingAnswer);
  } catch (error) {
    // Hunspell's memory can no longer be relied on: the thread ends, and another one begins.
    if (error instanceof Error && error.name === 'RuntimeError') throw error;
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ number, words: [], error: message } satisfies SpellingAnswer);
  }
}

parentPort?.on('message', (order: NumberedOrder) => {
  // One after the other, as they were given.
  before = before.then(() => answer(order));
});
