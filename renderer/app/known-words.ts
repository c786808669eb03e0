import { createStore, type StoreApi } from 'zustand';
import type { ApplicationMethods, Client } from '../../shared/contract/methods.ts';
import { MOST_WORDS, type Dictionary, type spellingMethods } from '../../shared/contract/spelling.ts';

/** Whether a language can be checked: by a dictionary, by none because there is none, or not because of a failure. */
export type SpellingState =
  | { readonly kind: 'checked'; readonly dictionary: Dictionary }
  | { readonly kind: 'no-dictionary' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What the process answers about spelling. */
export type SpellingClient = Pick<Client<ApplicationMethods>, keyof typeof spellingMethods>;

/** What this window has learnt about words, language by language, so that each is asked for once. */
export class KnownWords {
  readonly #client: SpellingClient;
  /** Whether a word is known; those that are missing have not been asked for. */
  readonly #answers = new Map<string, Map<string, boolean>>();
  readonly #ignored = new Set<string>();
  readonly #listeners = new Set<() => void>();
  /** By language; a language of which nothing was asked yet is missing. */
  readonly states: StoreApi<ReadonlyMap<string, SpellingState>> = createStore<ReadonlyMap<string, SpellingState>>()(
    () => new Map<string, SpellingState>(),
  );

  constructor(client: SpellingClient) {
    this.#client = client;
  }

  /** Whether it is known that a word is unknown. */
  isUnknown(language: string, word: string): boolean {
    return this.#answers.get(language)?.get(word) === false && !this.#ignored.has(word);
  }

  /** Learns of words what is not known yet; where that fails, {@link states} say so. */
  async learn(language: string, words: Iterable<string>): Promise<void> {
    const answers = this.#answersIn(language);
    const asked = [...new Set(words)].filter((word) => !answers.has(word));
    if (asked.length === 0 && this.states.getState().has(language)) return;
    try {
      for (let at = 0; at === 0 || at < asked.length; at += MOST_WORDS) {
        const part = asked.slice(at, at + MOST_WORDS);
        const { dictionary, unknown } = await this.#client.checkSpelling({ language, words: part });
        for (const word of part) answers.set(word, true);
        for (const word of unknown) answers.set(word, false);
        this.#setState(language, dictionary ? { kind: 'checked', dictionary } : { kind: 'no-dictionary' });
      }
    } catch (error) {
      this.#setState(language, { kind: 'failed', error });
    }
  }

  /** What a word may have been meant to be, the likeliest first. */
  async suggestions(language: string, word: string): Promise<readonly string[]> {
    return (await this.#client.suggestSpelling({ language, word })).suggestions;
  }

  /** Takes a word for right until this window is closed. */
  ignore(word: string): void {
    this.#ignored.add(word);
    this.#notify();
  }

  /** Asks anew, because there are other dictionaries or own words than before. */
  forget(): void {
    this.#answers.clear();
    this.states.setState(new Map(), true);
    this.#notify();
  }

  /** Tells `listener` when words may be right or wrong that were not before. @returns How to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #answersIn(language: string): Map<string, boolean> {
    let answers = this.#answers.get(language);
    if (!answers) {
      answers = new Map();
      this.#answers.set(language, answers);
    }
    return answers;
  }

  #setState(language: string, state: SpellingState): void {
    const before = this.states.getState().get(language);
    if (before !== undefined && isSame(before, state)) return;
    this.states.setState(new Map(this.states.getState()).set(language, state), true);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isSame(a: SpellingState, b: SpellingState): boolean {
  if (a.kind === 'checked' && b.kind === 'checked') return a.dictionary.id === b.dictionary.id;
  return a.kind === b.kind && a.kind === 'no-dictionary';
}
