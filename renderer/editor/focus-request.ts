import type { Editor } from '@tiptap/react';
import { TextSelection } from '@tiptap/pm/state';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { StrategyStore } from '../app/strategy-store.ts';

/** Puts the caret where the window wants it: into a block, or into the text. Once, and in that section only. */
export function useFocusRequest(editor: Editor, store: StrategyStore, section: string): void {
  const request = useStore(store, ({ focusRequest }) => focusRequest);
  useEffect(() => {
    if (request?.section !== section) return;
    store.getState().focusServed();
    const position = request.block === null ? whereToBegin(editor) : positionOfBlock(editor, request.block);
    if (position !== null) {
      const { state, view } = editor;
      view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(position + 1))));
      view
        .domAtPos(position + 1)
        .node.parentElement?.closest('[data-id]')
        ?.scrollIntoView({ block: 'center' });
    }
    editor.view.focus();
  }, [editor, request, section, store]);
}

/** Below the headings that a template begins with, where nobody has been in the text yet. */
function whereToBegin({ state }: Editor): number | null {
  const { doc, selection } = state;
  if (!selection.empty || selection.from > 1 || doc.firstChild?.type.name !== 'heading') return null;
  let position: number | null = null;
  doc.forEach((block, offset) => {
    if (block.type.name !== 'heading') position ??= offset;
  });
  return position;
}

function positionOfBlock(editor: Editor, block: string): number | null {
  let found: number | null = null;
  editor.state.doc.descendants((node, pos) => {
    if (node.attrs['id'] === block) found = pos;
    return found === null;
  });
  return found;
}
