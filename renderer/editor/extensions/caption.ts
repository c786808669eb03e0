import { mergeAttributes, Node } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { CAPTIONED, type Captioned } from '../../../shared/document/schema.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    caption: {
      /** Begins a caption where one belongs: before the table of the selection, behind its figure. */
      insertCaption: () => ReturnType;
    };
  }
}

/** The number and label of a caption come from the style sheet, which counts through the section. */
export const Caption = Node.create({
  name: 'caption',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes() {
    return {
      of: {
        default: CAPTIONED[0],
        parseHTML: (element) => CAPTIONED.find((kind) => kind === element.dataset['caption']) ?? CAPTIONED[0],
        renderHTML: ({ of }) => ({ 'data-caption': of as string }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'p[data-caption]', priority: 60 }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['p', mergeAttributes(HTMLAttributes), 0];
  },

  addCommands() {
    return {
      insertCaption:
        () =>
        ({ state, chain }) => {
          const place = captionPlace(state);
          if (place === null) return false;
          return chain()
            .insertContentAt(place.pos, { type: this.name, attrs: { of: place.of } })
            .setTextSelection(place.pos + 1)
            .run();
        },
    };
  },
});

/** Where the selection's table or figure has its caption; null when it is in neither, or has one. */
export function captionPlace({ selection, doc }: EditorState): { readonly pos: number; readonly of: Captioned } | null {
  const { $from, $to } = selection;
  if (doc.nodeAt(selection.from)?.type.name === 'image' && selection.to === selection.from + 1) {
    return isCaption($to.nodeAfter, 'figure') ? null : { pos: selection.to, of: 'figure' };
  }
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name !== 'table') continue;
    const pos = $from.before(depth);
    return isCaption(doc.resolve(pos).nodeBefore, 'table') ? null : { pos, of: 'table' };
  }
  return null;
}

function isCaption(node: EditorState['doc'] | null, of: Captioned): boolean {
  return node?.type.name === 'caption' && node.attrs['of'] === of;
}
