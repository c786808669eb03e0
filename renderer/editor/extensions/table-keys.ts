import { Extension } from '@tiptap/core';

/** Leaving and growing a table from the keyboard, as Word does it. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 200,

  addKeyboardShortcuts() {
    const inTable = (run: () => boolean) => () => this.editor.isActive('table') && run();
    return {
      'Mod-Enter': inTable(() => this.editor.commands.addRowAfter()),
      'Mod-Shift-Backspace': inTable(() => this.editor.commands.deleteRow()),
      'Alt-ArrowDown': inTable(() => this.editor.chain().addRowAfter().run()),
      'Alt-ArrowRight': inTable(() => this.editor.chain().addColumnAfter().run()),
    };
  },
});
