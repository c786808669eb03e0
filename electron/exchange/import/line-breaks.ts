import { beginsSmall, endsSentence, type PlainLine } from './plain-line.ts';

/** How a program has broken the lines of a text. */
export interface LineBreaks {
  /** Of its lines, in characters. */
  readonly width: number;
  /** A line that with the first word of the next would be shorter than this had room for it. */
  readonly edge: number;
}

/** Programs that break lines hardly do it narrower or wider than this. */
const NARROWEST = 30;
const WIDEST = 120;

/** Some programs even out the lines of a paragraph; none leaves more than this share of a line empty. */
const RAGGED = 0.15;

/**
 * How a program has broken the lines of a text; null where every line is as somebody wanted it. A program
 * breaks lines because the next word has no room any more, and so in the middle of sentences; people break
 * them where something ends.
 * @param lines With null for each blank one.
 */
export function lineBreaks(lines: readonly (PlainLine | null)[]): LineBreaks | null {
  // A word alone may be wider than any line, such as an address; so may the rows of some table.
  const lengths = lines.flatMap((line) => (line?.text.includes(' ') ? [line.length] : []));
  const width = lengths.sort((a, b) => b - a)[Math.floor(lengths.length / 20)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  let breaks = 0;
  const reaches: number[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!line || !next || next.mark || next.isUnderline || line.isUnderline) return;
    breaks++;
    const runsOn = !endsSentence(line.text) && (beginsSmall(next.text) || /^\p{Lo}/u.test(next.text));
    const reach = reachOf(line, next);
    if (runsOn && reach >= width * (1 - RAGGED)) reaches.push(reach);
  });
  if (reaches.length === 0 || reaches.length < breaks / 4) return null;
  const edge = reaches.sort((a, b) => a - b)[Math.floor(reaches.length / 20)]!;
  return { width, edge: Math.min(edge, width + 1) };
}

/** How long a line would have become with the first word of the next. */
export function reachOf(line: PlainLine, next: PlainLine): number {
  const word = next.text.search(/\s/);
  return line.length + 1 + (word === -1 ? next.text.length : word);
}

/** Whether there was clearly room behind the last line before a blank one. */
export function isShort(line: PlainLine, { width }: LineBreaks): boolean {
  return line.length < width * (1 - RAGGED);
}
