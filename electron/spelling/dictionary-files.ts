import { readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { Dictionary } from '../../shared/contract/spelling.ts';
import { dateLocale } from '../../shared/domain/date-locale.ts';
import { documentLocale } from '../../shared/domain/document-locale.ts';
import { SHIPPED_DICTIONARIES } from '../resources.ts';

/** A dictionary and where its files lie. */
export interface DictionaryFiles extends Dictionary {
  readonly affixes: string;
  readonly words: string;
}

/** Where operating systems keep Hunspell's dictionaries. */
export const SYSTEM_FOLDERS: readonly string[] = [
  '/usr/share/hunspell',
  '/usr/local/share/hunspell',
  '/usr/share/myspell/dicts',
  '/opt/homebrew/share/hunspell',
  '/Library/Spelling',
  join(homedir(), 'Library', 'Spelling'),
];

/** The dictionaries that the application brings along. */
export function shippedDictionaries(): DictionaryFiles[] {
  return [...SHIPPED_DICTIONARIES].map(([language, folder]) =>
    entryOf('shipped', language, join(folder, 'index.aff'), join(folder, 'index.dic')),
  );
}

/** The dictionaries in a folder, which are named after their languages; links to one and the same are one. */
export function dictionariesIn(folder: string, source: Dictionary['source']): DictionaryFiles[] {
  const names = namesIn(folder);
  const found = new Map<string, DictionaryFiles>();
  for (const name of names) {
    if (!name.endsWith('.aff') || !names.has(`${name.slice(0, -4)}.dic`)) continue;
    const affixes = join(folder, name);
    const target = targetOf(affixes);
    const language = target === null ? null : languageOfName(basename(target, '.aff'));
    if (target === null || language === null || found.has(target)) continue;
    found.set(target, entryOf(source, language, affixes, join(folder, `${name.slice(0, -4)}.dic`)));
  }
  return [...found.values()];
}

/** The language that the files of a dictionary are named after, or null. @param name Such as `de_DE`. */
export function languageOfName(name: string): string | null {
  if (!/^[a-z]{2,3}([-_][a-z0-9]+)*$/i.test(name)) return null;
  try {
    return Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** The dictionary that suits a language best: of the same region, of none, of another; null when there is none. */
export function dictionaryFor<T extends Dictionary>(language: string, dictionaries: readonly T[]): T | null {
  const asked = documentLocale(dateLocale(language));
  const { script } = asked.maximize();
  const suiting = dictionaries.filter((dictionary) => {
    const own = new Intl.Locale(dictionary.language).maximize();
    return own.language === asked.language && own.script === script;
  });
  const distance = (dictionary: Dictionary): number => {
    const own = new Intl.Locale(dictionary.language);
    if (own.toString() === asked.toString()) return 0;
    if (own.maximize().region === asked.maximize().region) return 1;
    return own.region === undefined ? 2 : 3;
  };
  // Those that are equally near stay in the order in which they are given.
  return suiting.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function entryOf(source: Dictionary['source'], language: string, affixes: string, words: string): DictionaryFiles {
  return { id: `${source}:${language}`, language, source, affixes, words };
}

/** Where a file lies that may be a link; null when that leads nowhere. */
function targetOf(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder).toSorted());
  } catch {
    return new Set();
  }
}
