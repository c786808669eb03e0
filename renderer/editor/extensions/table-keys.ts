import { Extension, type Editor } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';

/** Leaving and growing a table from the keyboard, as Word does it. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 200,

  addKeyboardShortcuts() {
    const inTable = (run: () => boolean) => () => this.editor.isActive('table') && run();
    return {
      'Mod-Enter': inTable(() => this.editor.commands.addRowAfter()),
      'Mod-Shift-Backspace': inTable(() => this.editor.commands.deleteRow()),
      'Mod-End': () => goToEnd(this.editor),
      ArrowDown: inTable(() => leaveBelow(this.editor)),
      'Alt-ArrowDown': inTable(() => this.editor.chain().addRowAfter().run()),
      'Alt-ArrowRight': inTable(() => this.editor.chain().addColumnAfter().run()),
    };
  },
});

/** Where a table ends the section, the browser would go before it. */
function goToEnd({ state, view }: Editor): boolean {
  if (state.doc.lastChild?.type.name !== 'table') return false;
  view.dispatch(state.tr.setSelection(Selection.atEnd(state.doc)).scrollIntoView());
  return true;
}

/** Down from the last row of a table that ends the section leads into a paragraph that was not there yet. */
function leaveBelow({ state, view }: Editor): boolean {
  const { $from, empty } = state.selection;
  const table = $from.node(1);
  if (!empty || table.type.name !== 'table' || table !== state.doc.lastChild) return false;
  const cell = $from.node(3);
  const isLast = $from.index(1) === table.childCount - 1 && $from.index(3) === cell.childCount - 1;
  if (!isLast || !view.endOfTextblock('down')) return false;
  const below = $from.after(1);
  const transaction = state.tr.insert(below, state.schema.nodes['paragraph']!.create());
  view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, below + 1)).scrollIntoView());
  return true;
}
