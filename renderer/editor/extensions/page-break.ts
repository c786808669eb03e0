import { mergeAttributes, Node } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pageBreak: {
      /** Lets what follows begin on a new page. */
      insertPageBreak: () => ReturnType;
    };
  }
}

export interface PageBreakOptions {
  /** What stands on its line. */
  label: string;
}

export const PageBreak = Node.create<PageBreakOptions>({
  name: 'pageBreak',
  group: 'block',
  /** Before the hard break, which would take the key. */
  priority: 200,

  addOptions() {
    return { label: 'Page break' };
  },

  parseHTML() {
    return [{ tag: 'div[data-page-break]' }];
  },

  renderHTML({ HTMLAttributes }) {
    const { label } = this.options;
    return [
      'div',
      mergeAttributes(HTMLAttributes, { 'data-page-break': '', role: 'separator', 'aria-label': label }),
      ['span', label],
    ];
  },

  addCommands() {
    return {
      insertPageBreak:
        () =>
        ({ chain }) =>
          chain()
            .insertContent({ type: this.name })
            .command(({ tr, state }) => {
              if (!(tr.selection instanceof NodeSelection)) return true;
              const { to } = tr.selection;
              // There is always somewhere to write on the new page.
              if (tr.doc.resolve(to).nodeAfter === null) tr.insert(to, state.schema.nodes['paragraph']!.create());
              tr.setSelection(TextSelection.near(tr.doc.resolve(to), 1));
              return true;
            })
            .run(),
    };
  },

  addKeyboardShortcuts() {
    return { 'Mod-Enter': () => this.editor.commands.insertPageBreak() };
  },
});
