import { isNeverChecked } from '../../shared/domain/spelled-words.ts';
import type { Hunspell } from './hunspell.ts';

const MOST_SUGGESTIONS = 7;

/** One dictionary together with the words that a person has added. */
export class Speller {
  readonly #hunspell: Hunspell;
  readonly #own = new Set<string>();

  constructor(hunspell: Hunspell, ownWords: readonly string[]) {
    this.#hunspell = hunspell;
    for (const word of ownWords) this.add(word);
  }

  /** Takes a word in that a person has added. */
  add(word: string): void {
    this.#own.add(word);
    this.#hunspell.add(word);
  }

  /** Whether a word is spelt as the dictionary or the person has it. */
  knows(word: string): boolean {
    return this.#has(word) || this.#isOwnWithClitic(word) || this.#knowsParts(word);
  }

  /** What a word may have been meant to be, the likeliest first, with its own kind of apostrophe. */
  suggest(word: string): string[] {
    const found = this.#hunspell.suggest(straight(word)).slice(0, MOST_SUGGESTIONS);
    return word.includes('’') ? found.map((suggestion) => suggestion.replaceAll("'", '’')) : found;
  }

  close(): void {
    this.#hunspell.close();
  }

  /** Dictionaries have one apostrophe or the other, and some abbreviations with their full stop only. */
  #has(word: string): boolean {
    const forms = word.includes('’') ? [word, straight(word)] : [word];
    return forms.some((form) => this.#hunspell.spell(form) || this.#hunspell.spell(`${form}.`));
  }

  /** A name that was added is also known with what is put on it by an apostrophe: Maravia’s, d’Auguste. */
  #isOwnWithClitic(word: string): boolean {
    return this.#own.has(word.replace(/['’]s$/u, '')) || this.#own.has(word.replace(/^\p{L}{1,2}['’]/u, ''));
  }

  #knowsParts(word: string): boolean {
    const parts = word.split('-');
    return parts.length > 1 && parts.every((part) => isNeverChecked(part) || this.knows(part));
  }
}

function straight(word: string): string {
  return word.replaceAll('’', "'");
}
