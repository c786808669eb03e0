import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { spelledWords, type SpelledWord } from '../../../shared/domain/spelled-words.ts';
import type { KnownWords } from '../../app/known-words.ts';

/** What the text needs to know to be checked. */
export interface SpellingHost {
  readonly words: KnownWords;
  /** Of the text, BCP 47. */
  readonly language: () => string;
  readonly isOn: () => boolean;
  /** Whether a word stands in the title of the strategy: the name of a country, as a rule, and spelt as it should be. */
  readonly isInTitle: (word: string) => boolean;
  /** Tells `listener` when the text is to be checked anew, although nothing was written. @returns How to stop that. */
  readonly onChange: (listener: () => void) => () => void;
}

/** A block with text in it, and where that text begins. */
export interface TextBlock {
  readonly node: ProseMirrorNode;
  readonly start: number;
}

/** A word that no dictionary has, by its place in the document. */
export interface Misspelling extends SpelledWord {
  /** The id of its block, or null where blocks have none. */
  readonly block: string | null;
  /** As it stands in the text. */
  readonly text: string;
}

/** A character that is part of no word, in the place of what is not text. */
const NO_TEXT = '\uFFFC';

const wordsByBlock = new WeakMap<
  ProseMirrorNode,
  { readonly language: string; readonly words: readonly SpelledWord[] }
>();

/** The words of a block, counted from where its text begins; worked out once for as long as it does not change. */
export function wordsIn(node: ProseMirrorNode, language: string): readonly SpelledWord[] {
  const known = wordsByBlock.get(node);
  if (known?.language === language) return known.words;
  const words = spelledWords(textOf(node), language);
  wordsByBlock.set(node, { language, words });
  return words;
}

/** The blocks with text among the children `first` to `last` of a document, or in all of it. */
export function textBlocks(doc: ProseMirrorNode, first = 0, last = doc.childCount - 1): TextBlock[] {
  // A footnote is a document of one block without that block.
  if (doc.inlineContent) return [{ node: doc, start: 0 }];
  const blocks: TextBlock[] = [];
  const add = (node: ProseMirrorNode, position: number): boolean => {
    if (node.isTextblock) blocks.push({ node, start: position + 1 });
    return !node.isTextblock;
  };
  doc.forEach((child, offset, index) => {
    if (index < first || index > last || !add(child, offset)) return;
    child.descendants((node, position) => add(node, offset + 1 + position));
  });
  return blocks;
}

/** The words of a block that are known to be unknown. */
export function misspellingsIn(
  { node, start }: TextBlock,
  { words, language, isInTitle }: SpellingHost,
): Misspelling[] {
  const spoken = language();
  return wordsIn(node, spoken)
    .filter(({ word }) => words.isUnknown(spoken, word) && !isInTitle(word))
    .map(({ from, to, word }) => ({
      from: start + from,
      to: start + to,
      word,
      block: (node.attrs['id'] as string | null | undefined) ?? null,
      text: node.textBetween(from, to),
    }));
}

/** The unknown word that a position is in or beside. */
export function misspellingAt({ doc }: EditorState, position: number, host: SpellingHost): Misspelling | null {
  const place = doc.resolve(position);
  if (!place.parent.inlineContent) return null;
  const block = { node: place.parent, start: place.start() };
  return misspellingsIn(block, host).find(({ from, to }) => from <= position && position <= to) ?? null;
}

/** Where a misspelling begins by now: others may have written meanwhile. Null when it is gone. */
export function currentStart({ doc }: EditorState, { block, from, text }: Misspelling): number | null {
  const starts = textBlocks(doc)
    .filter(({ node }) => (node.attrs['id'] ?? null) === block)
    .flatMap(({ node, start }) => occurrences(textOf(node), text).map((at) => start + at));
  return starts.sort((a, b) => Math.abs(a - from) - Math.abs(b - from))[0] ?? null;
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}

function textOf(node: ProseMirrorNode): string {
  let text = '';
  node.forEach((child) => {
    text += child.isText ? child.text! : NO_TEXT.repeat(child.nodeSize);
  });
  return text;
}
