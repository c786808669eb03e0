/** What a line begins with when it is plainly an item of a list. */
export type PlainMark =
  | { readonly kind: 'bullet'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly text: string };

/** A line of a text without markup that has something on it. */
export interface PlainLine {
  /** In characters, its indent included. */
  readonly length: number;
  /** Columns before its first sign. */
  readonly indent: number;
  readonly text: string;
  readonly mark: PlainMark | null;
  /** Whether it is there to underline what stands above it. */
  readonly isUnderline: boolean;
}

const TAB = 4;
const BULLET = /^[-–—*•‣▪◦·●○■]\s+(\S.*)$/;
const NUMBERED = /^(\d{1,3})[.)]\s+(\S.*)$/;
const UNDERLINE = /^(?:={3,}|-{3,})$/;

/** @returns null for a blank line. */
export function readPlainLine(source: string): PlainLine | null {
  const text = source.trim();
  if (text === '') return null;
  const indent = source.slice(0, source.indexOf(text)).replaceAll('\t', ' '.repeat(TAB)).length;
  return { length: indent + text.length, indent, text, mark: markOf(text), isUnderline: UNDERLINE.test(text) };
}

function markOf(text: string): PlainMark | null {
  const bullet = BULLET.exec(text);
  if (bullet) return { kind: 'bullet', text: bullet[1]! };
  const numbered = NUMBERED.exec(text);
  return numbered && { kind: 'number', number: Number(numbered[1]), text: numbered[2]! };
}

/** Whether a sentence, or the part of it that leads to a list, is over here. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;。！？；：؟۔][)\]"'”’»]*$/.test(text);
}

/** Whether this can hardly be the beginning of anything. */
export function beginsSmall(text: string): boolean {
  return /^["'“‘«(]*\p{Ll}/u.test(text);
}

/** Whether all its letters are capitals, in a script that has them. */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Whether it is in capitals and more than an abbreviation. */
export function isLoud(text: string): boolean {
  return isCapitals(text) && text.replace(/[^\p{L}]/gu, '').length >= 7;
}
