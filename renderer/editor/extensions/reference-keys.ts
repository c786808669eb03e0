import { Extension } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

export interface ReferenceKeysOptions {
  readonly onInsert: () => void;
  readonly goTo: (target: string) => void;
}

/** Inserting a reference, and following the one that is selected. */
export const ReferenceKeys = Extension.create<ReferenceKeysOptions>({
  name: 'referenceKeys',
  priority: 300,

  addKeyboardShortcuts() {
    return {
      'Mod-Alt-r': () => {
        this.options.onInsert();
        return true;
      },
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'reference') return false;
        this.options.goTo(String(selection.node.attrs['target'] ?? ''));
        return true;
      },
    };
  },
});
