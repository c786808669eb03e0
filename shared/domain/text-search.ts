/** What to look for. */
export interface TextQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** Where a match stands, in UTF-16 units; `to` is behind its last. */
export interface TextMatch {
  readonly from: number;
  readonly to: number;
}

/** Marks that readers leave out when they type: accents, and the vowel signs of Arabic and Hebrew. */
const OPTIONAL_MARK = /[[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]]\u0640]/v;
/** What is printed in one way and typed in another. */
const TYPED_AS: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛ʼ′', (sign) => [sign, "'"] as const),
  ...Array.from('“”„‟″«»', (sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—−', (sign) => [sign, '-'] as const),
  ['ß', 'ss'],
  ['ẞ', 'ss'],
]);
const NOT_ASCII = /[^\u0000-\u007f]/;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/** Whether words of a script are written without anything between them, so that any place may begin one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A text as it is compared with others: lower case, without accents and optional marks, compatible
 * forms as one (ﬁ as fi, ß as ss, full-width letters as usual ones), quotation marks and dashes as typed.
 */
export function foldText(text: string): string {
  return NOT_ASCII.test(text) ? fold(text).folded : text.toLowerCase();
}

interface Folded {
  readonly folded: string;
  /** For each unit of the folded text, where its character begins in the text; then the text's length. */
  readonly starts: readonly number[];
}

function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    let plain = '';
    const typed = TYPED_AS.get(character);
    for (const part of typed ?? character.normalize('NFKD')) if (!OPTIONAL_MARK.test(part)) plain += part.toLowerCase();
    for (let unit = 0; unit < plain.length; unit++) starts.push(at);
    folded += plain;
    at += character.length;
  }
  starts.push(at);
  return { folded, starts };
}

/** Places of a text that say what is looked for, in their order; they do not overlap. */
export function findMatches(text: string, query: TextQuery): TextMatch[] {
  const matches = query.matchCase ? exactMatches(text, query.text) : foldedMatches(text, query.text);
  return query.wholeWords ? matches.filter((match) => standsAlone(text, match)) : matches;
}

function exactMatches(text: string, wanted: string): TextMatch[] {
  return places(text, wanted).map((from) => ({ from, to: from + wanted.length }));
}

function foldedMatches(text: string, wanted: string): TextMatch[] {
  const { folded, starts } = NOT_ASCII.test(text) ? fold(text) : { folded: text.toLowerCase(), starts: null };
  const needle = foldText(wanted);
  return places(folded, needle).flatMap((from) => {
    const end = from + needle.length;
    if (starts === null) return [{ from, to: end }];
    // A match that begins or ends within one letter, such as half of a ligature, is none.
    const splits = (unit: number): boolean => unit > 0 && starts[unit] === starts[unit - 1];
    return splits(from) || splits(end) ? [] : [{ from: starts[from]!, to: endOf(text, starts, end) }];
  });
}

/** Where the character that is matched last ends, with the marks that folding has left out. */
function endOf(text: string, starts: readonly number[], end: number): number {
  const next = starts[end]!;
  // What lies between the last matched character and the next kept one are marks of the former.
  const last = starts[end - 1]!;
  const character = String.fromCodePoint(text.codePointAt(last)!);
  let to = last + character.length;
  while (to < next && OPTIONAL_MARK.test(text[to]!)) to++;
  return to;
}

function places(text: string, wanted: string): number[] {
  const found: number[] = [];
  if (wanted === '') return found;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
  return found;
}

/** Whether no letter or digit touches a match; of scripts without spaces every place may end a word. */
function standsAlone(text: string, { from, to }: TextMatch): boolean {
  return !touches(text.slice(0, from).at(-1), text[from]!) && !touches(text[to], text[to - 1]!);
}

function touches(outside: string | undefined, inside: string): boolean {
  if (outside === undefined || !WORD_CHARACTER.test(outside) || !WORD_CHARACTER.test(inside)) return false;
  return !UNSPACED.test(outside) || !UNSPACED.test(inside);
}

/** The words of a query, of which a passage may hold all in any order. */
export function queryWords(text: string): string[] {
  return [...new Set(foldText(text).split(/[^\p{L}\p{N}\p{M}_]+/u))].filter((word) => word !== '');
}
