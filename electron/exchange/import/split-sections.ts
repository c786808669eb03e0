import type { NodeJson } from '../../../shared/document/schema.ts';
import { HEADING_LEVELS } from '../../../shared/document/schema.ts';
import { headingNode, paragraphNode, type Drops, type SourceBlock, type SourceHeading } from './imported-text.ts';

/** A section to be: its title and what stands below. */
export interface NewSection {
  /** Empty when the source has none for it. */
  readonly title: string;
  readonly content: readonly NodeJson[];
}

const DEEPEST_LEVEL = HEADING_LEVELS.at(-1)!;

/**
 * Divides a source at its headings down to `splitLevel`; those below become headings of the section.
 * @param title Of what stands before the first heading.
 */
export function splitSections(
  blocks: readonly SourceBlock[],
  splitLevel: number,
  title: string,
  drops: Drops,
): NewSection[] {
  const sections: { title: string; content: NodeJson[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth <= splitLevel) {
      const { title: own, notes } = titleOf(block);
      if (notes.length > 0) drops.count('footnote-in-title', notes.length);
      sections.push({ title: own, content: notes.map((note) => paragraphNode(note.content ?? [])) });
      continue;
    }
    if (sections.length === 0) sections.push({ title, content: [] });
    sections.at(-1)!.content.push(nodeOf(block, splitLevel, drops));
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
  const highest = Math.min(...blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])));
  return blocks.map((block) => nodeOf(block, highest - 1, drops));
}

function nodeOf(block: SourceBlock, splitLevel: number, drops: Drops): NodeJson {
  if (block.type === 'block') return block.node;
  const level = Math.max(HEADING_LEVELS[0], block.depth - splitLevel + 1);
  if (level > DEEPEST_LEVEL) drops.count('heading-level');
  return headingNode(Math.min(level, DEEPEST_LEVEL), block.content);
}

/** A heading without a title begins nothing; what else it holds goes on with the text above it. */
export function withoutEmptyHeadings(blocks: readonly SourceBlock[], drops: Drops): SourceBlock[] {
  return blocks.flatMap((block): SourceBlock[] => {
    if (block.type !== 'heading') return [block];
    const { title, notes } = titleOf(block);
    if (title !== '') return [block];
    if (notes.length > 0) drops.count('footnote-in-title', notes.length);
    return notes.map((note) => ({ type: 'block', node: paragraphNode(note.content ?? []) }));
  });
}

/** A title is bare text; footnotes in it go below. */
function titleOf({ content }: SourceHeading): { title: string; notes: readonly NodeJson[] } {
  const text = content.map((node) => (node.type === 'hardBreak' ? ' ' : (node.text ?? ''))).join('');
  return { title: text.replace(/\s+/g, ' ').trim(), notes: content.filter(({ type }) => type === 'footnote') };
}
