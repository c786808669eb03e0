import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What is typed while a picture or a page break is selected is written below it, and does not take its place. */
export const TypingBelow = Extension.create({
  name: 'typingBelow',

  addProseMirrorPlugins() {
    return [new Plugin({ props: { handleTextInput: (view, _from, _to, text) => typeBelow(view, text) } })];
  },
});

function typeBelow(view: EditorView, text: string): boolean {
  const { selection, schema, tr } = view.state;
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock || !selection.node.isAtom) return false;
  const paragraph = schema.nodes['paragraph']!.create(null, schema.text(text));
  tr.insert(selection.to, paragraph).setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length));
  view.dispatch(tr.scrollIntoView());
  return true;
}
