import type * as Y from 'yjs';
import type { TagConsequence } from './block-identity.ts';
import { tagsOf } from './layout.ts';
import { putTag, readTags, removeTag, strongerTag, tagKey, tagsByBlock, type Tag } from './tags.ts';

/**
 * Applies what an edit means for the tags of a section, in one transaction.
 *
 * @param carried Tags that came along with blocks from another section, by their block's id there.
 */
export function applyTagConsequences(
  doc: Y.Doc,
  consequences: readonly TagConsequence[],
  origin: unknown,
  carried: ReadonlyMap<string, readonly Tag[]> = new Map(),
): void {
  if (consequences.length === 0) return;
  doc.transact(() => {
    for (const consequence of consequences) {
      const byBlock = tagsByBlock(readTags(doc));
      const tagsOfBlock = (block: string): readonly Tag[] => byBlock.get(block) ?? carried.get(block) ?? [];
      switch (consequence.kind) {
        case 'copy':
          for (const tag of tagsOfBlock(consequence.from)) putIfAbsent(doc, { ...tag, block: consequence.to });
          break;
        case 'merge':
          for (const tag of tagsOfBlock(consequence.from)) {
            const moved = { ...tag, block: consequence.to };
            const present = byBlock.get(consequence.to)?.find((other) => isSamePrinciple(other, tag));
            const stronger = present ? strongerTag(present, moved) : moved;
            if (stronger !== present) putTag(doc, stronger);
            removeTag(doc, tag.block, tag);
          }
          break;
        case 'arrive':
          for (const tag of carried.get(consequence.block) ?? []) putIfAbsent(doc, tag);
          break;
      }
    }
  }, origin);
}

function isSamePrinciple(a: Tag, b: Tag): boolean {
  return a.framework === b.framework && a.principle === b.principle;
}

function putIfAbsent(doc: Y.Doc, tag: Tag): void {
  if (!tagsOf(doc).has(tagKey(tag.block, tag))) putTag(doc, tag);
}
