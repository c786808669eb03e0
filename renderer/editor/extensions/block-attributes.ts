import { Extension } from '@tiptap/core';
import { LEAF_BLOCK_TYPES } from '../../../shared/document/schema.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    blockAttributes: {
      /** Sets the writing direction of the blocks in the selection; null follows the document. */
      setBlockDirection: (dir: 'ltr' | 'rtl' | null) => ReturnType;
      /** Aligns the blocks in the selection; null follows the writing direction. */
      setBlockAlignment: (textAlign: TextAlignment | null) => ReturnType;
    };
  }
}

export const TEXT_ALIGNMENTS = ['left', 'center', 'right', 'justify'] as const;
export type TextAlignment = (typeof TEXT_ALIGNMENTS)[number];

function oneOf<T extends string>(value: string | null, values: readonly T[]): T | null {
  return values.find((candidate) => candidate === value) ?? null;
}

/** Identity, alignment and direction of every leaf text block. */
export const BlockAttributes = Extension.create({
  name: 'blockAttributes',

  addGlobalAttributes() {
    return [
      {
        types: [...LEAF_BLOCK_TYPES],
        attributes: {
          id: {
            default: null,
            keepOnSplit: true,
            parseHTML: (element) => element.getAttribute('data-id'),
            renderHTML: ({ id }) => (id ? { 'data-id': id as string } : {}),
          },
          origin: {
            default: null,
            parseHTML: (element) => element.getAttribute('data-origin'),
            renderHTML: () => ({}),
          },
          textAlign: {
            default: null,
            parseHTML: (element) => oneOf(element.style.textAlign, TEXT_ALIGNMENTS),
            renderHTML: ({ textAlign }) => (textAlign ? { style: `text-align: ${String(textAlign)}` } : {}),
          },
          dir: {
            default: null,
            parseHTML: (element) => oneOf(element.getAttribute('dir'), ['ltr', 'rtl']),
            renderHTML: ({ dir }) => (dir ? { dir: dir as string } : {}),
          },
        },
      },
    ];
  },

  addCommands() {
    return {
      setBlockDirection:
        (dir) =>
        ({ commands }) =>
          LEAF_BLOCK_TYPES.map((type) => commands.updateAttributes(type, { dir })).some(Boolean),
      setBlockAlignment:
        (textAlign) =>
        ({ commands }) =>
          LEAF_BLOCK_TYPES.map((type) => commands.updateAttributes(type, { textAlign })).some(Boolean),
    };
  },

  addKeyboardShortcuts() {
    const align = (textAlign: TextAlignment | null) => () => this.editor.commands.setBlockAlignment(textAlign);
    return {
      'Mod-Shift-l': align(null),
      'Mod-Shift-e': align('center'),
      'Mod-Shift-r': align('right'),
      'Mod-Shift-j': align('justify'),
    };
  },
});
