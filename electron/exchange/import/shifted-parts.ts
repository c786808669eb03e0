import type { Text } from 'mdast';

export interface ShiftedPart {
  readonly text: string;
  readonly mark: 'subscript' | 'superscript' | null;
}

/** “H~2~O” and “x^2^”: behind a letter, a digit or a bracket, and short enough to be nothing else. */
const SHIFTED = /(?<=[\p{L}\p{N})][~^]?)(?:(?<!~)~([\p{L}\p{N}+]{1,10})~(?!~)|\^([\p{L}\p{N}+−-]{1,10})\^)/gu;

/**
 * A text with what stands below and above the line in it, as Pandoc writes it. Where such a sign is escaped
 * somewhere in it, all of it is taken as it stands.
 * @param source The whole source that the node was read from.
 */
export function shiftedParts({ value, position }: Text, source: string): ShiftedPart[] {
  const whole: ShiftedPart[] = [{ text: value, mark: null }];
  if (!position || !/[~^]/.test(value)) return whole;
  const written = source.slice(position.start.offset, position.end.offset);
  if (/\\[~^]|&/.test(written)) return whole;
  const parts: ShiftedPart[] = [];
  let end = 0;
  for (const match of value.matchAll(SHIFTED)) {
    const [all, below, above] = match;
    if (match.index > end) parts.push({ text: value.slice(end, match.index), mark: null });
    parts.push({ text: below ?? above ?? '', mark: below === undefined ? 'superscript' : 'subscript' });
    end = match.index + all.length;
  }
  return end < value.length ? [...parts, { text: value.slice(end), mark: null }] : parts;
}
