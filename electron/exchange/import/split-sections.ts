import type { NodeJson } from '../../../shared/document/schema.ts';
import { HEADING_LEVELS } from '../../../shared/document/schema.ts';
import { headingNode, paragraphNode, type Drops, type SourceBlock, type SourceHeading } from './imported-text.ts';

/** A section to be: its title and what stands below. */
export interface NewSection {
  /** Empty when the source has none for it. */
  readonly title: string;
  readonly content: readonly NodeJson[];
}

const LEADING_NUMBER = /^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\p{L})/u;
const DEEPEST_LEVEL = HEADING_LEVELS.at(-1)!;

/**
 * Divides a source at its headings down to `splitLevel`; those below become headings of the section.
 * Numbers before headings go where most headings have one: the strategy numbers them by itself.
 * @param title Of what stands before the first heading.
 */
export function splitSections(
  blocks: readonly SourceBlock[],
  splitLevel: number,
  title: string,
  drops: Drops,
): NewSection[] {
  const sections: { title: string; content: NodeJson[] }[] = [];
  const numbered = headingsAreNumbered(blocks);
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth <= splitLevel) {
      const { title: own, notes } = titleOf(withoutNumber(block, numbered, drops));
      if (notes.length > 0) drops.count('footnote-in-title', notes.length);
      sections.push({ title: own, content: notes.map((note) => paragraphNode(note.content ?? [])) });
      continue;
    }
    if (sections.length === 0) sections.push({ title, content: [] });
    sections.at(-1)!.content.push(nodeOf(block, splitLevel, numbered, drops));
  }
  // The title of the whole is none of its sections.
  if (sections.length > 1 && sections[0]!.content.length === 0 && isTitleOfAll(blocks, splitLevel)) {
    drops.count('title');
    sections.shift();
  }
  return sections.map((section) => ({
    ...section,
    content: section.content.length > 0 ? section.content : [paragraphNode([])],
  }));
}

/** Whether the first heading stands above all others. */
function isTitleOfAll(blocks: readonly SourceBlock[], splitLevel: number): boolean {
  const depths = blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  return depths[0] === 1 && splitLevel > 1 && depths.filter((depth) => depth === 1).length === 1;
}

/** The same for a section that is there already: no heading begins another one. */
export function asOneSection(blocks: readonly SourceBlock[], drops: Drops): NodeJson[] {
  const numbered = headingsAreNumbered(blocks);
  const highest = Math.min(...blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])));
  return blocks.map((block) => nodeOf(block, highest - 1, numbered, drops));
}

function nodeOf(block: SourceBlock, splitLevel: number, numbered: boolean, drops: Drops): NodeJson {
  if (block.type === 'block') return block.node;
  const level = Math.max(HEADING_LEVELS[0], block.depth - splitLevel + 1);
  if (level > DEEPEST_LEVEL) drops.count('heading-level');
  return headingNode(Math.min(level, DEEPEST_LEVEL), withoutNumber(block, numbered, drops).content);
}

function headingsAreNumbered(blocks: readonly SourceBlock[]): boolean {
  const headings = blocks.filter((block) => block.type === 'heading');
  const numbered = headings.filter(({ content }) => LEADING_NUMBER.test(content[0]?.text ?? ''));
  return numbered.length > 1 && numbered.length >= headings.length * 0.6;
}

function withoutNumber(heading: SourceHeading, numbered: boolean, drops: Drops): SourceHeading {
  const [first, ...rest] = heading.content;
  if (!numbered || first?.text === undefined || !LEADING_NUMBER.test(first.text)) return heading;
  drops.count('heading-number');
  return { ...heading, content: [{ ...first, text: first.text.replace(LEADING_NUMBER, '') }, ...rest] };
}

/** A title is bare text; footnotes in it go below. */
function titleOf({ content }: SourceHeading): { title: string; notes: readonly NodeJson[] } {
  const text = content.map((node) => (node.type === 'hardBreak' ? ' ' : (node.text ?? ''))).join('');
  return { title: text.replace(/\s+/g, ' ').trim(), notes: content.filter(({ type }) => type === 'footnote') };
}
