import { excerptOf } from '../../../shared/domain/coverage.ts';
import type { Framework, Principle } from '../../../shared/domain/framework.ts';
import { findWording, type Wording } from '../../../shared/domain/wording.ts';

export interface RankedPrinciple {
  readonly number: number;
  readonly title: string;
  /** The part of the explanation or of the official wording that was found, when neither number nor title says why. */
  readonly excerpt: string | null;
}

export interface RankedFramework {
  readonly framework: Framework;
  readonly principles: readonly RankedPrinciple[];
}

/**
 * The principles that fit what was typed, best first: the number, then the title, then the
 * explanation and the official wording. Every word typed must be found somewhere.
 */
export function rankPrinciples(
  frameworks: readonly Framework[],
  wordings: ReadonlyMap<string, Wording>,
  search: string,
): RankedFramework[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return frameworks.flatMap((framework) => {
    const wording = wordings.get(framework.id);
    const ranked = framework.principles
      .map((principle) => withWording(principle, wording))
      .map((principle, index) => ({ principle, index, score: scoreOf(principle, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .map(({ principle }) => ({
        number: principle.number,
        title: principle.title,
        excerpt: words.length > 0 ? excerptFor(principle, words) : null,
      }));
    return ranked.length > 0 ? [{ framework, principles: ranked }] : [];
  });
}

/** The principle as it is searched: what it says officially counts as an explanation. */
function withWording(principle: Principle, wording: Wording | undefined): Principle {
  const official = findWording(wording, principle.number);
  return official === undefined ? principle : { ...principle, explanation: `${principle.explanation}\n${official}` };
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** So short a number is that of a principle, and no part of a year or of a resolution's number. */
const IS_NUMBER = /^\d{1,2}$/;

/** 0 when some word is nowhere; otherwise the sum of where each was found. */
function scoreOf({ number, title, short, explanation }: Principle, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const titleText = fold(`${title} ${short}`);
  const explanationText = fold(explanation);
  let score = 0;
  for (const word of words) {
    if (word === String(number)) score += 1000;
    else if (IS_NUMBER.test(word) && !String(number).startsWith(word)) return 0;
    else if (new RegExp(`(^|[^\\p{L}])${escape(word)}`, 'u').test(titleText)) score += 100;
    else if (titleText.includes(word)) score += 50;
    else if (explanationText.includes(word)) score += 5;
    else if (String(number).startsWith(word)) score += 20;
    else return 0;
  }
  return score;
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The sentence of the explanation with the first word that the title does not hold. */
function excerptFor({ title, short, explanation }: Principle, words: readonly string[]): string | null {
  const titleText = fold(`${title} ${short}`);
  const missing = words.find((word) => !titleText.includes(word));
  const sentence =
    missing === undefined
      ? undefined
      : explanation.split(/(?<=[.。؟?!])\s+|\n/).find((part) => fold(part).includes(missing));
  return sentence === undefined ? null : excerptOf(sentence);
}
