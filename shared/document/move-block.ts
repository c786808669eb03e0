import * as Y from 'yjs';
import { blockIdOf, visitLeafBlocks } from './identity-repair.ts';
import { contentOf } from './layout.ts';
import { putTag, readTags, removeTag } from './tags.ts';

/**
 * Moves a block to the end of another section, keeping its id and taking its tags along (M2). A
 * block of a list item, a quote or a table cell arrives as a plain paragraph and leaves an empty
 * one behind where the container needs it.
 *
 * @returns Whether the block was found.
 */
export function moveBlockToSection(source: Y.Doc, target: Y.Doc, block: string, origin: unknown): boolean {
  let element: Y.XmlElement | null = null;
  visitLeafBlocks(contentOf(source), (candidate) => {
    if (blockIdOf(candidate) === block) element ??= candidate;
  });
  if (!element) return false;
  const tags = readTags(source).filter((tag) => tag.block === block);
  const copy = (element as Y.XmlElement).clone();
  target.transact(() => {
    contentOf(target).push([copy]);
    for (const tag of tags) putTag(target, tag);
  }, origin);
  source.transact(() => {
    removeElement(element!);
    for (const tag of tags) removeTag(source, block, tag);
  }, origin);
  return true;
}

function removeElement(element: Y.XmlElement): void {
  const parent = element.parent as Y.XmlFragment;
  const index = parent.toArray().indexOf(element);
  const isOnlyChild = parent.length === 1;
  parent.delete(index, 1);
  if (isOnlyChild || startsListItem(parent, index)) parent.insert(index, [new Y.XmlElement('paragraph')]);
}

/** A list item must begin with a paragraph. */
function startsListItem(parent: Y.XmlFragment, index: number): boolean {
  if (!(parent instanceof Y.XmlElement) || parent.nodeName !== 'listItem' || index > 0) return false;
  const first = parent.get(0);
  return !(first instanceof Y.XmlElement && first.nodeName === 'paragraph');
}
