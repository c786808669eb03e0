import { textNode, type SourceHeading } from './imported-text.ts';
import type { PlainBlock } from './plain-blocks.ts';
import { isCapitals, isLoud } from './plain-line.ts';

/** A heading is no longer than this. */
const LONGEST_HEADING = 110;

/** “1. Aims”: without its dot a number may count anything. */
const CHAPTER_NUMBER = /^\d{1,2}\.\s+["“‘«(]?(?!\p{Ll})\p{L}/u;
/** “2.1 Aims”; a single letter is a unit of measure. */
const PART_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+["“‘«(]?(?!\p{Ll})\p{L}.*\p{L}/u;
const NAMES = ['Chapter', 'Part', 'Section', 'Annex', 'Appendix', 'Title'];
/** “Chapter 3”, alone, or parted from its title by a sign or a capital; else it is what a sentence is about. */
const NAMED_PART = new RegExp(
  `^(?:${NAMES.flatMap((name) => [name, name.toUpperCase()]).join('|')})\\s+(?:\\d{1,3}|[IVXLC]+|[A-Z])` +
    '(?:$|\\s*[:–—]\\s*\\S|\\s+-\\s+\\S|\\.?\\s+["“‘«(]?(?!\\p{Ll})\\p{L})',
  'u',
);
const DATE = /(?:^|\s)\d{1,2}\.?\s+\p{L}+\s+\d{4}$/u;

/** The heading that a block plainly is; null if it may be anything else. */
export function plainHeading(
  block: PlainBlock,
  previous: PlainBlock | undefined,
  next: PlainBlock | undefined,
): SourceHeading | null {
  const { text, lines, underline } = block;
  const heading = (depth: number): SourceHeading => ({ type: 'heading', depth, content: [textNode(text)] });
  if (text.length > LONGEST_HEADING) return null;
  if (underline && lines.length === 1) return heading(underline === '=' ? 1 : 2);
  if (/[.;:,!?…]$/.test(text) || DATE.test(text)) return null;
  const isOneLine = lines.length === 1;
  const parts = isOneLine ? PART_NUMBER.exec(text)?.[1] : undefined;
  if (parts !== undefined) return heading(parts.split('.').length);
  if (isOneLine && CHAPTER_NUMBER.test(text)) return isListed(block, previous, next) ? null : heading(1);
  if (isOneLine && NAMED_PART.test(text)) return heading(1);
  return isLoud(text) && /^["“‘«(]?\p{L}/u.test(text) && next !== undefined ? heading(1) : null;
}

/**
 * Whether it is as likely an item of a list, which goes on below or above. What stands between two numbers
 * that follow each other is not of their list, and neither are capitals above a sentence.
 */
function isListed({ text, mark }: PlainBlock, previous: PlainBlock | undefined, next: PlainBlock | undefined): boolean {
  const before = numberOf(previous);
  const after = numberOf(next);
  const own = mark?.kind === 'number' ? mark.number : Number.NaN;
  if (before !== null && after === before + 1) return false;
  const isAlike = (other: PlainBlock | undefined): boolean => !isCapitals(text) || isCapitals(other?.text ?? '');
  return (before === own - 1 && isAlike(previous)) || (after === own + 1 && isAlike(next));
}

function numberOf(block: PlainBlock | undefined): number | null {
  return block?.mark?.kind === 'number' ? block.mark.number : null;
}
