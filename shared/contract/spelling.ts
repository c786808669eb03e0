import { z } from 'zod';
import { LONGEST_WORD } from '../domain/spelled-words.ts';
import { FailureError } from './failure.ts';

const dictionarySchema = z.object({
  id: z.string(),
  /** BCP 47, such as `en-GB`. */
  language: z.string(),
  /** Put there by the person, come with the application, or the operating system's. */
  source: z.enum(['installed', 'shipped', 'system']),
});
/** A dictionary that texts can be checked with. */
export type Dictionary = z.infer<typeof dictionarySchema>;

/** How many words may be asked about at once. */
export const MOST_WORDS = 5000;

const MEGABYTE = 1024 * 1024;

/** How many megabytes the files of a dictionary may have together. */
const LARGEST_DICTIONARY = 20;

/** Refuses what is no dictionary by its size alone. @param sizes Of its files, in bytes. */
export function assertDictionarySize(sizes: readonly number[]): void {
  const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
  if (size > LARGEST_DICTIONARY * MEGABYTE)
    throw new FailureError('dictionary-too-large', { most: LARGEST_DICTIONARY });
}

const wordSchema = z.string().trim().min(1).max(LONGEST_WORD);
const languageSchema = z.string().max(100);

/** Asked of the process about spelling; the words that a person adds are good in every language. */
export const spellingMethods = {
  spelling: {
    input: z.object({}),
    output: z.object({ dictionaries: z.array(dictionarySchema), ownWords: z.array(z.string()) }),
  },
  /** Which of these words no dictionary of the language has. */
  checkSpelling: {
    input: z.object({ language: languageSchema, words: z.array(wordSchema).max(MOST_WORDS) }),
    output: z.object({
      /** What was looked in; null when there is none for the language, and nothing was checked. */
      dictionary: dictionarySchema.nullable(),
      unknown: z.array(z.string()),
    }),
  },
  /** What an unknown word may have been meant to be, the likeliest first. */
  suggestSpelling: {
    input: z.object({ language: languageSchema, word: wordSchema }),
    output: z.object({ suggestions: z.array(z.string()) }),
  },
  addOwnWord: { input: z.object({ word: wordSchema }), output: z.object({}) },
  removeOwnWord: { input: z.object({ word: wordSchema }), output: z.object({}) },
  /** Puts a Hunspell dictionary into the profile, in the place of one of the same language. */
  installDictionary: {
    input: z.object({
      /** One ends in `.aff` and one in `.dic`; their common name says the language, such as `de_DE`. */
      files: z.array(z.object({ name: z.string(), data: z.base64() })),
    }),
    output: dictionarySchema,
  },
  /** Removes one that a person has installed. */
  removeDictionary: { input: z.object({ id: z.string() }), output: z.object({}) },
} as const;
