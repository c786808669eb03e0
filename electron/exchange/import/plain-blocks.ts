import { isShort, lineBreaks, reachOf, type LineBreaks } from './line-breaks.ts';
import { beginsSmall, endsSentence, isLoud, type PlainLine, type PlainMark } from './plain-line.ts';

/** Lines that belong together: a heading, a paragraph or an item of a list. */
export interface PlainBlock {
  readonly lines: readonly PlainLine[];
  readonly mark: PlainMark | null;
  /** All of it, its mark included. */
  readonly text: string;
  /** What it is underlined with. */
  readonly underline: '=' | '-' | null;
  readonly isAfterBlank: boolean;
}

/**
 * Divides lines into blocks. A blank line ends one, and a mark begins one; where a program has broken the
 * lines, one also ends with a line that had room for more. Every line is in one block, in the same order.
 * @param lines With null for each blank one.
 */
export function plainBlocks(lines: readonly (PlainLine | null)[]): PlainBlock[] {
  const breaks = lineBreaks(lines);
  const blocks: PlainBlock[] = [];
  let open: PlainLine[] = [];
  let isAfterBlank = true;
  const close = (underline: PlainBlock['underline'] = null): void => {
    const first = open[0];
    if (!first) return;
    const text = open.map((line) => line.text).join(' ');
    blocks.push({ lines: open, mark: first.mark, text, underline, isAfterBlank });
    open = [];
    isAfterBlank = false;
  };
  lines.forEach((line, index) => {
    if (!line) {
      close();
      isAfterBlank = true;
    } else if (line.isUnderline) {
      close(line.text.startsWith('=') ? '=' : '-');
    } else {
      if (!goesOn(open, line, lines[index + 1] ?? null, breaks)) close();
      open.push(line);
    }
  });
  close();
  return blocks;
}

/** Whether a line belongs to the lines above it, between which and it nothing is blank. */
function goesOn(
  open: readonly PlainLine[],
  line: PlainLine,
  next: PlainLine | null,
  breaks: LineBreaks | null,
): boolean {
  const [first] = open;
  const last = open.at(-1);
  if (!first || !last) return false;
  if (first.mark && !line.mark && line.indent > first.indent) return true;
  if (breaks === null) return false;
  const isOver = endsSentence(last.text);
  const reach = reachOf(last, line);
  const isFull = reach >= breaks.edge;
  // A dash of the sentence may have come to stand first.
  if (line.mark) return !first.mark && !isOver && isFull && beginsSmall(line.mark.text);
  if (isOver) return isFull && line.indent <= last.indent && !standsAlone(line, next, breaks);
  if (isLoud(last.text) && !isLoud(line.text)) return false;
  // A title is one line, which ends where it wants to; within a paragraph one that stays half empty does.
  return open.length === 1 && !beginsSmall(line.text) ? isFull : reach >= breaks.width / 2;
}

/** Whether a line after a sentence is a title: it says no sentence itself, and what follows had room on it. */
function standsAlone(line: PlainLine, next: PlainLine | null, breaks: LineBreaks): boolean {
  if (endsSentence(line.text)) return false;
  if (!next) return isShort(line, breaks);
  if (next.isUnderline || (isLoud(line.text) && !isLoud(next.text))) return true;
  return !beginsSmall(next.text) && reachOf(line, next) < breaks.edge;
}
