import type { Drops, SourceBlock, SourceHeading } from './imported-text.ts';

/** “2.1” and “2.”, or “2” alone, which may be of the title. */
const TYPED = /^\s*(?:(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.)\s+(?=\S)|(\d{1,2})\s+(?=["“‘«(]?\p{L}))/u;

interface TypedNumber {
  readonly number: string;
  readonly hasDot: boolean;
}

/**
 * Takes the numbers away that somebody has typed before headings: the strategy numbers them by itself.
 * They go level by level, where at least half of the headings have one; a number without a dot only where
 * another heading counts on from it, for else it is a part of the title.
 */
export function withoutTypedNumbers(blocks: readonly SourceBlock[], drops: Drops): readonly SourceBlock[] {
  const headings = blocks.filter((block) => block.type === 'heading');
  const typed = new Map<SourceHeading, TypedNumber>();
  for (const heading of headings) {
    const match = TYPED.exec(heading.content[0]?.text ?? '');
    const number = match?.[1] ?? match?.[2];
    if (number !== undefined) typed.set(heading, { number: number.replace(/\.$/, ''), hasDot: number.includes('.') });
  }
  const known = new Set([...typed].map(([{ depth }, { number }]) => `${depth} ${number}`));
  const counts = (depth: number, number: string): boolean => known.has(`${depth} ${number}`);
  const isNumber = (heading: SourceHeading): boolean => {
    const found = typed.get(heading);
    if (!found) return false;
    const { depth } = heading;
    const last = Number(found.number);
    return (
      found.hasDot ||
      counts(depth, `${last - 1}`) ||
      counts(depth, `${last + 1}`) ||
      counts(depth + 1, `${found.number}.1`)
    );
  };
  const numbered = headings.filter(isNumber);
  if (numbered.length < 2) return blocks;
  const levels = new Set(headings.map(({ depth }) => depth));
  for (const depth of levels) {
    const ofLevel = (heading: SourceHeading): boolean => heading.depth === depth;
    if (numbered.filter(ofLevel).length < headings.filter(ofLevel).length / 2) levels.delete(depth);
  }
  const strip = new Set(numbered.filter(({ depth }) => levels.has(depth)));
  if (strip.size > 0) drops.count('heading-number', strip.size);
  return blocks.map((block) => (block.type === 'heading' && strip.has(block) ? withoutNumber(block) : block));
}

function withoutNumber(heading: SourceHeading): SourceHeading {
  const [first, ...rest] = heading.content;
  return { ...heading, content: [{ ...first!, text: first!.text!.replace(TYPED, '') }, ...rest] };
}
