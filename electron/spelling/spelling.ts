import { mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FailureError } from '../../shared/contract/failure.ts';
import { assertDictionarySize, type Dictionary } from '../../shared/contract/spelling.ts';
import type { Profile } from '../profile/profile.ts';
import { writeWhole } from '../storage/write-whole.ts';
import { checkDictionary, type ChosenFile } from './check-dictionary.ts';
import {
  dictionariesIn,
  dictionaryFor,
  languageOfName,
  shippedDictionaries,
  SYSTEM_FOLDERS,
  type DictionaryFiles,
} from './dictionary-files.ts';
import type { DictionaryBytes } from './hunspell.ts';
import { SpellingThread } from './spelling-thread.ts';
import type { SpellingOrder } from './spelling-worker.ts';

export interface SpellingOptions {
  readonly profile: Profile;
  /** Called when there are other dictionaries or own words than before. */
  readonly onChange: () => void;
  /** Where dictionaries of the operating system are looked for. */
  readonly systemFolders?: readonly string[];
}

/** How many dictionaries are open at once; each takes about 100 MB. */
const MOST_OPEN = 3;

/** Checks words by the dictionaries that are on this machine, and the person's own words. */
export class Spelling {
  readonly #profile: Profile;
  readonly #onChange: () => void;
  readonly #systemFolders: readonly string[];
  readonly #thread = new SpellingThread();
  /** Ids of the dictionaries that the thread has open; the one that was used last comes last. */
  readonly #open = new Set<string>();
  #before: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor({ profile, onChange, systemFolders = SYSTEM_FOLDERS }: SpellingOptions) {
    this.#profile = profile;
    this.#onChange = onChange;
    this.#systemFolders = systemFolders;
  }

  /** One a language: what the person has installed goes before what ships, and that before the system's. */
  dictionaries(): readonly DictionaryFiles[] {
    const found = [
      ...dictionariesIn(this.#folder, 'installed'),
      ...shippedDictionaries(),
      ...this.#systemFolders.flatMap((folder) => dictionariesIn(folder, 'system')),
    ];
    return [...Map.groupBy(found, ({ language }) => language).values()].map(([first]) => first!);
  }

  get ownWords(): readonly string[] {
    return this.#profile.settings.ownWords;
  }

  /** Which of the words are unknown; nothing is checked where there is no dictionary for the language. */
  async check(
    language: string,
    words: readonly string[],
  ): Promise<{ readonly dictionary: Dictionary | null; readonly unknown: readonly string[] }> {
    const dictionary = dictionaryFor(language, this.dictionaries());
    if (!dictionary) return { dictionary, unknown: [] };
    const unknown = await this.#ask(dictionary, { type: 'check', dictionary: dictionary.id, words });
    return { dictionary, unknown };
  }

  /** What a word may have been meant to be. */
  async suggest(language: string, word: string): Promise<readonly string[]> {
    const dictionary = dictionaryFor(language, this.dictionaries());
    return dictionary ? this.#ask(dictionary, { type: 'suggest', dictionary: dictionary.id, word }) : [];
  }

  /** Takes a word for right from now on, in every language. */
  async addOwnWord(word: string): Promise<void> {
    if (this.ownWords.includes(word)) return;
    this.#profile.update(({ ownWords }) => ({
      ownWords: [...new Set([...ownWords, word])].toSorted((a, b) => a.localeCompare(b)),
    }));
    await this.#inTurn(async () => {
      if (this.#thread.isRunning) await this.#thread.ask({ type: 'add', word });
    });
    this.#onChange();
  }

  async removeOwnWord(word: string): Promise<void> {
    this.#profile.update(({ ownWords }) => ({ ownWords: ownWords.filter((own) => own !== word) }));
    // Hunspell would go on knowing what was made from the word.
    await this.#inTurn(() => this.#closeAll());
    this.#onChange();
  }

  /**
   * Puts a dictionary into the profile, in the place of one of the same language.
   * @throws FailureError that says what is wrong with the files.
   */
  async install(files: readonly ChosenFile[]): Promise<Dictionary> {
    const { name, affixes, words } = pairOf(files);
    const language = languageOfName(name);
    if (language === null) throw new FailureError('dictionary-language', { name });
    const firstWords = checkDictionary(affixes, words);
    if (!(await knowsAny({ affixes: affixes.bytes, words: words.bytes }, firstWords)))
      throw new FailureError('dictionary-unusable', { name });
    await this.#inTurn(async () => {
      await this.#closeAll();
      mkdirSync(this.#folder, { recursive: true });
      writeWhole(join(this.#folder, `${language}.dic`), words.bytes);
      writeWhole(join(this.#folder, `${language}.aff`), affixes.bytes);
    });
    this.#onChange();
    return this.#find(`installed:${language}`);
  }

  /** @throws FailureError when there is none, or it is not one that a person has installed. */
  async remove(id: string): Promise<void> {
    const { source, affixes, words } = this.#find(id);
    if (source !== 'installed') throw new FailureError('dictionary-unknown');
    await this.#inTurn(async () => {
      await this.#closeAll();
      rmSync(affixes);
      rmSync(words);
    });
    this.#onChange();
  }

  /** Ends the thread, whatever it is doing; what is still asked, as by a window on its way out, begins no other. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread.close();
  }

  get #folder(): string {
    return join(this.#profile.folder, 'dictionaries');
  }

  #find(id: string): DictionaryFiles {
    const found = this.dictionaries().find((dictionary) => dictionary.id === id);
    if (!found) throw new FailureError('dictionary-unknown');
    return found;
  }

  #ask(dictionary: DictionaryFiles, order: SpellingOrder): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      await this.#prepare(dictionary);
      return this.#thread.ask(order);
    });
  }

  /** One thing after the other, so that nothing is closed between being opened and being asked. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#before.then(work);
    this.#before = done.then(
      () => {},
      () => {},
    );
    return done;
  }

  /** Lets the thread have a dictionary open, and no more than a few others. */
  async #prepare(dictionary: DictionaryFiles): Promise<void> {
    // Another thread would keep the process from ending.
    if (this.#isClosed) throw new FailureError('spelling-failed');
    const { id } = dictionary;
    // What was open has gone with the thread that had it.
    if (!this.#thread.isRunning) this.#open.clear();
    if (!this.#open.delete(id)) {
      await this.#thread.start();
      await this.#openInThread(dictionary);
    }
    this.#open.add(id);
    const [oldest] = this.#open;
    if (this.#open.size > MOST_OPEN) await this.#close(oldest!);
  }

  async #openInThread({ id, language, affixes, words }: DictionaryFiles): Promise<void> {
    try {
      const bytes = await readDictionary(affixes, words);
      await this.#thread.ask({ type: 'open', dictionary: id, bytes, ownWords: this.ownWords });
    } catch (error) {
      throw error instanceof FailureError ? error : new FailureError('dictionary-damaged', { language });
    }
  }

  async #closeAll(): Promise<void> {
    for (const id of this.#open) await this.#close(id);
  }

  async #close(id: string): Promise<void> {
    this.#open.delete(id);
    if (this.#thread.isRunning) await this.#thread.ask({ type: 'close', dictionary: id });
  }
}

async function readDictionary(affixes: string, words: string): Promise<DictionaryBytes> {
  const [affixBytes, wordBytes] = await Promise.all([readFile(affixes), readFile(words)]);
  return { affixes: affixBytes, words: wordBytes };
}

/** The two files that make a dictionary. @throws FailureError when they do not. */
function pairOf(files: readonly ChosenFile[]): {
  readonly name: string;
  readonly affixes: ChosenFile;
  readonly words: ChosenFile;
} {
  const endingIn = (ending: string): ChosenFile | undefined =>
    files.find(({ name }) => extname(name).toLowerCase() === ending);
  const [affixes, words] = [endingIn('.aff'), endingIn('.dic')];
  if (files.length !== 2 || !affixes || !words || stemOf(affixes) !== stemOf(words))
    throw new FailureError('dictionary-pair');
  assertDictionarySize(files.map(({ bytes }) => bytes.length));
  return { name: stemOf(affixes), affixes, words };
}

function stemOf({ name }: ChosenFile): string {
  return name.slice(0, -extname(name).length);
}

/** Tries a dictionary on a thread of its own, which may break over it. */
async function knowsAny(bytes: DictionaryBytes, words: readonly string[]): Promise<boolean> {
  const thread = new SpellingThread();
  try {
    await thread.start();
    await thread.ask({ type: 'open', dictionary: 'tried', bytes, ownWords: [] });
    const unknown = await thread.ask({ type: 'check', dictionary: 'tried', words });
    return unknown.length < words.length;
  } catch {
    return false;
  } finally {
    await thread.close();
  }
}
