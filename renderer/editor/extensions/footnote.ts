import { mergeAttributes, Node } from '@tiptap/core';
import { NodeSelection, type Plugin } from '@tiptap/pm/state';
import { createId } from '../../../shared/document/ids.ts';
import { FootnoteView } from './footnote-view.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts a footnote behind the selection and opens it for writing. */
      insertFootnote: () => ReturnType;
    };
  }
}

export interface FootnoteOptions {
  /** Accessible name of the mark and of the field that its text is written in. */
  label: string;
  /** What the field that its text is written in does besides. */
  plugins: () => readonly Plugin[];
}

/** A footnote: its mark in the line, its text in a small field that opens at the mark. */
export const Footnote = Node.create<FootnoteOptions>({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  atom: true,

  addOptions() {
    return { label: 'Footnote', plugins: () => [] };
  },

  addAttributes() {
    return {
      id: {
        default: null,
        parseHTML: (element) => element.dataset['footnote'] || null,
        renderHTML: ({ id }) => ({ 'data-footnote': (id as string | null) ?? '' }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-footnote]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), 0];
  },

  renderText() {
    return '';
  },

  addCommands() {
    return {
      insertFootnote:
        () =>
        ({ chain, state, view }) => {
          // Asked twice, as by a double click: the one that is open is still to be written.
          const { selection } = state;
          if (selection instanceof NodeSelection && selection.node.type.name === this.name) {
            const mark = view.nodeDOM(selection.from);
            if (mark instanceof HTMLElement) mark.querySelector<HTMLElement>('[role="textbox"]')?.focus();
            return true;
          }
          return chain()
            .insertContentAt(state.selection.to, { type: this.name, attrs: { id: createId() } })
            .setNodeSelection(state.selection.to)
            .run();
        },
    };
  },

  addKeyboardShortcuts() {
    return { 'Mod-Alt-f': () => this.editor.commands.insertFootnote() };
  },

  addNodeView() {
    return ({ node, view, getPos }) => new FootnoteView(node, view, getPos, this.options);
  },
});
