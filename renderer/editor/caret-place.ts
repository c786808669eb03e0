import type { Editor } from '@tiptap/react';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection, type Selection } from '@tiptap/pm/state';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { TextMatch } from '../../shared/domain/text-search.ts';
import type { StrategyStore } from '../app/strategy-store.ts';

/** Puts the caret below the headings that a template begins with, before anybody has put it anywhere. */
export function useFirstCaret(editor: Editor): void {
  useEffect(() => {
    const { state, view } = editor;
    const position = whereToBegin(state.doc);
    if (position === null) return;
    view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(position + 1))));
  }, [editor]);
}

function whereToBegin(doc: ProseMirrorNode): number | null {
  if (doc.firstChild?.type.name !== 'heading') return null;
  let position: number | null = null;
  doc.forEach((block, offset) => {
    if (block.type.name !== 'heading') position ??= offset;
  });
  return position;
}

/** Puts the caret where the window wants it: into a block, or into the text. Once, and in that section only. */
export function useFocusRequest(editor: Editor, store: StrategyStore, section: string): void {
  const request = useStore(store, ({ focusRequest }) => focusRequest);
  useEffect(() => {
    if (request?.section !== section) return;
    store.getState().focusServed();
    const position = request.block === null ? null : positionOfBlock(editor, request.block);
    if (position !== null) {
      const { state, view } = editor;
      view.dispatch(state.tr.setSelection(selectionIn(state.doc, position, request.range)));
      view
        .domAtPos(position + 1)
        .node.parentElement?.closest('[data-id]')
        ?.scrollIntoView({ block: 'center' });
    }
    editor.view.focus();
  }, [editor, request, section, store]);
}

function positionOfBlock(editor: Editor, block: string): number | null {
  let found: number | null = null;
  editor.state.doc.descendants((node, pos) => {
    if (node.attrs['id'] === block) found = pos;
    return found === null;
  });
  return found;
}

/** The caret at the beginning of a block, or a part of its text selected. */
function selectionIn(doc: ProseMirrorNode, block: number, range: TextMatch | null): Selection {
  const node = doc.nodeAt(block);
  if (range === null || node?.isTextblock !== true) return TextSelection.near(doc.resolve(block + 1));
  const place = (letters: number): number => block + 1 + offsetOf(node, letters);
  return TextSelection.create(doc, place(range.from), place(range.to));
}

/** Where so many letters of a block end: breaks are one, footnotes and references none. */
function offsetOf(block: ProseMirrorNode, letters: number): number {
  let left = letters;
  let offset = 0;
  for (const child of block.children) {
    const length = child.isText || child.type.name === 'hardBreak' ? child.nodeSize : 0;
    if (length > 0 && left <= length) return offset + left;
    left -= length;
    offset += child.nodeSize;
  }
  return block.content.size;
}
