import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { QUOTE_LETTERS } from '../../shared/document/comments.ts';
import { isLeafBlockType } from '../../shared/document/schema.ts';

/**
 * What a comment on the selection is about: its first paragraph, and of that what is selected or else its beginning.
 * @param about Id of another block that it is about, whatever is selected.
 */
export function commentAnchor(
  { doc, selection }: EditorState,
  about?: string,
): { readonly block: string; readonly quote: string } | null {
  const { from, to } = about === undefined ? selection : rangeOf(doc, about);
  const blocks: { readonly node: ProseMirrorNode; readonly start: number }[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!isLeafBlockType(node.type.name)) return true;
    blocks.push({ node, start: position + 1 });
    return false;
  });
  const [first] = blocks;
  if (!first) return null;
  const { node, start } = first;
  const block = node.attrs['id'] as string | null;
  if (block === null) return null;
  const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, node.content.size)];
  const phrase = begin < end ? textBetween(node, begin, end) : '';
  const quote = phrase || textBetween(node, 0, node.content.size);
  // Not within a character that takes two units.
  return { block, quote: quote.slice(0, QUOTE_LETTERS).replace(/[\uD800-\uDBFF]$/, '') };
}

/** As blocks have it: hard breaks as line feeds, footnotes and references left out. */
function textBetween(node: ProseMirrorNode, from: number, to: number): string {
  return node.textBetween(from, to, undefined, (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
}

/** From where to where a block reaches. */
function rangeOf(doc: ProseMirrorNode, block: string): { readonly from: number; readonly to: number } {
  let range = { from: 0, to: 0 };
  doc.descendants((node, position) => {
    if (node.attrs['id'] === block) range = { from: position + 1, to: position + 1 };
    return true;
  });
  return range;
}
