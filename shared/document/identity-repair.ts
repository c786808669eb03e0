import * as Y from 'yjs';
import { isRepeatedId, type Block } from './blocks.ts';
import { createId } from './ids.ts';
import { contentOf } from './layout.ts';
import { isLeafBlockType } from './schema.ts';
import { putTag, readTags, tagsByBlock } from './tags.ts';

/** Visits the leaf blocks of a section in reading order. */
export function visitLeafBlocks(parent: Y.XmlFragment, visit: (block: Y.XmlElement) => void): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (isLeafBlockType(child.nodeName)) visit(child);
    else visitLeafBlocks(child, visit);
  }
}

export function blockIdOf(block: Y.XmlElement): string | null {
  const id = block.getAttribute('id') as unknown;
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Whether anything in a section has no id of its own. */
export function needsRepair(blocks: readonly Block[]): boolean {
  const footnotes = blocks.flatMap((block) => block.footnotes.map(({ id }) => id));
  return (
    blocks.some(({ id }) => id === '' || isRepeatedId(id)) ||
    footnotes.includes(null) ||
    new Set(footnotes).size < footnotes.length
  );
}

/**
 * Gives ids of their own to blocks that have none, and to blocks whose id another block owns: the
 * first occurrence in the section owns it (D1), and a block in `takenElsewhere` is owned by another
 * section (D2). Copies remember what they were copied from and get the same tags.
 *
 * Run by the one process that answers for the strategy, never by every replica, so that a repair
 * cannot itself be made twice.
 * @returns Ids of the blocks that were given a new id.
 */
export function repairIdentity(doc: Y.Doc, takenElsewhere: (id: string) => boolean = () => false): string[] {
  const seen = new Set<string>();
  const repairs: { block: Y.XmlElement; was: string | null }[] = [];
  visitLeafBlocks(contentOf(doc), (block) => {
    const id = blockIdOf(block);
    if (id === null || seen.has(id) || takenElsewhere(id)) repairs.push({ block, was: id });
    else seen.add(id);
  });
  const footnotes = unnamedFootnotes(contentOf(doc));
  if (repairs.length === 0 && footnotes.length === 0) return [];
  const repaired: string[] = [];
  doc.transact(() => {
    for (const footnote of footnotes) footnote.setAttribute('id', createId());
    const byBlock = tagsByBlock(readTags(doc));
    for (const { block, was } of repairs) {
      const id = createId();
      block.setAttribute('id', id);
      repaired.push(id);
      if (was === null) continue;
      block.setAttribute('origin', was);
      for (const tag of byBlock.get(was) ?? []) putTag(doc, { ...tag, block: id });
    }
  }, 'identity-repair');
  return repaired;
}

/** Footnotes without an id, or with that of one before them (F1). */
function unnamedFootnotes(content: Y.XmlFragment): Y.XmlElement[] {
  const seen = new Set<string>();
  const unnamed: Y.XmlElement[] = [];
  visitLeafBlocks(content, (block) => {
    for (const child of block.toArray()) {
      if (!(child instanceof Y.XmlElement) || child.nodeName !== 'footnote') continue;
      const id = blockIdOf(child);
      if (id === null || seen.has(id)) unnamed.push(child);
      else seen.add(id);
    }
  });
  return unnamed;
}
