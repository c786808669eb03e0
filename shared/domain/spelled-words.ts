import { documentLocale } from './document-locale.ts';

/** A word of a text, and where it stands. */
export interface SpelledWord {
  /** Offset of its first UTF-16 unit. */
  readonly from: number;
  /** Offset behind its last one. */
  readonly to: number;
  /** As a dictionary is asked for it. */
  readonly word: string;
}

/** Letters of the longest word that is checked. */
export const LONGEST_WORD = 200;

/** Addresses of the web and of mail, which no dictionary has. */
const ADDRESSES = /\b(?:[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)\S+|[^\s@]{1,100}@[^\s@]{1,200}\.[^\s@]{1,100}/giu;
const HYPHENS = /[-\u2010\u2011]/u;
const SOFT_HYPHENS = /\u00ad/gu;
/** Capitals of an abbreviation, also of several or owning something: NGO, NGOs, UN’s. */
const ABBREVIATION = /^(?:\p{Lu}\p{M}*){2,}(?:['’]?s)?$/u;

/**
 * The words of a text that spelling is about, in its language: no addresses, nothing with digits, no
 * abbreviations in capitals, no single letters, and nothing in a script that the language is not written in.
 * What hyphens join is one word.
 * @param language BCP 47.
 */
export function spelledWords(text: string, language: string): SpelledWord[] {
  const isInScript = scriptOf(language);
  const addresses = [...text.matchAll(ADDRESSES)].map((match) => [match.index, match.index + match[0].length] as const);
  return joinHyphenated(text, language)
    .filter(({ from, to }) => !addresses.some(([start, end]) => from < end && to > start))
    .map(({ from, to }) => ({ from, to, word: askedForm(text.slice(from, to)) }))
    .filter(({ word }) => !isNeverChecked(word) && isInScript.test(word));
}

/** Whether a word, or a part of one, is none that a dictionary could tell the spelling of. */
export function isNeverChecked(word: string): boolean {
  return word.length < 2 || word.length > LONGEST_WORD || /[\p{N}_.:@/]/u.test(word) || ABBREVIATION.test(word);
}

function askedForm(text: string): string {
  return text
    .replace(SOFT_HYPHENS, '')
    .replace(/[\u2010\u2011]/gu, '-')
    .normalize('NFC');
}

function joinHyphenated(text: string, language: string): { from: number; to: number }[] {
  const words: { from: number; to: number }[] = [];
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike !== true) continue;
    const last = words.at(-1);
    const to = index + segment.length;
    if (last && index === last.to + 1 && HYPHENS.test(text[last.to]!)) last.to = to;
    else words.push({ from: index, to });
  }
  return words;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(documentLocale(language).toString(), { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

const scripts = new Map<string, RegExp>();

/** Finds a letter of the script that a language is written in; of several at once, any letter. */
function scriptOf(language: string): RegExp {
  let letters = scripts.get(language);
  if (!letters) {
    letters = lettersOf(documentLocale(language).maximize().script);
    scripts.set(language, letters);
  }
  return letters;
}

function lettersOf(script: string | undefined): RegExp {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u');
  } catch {
    // Japanese, for one, is written in three.
    return /\p{L}/u;
  }
}
