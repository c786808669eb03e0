import type { EditorView } from '@tiptap/pm/view';
import {
  misspellingsIn,
  textBlocks,
  wordsIn,
  type Misspelling,
  type SpellingHost,
  type TextBlock,
} from './misspellings.ts';

/** How many blocks are asked about at once. */
const BLOCKS = 50;

/** The first unknown word behind the selection, from the beginning again at the end; null when there is none. */
export async function findNextMisspelling(view: EditorView, host: SpellingHost): Promise<Misspelling | null> {
  const { doc, selection } = view.state;
  const blocks = textBlocks(doc);
  const behind = (block: TextBlock): boolean => block.start + block.node.content.size >= selection.to;
  const first = Math.max(0, blocks.findIndex(behind));
  // The block of the selection comes first and, for what stands before the selection, last again.
  const inOrder = [...blocks.slice(first), ...blocks.slice(0, first + 1)];
  for (let at = 0; at < inOrder.length; at += BLOCKS) {
    const part = inOrder.slice(at, at + BLOCKS);
    const language = host.language();
    await host.words.learn(
      language,
      part.flatMap(({ node }) => wordsIn(node, language).map(({ word }) => word)),
    );
    for (const [index, block] of part.entries()) {
      const isFirst = at + index === 0;
      const found = misspellingsIn(block, host).find(({ from }) => !isFirst || from >= selection.to);
      if (found) return found;
    }
  }
  return null;
}
