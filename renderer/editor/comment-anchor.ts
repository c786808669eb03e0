import { TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { QUOTE_LETTERS } from '../../shared/document/comments.ts';
import { selectedBlocks } from './extensions/tag-margin.ts';

/** What a comment on the selection is about: its first paragraph, and of that what is selected or else its beginning. */
export function commentAnchor(view: EditorView): { readonly block: string; readonly quote: string } | null {
  const state = view.editable ? view.state : withShownSelection(view);
  const [block] = selectedBlocks(state);
  if (block === undefined) return null;
  const { from, to, empty, $from, $to } = state.selection;
  const isPhrase = !empty && $from.sameParent($to);
  const quote = isPhrase ? state.doc.textBetween(from, to) : $from.parent.textContent;
  return { block, quote: quote.slice(0, QUOTE_LETTERS) };
}

/** An editor in which nothing can be written does not follow what is selected in it. */
function withShownSelection(view: EditorView): EditorState {
  const { state } = view;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection()!;
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return state;
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
  return state.apply(state.tr.setSelection(selection));
}
