import type { NodeJson } from '../../../shared/document/schema.ts';
import { paragraphNode, textNode, type Drops, type SourceBlock, type SourceText } from './imported-text.ts';
import { plainBlocks, type PlainBlock } from './plain-blocks.ts';
import { plainHeading } from './plain-heading.ts';
import { readPlainLine, type PlainMark } from './plain-line.ts';

/**
 * Reads a text without markup. Only what is plainly a heading or a list becomes one: paragraphs that
 * begin with a number keep it as a part of their text.
 */
export function readPlainText(source: string, _drops: Drops): SourceText {
  const found = plainBlocks(source.replace(/\f/g, '\n\n').split('\n').map(readPlainLine));
  const headings = found.map((block, index) => plainHeading(block, found[index - 1], found[index + 1]));
  const blocks: SourceBlock[] = [];
  for (let at = 0; at < found.length;) {
    const heading = headings[at];
    const items = heading ? [] : itemsFrom(found, headings, at);
    blocks.push(heading ?? { type: 'block', node: items.length > 0 ? listOf(items) : paragraphOf(found[at]!) });
    at += Math.max(1, items.length);
  }
  return { title: null, blocks };
}

/** The blocks from one on that are one list. Numbers are of a list where they count up line by line. */
function itemsFrom(blocks: readonly PlainBlock[], headings: readonly unknown[], from: number): PlainBlock[] {
  const first = blocks[from]!.mark;
  if (!first) return [];
  let to = from + 1;
  for (; to < blocks.length && headings[to] === null; to++) {
    const { mark, isAfterBlank } = blocks[to]!;
    const isNext =
      first.kind === 'bullet'
        ? mark?.kind === 'bullet'
        : mark?.kind === 'number' && mark.number === first.number + to - from && !isAfterBlank;
    if (!isNext) break;
  }
  return first.kind === 'number' && to - from === 1 ? [] : blocks.slice(from, to);
}

function listOf(items: readonly PlainBlock[]): NodeJson {
  const content = items.map(({ mark, lines }): NodeJson => {
    const text = [mark!.text, ...lines.slice(1).map((line) => line.text)].join(' ');
    return { type: 'listItem', content: [paragraphNode([textNode(text)])] };
  });
  const first: PlainMark = items[0]!.mark!;
  if (first.kind === 'bullet') return { type: 'bulletList', content };
  return { type: 'orderedList', attrs: { start: first.number }, content };
}

function paragraphOf({ text }: PlainBlock): NodeJson {
  return paragraphNode([textNode(text)]);
}
