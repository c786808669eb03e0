import { mergeAttributes, Node } from '@tiptap/core';
import { Plugin, PluginKey, type SelectionBookmark } from '@tiptap/pm/state';
import { pastedPictures, withKeptPictures } from '../paste/pasted-pictures.ts';
import { ImageView } from './image-view.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    image: {
      /** Puts a picture that the file holds into the text and selects it. */
      insertImage: (asset: string) => ReturnType;
    };
  }
}

/** What pictures need of the window around the text. */
export interface ImageHost {
  /** Address of a picture's bytes, good for as long as the window stands. Rejects when they are not there. */
  readonly load: (asset: string) => Promise<string>;
  /** Tells `listener` of pictures that come later. @returns How to stop that. */
  readonly onCome: (listener: (assets: readonly string[]) => void) => () => void;
  /** Takes over pictures that were pasted or dropped. */
  readonly insert: (files: readonly File[]) => void;
  /** Has a picture kept in the file; says so and resolves to null when it cannot be. */
  readonly keep: (picture: Blob) => Promise<string | null>;
  /** Says that pictures of what was pasted did not come along. */
  readonly tellMissing: (count: number) => void;
  /** Opens what can be said of the picture that is selected: its description and its width. */
  readonly openDetails: (image: HTMLElement) => void;
  readonly words: () => { readonly missing: string; readonly describe: string };
  readonly isEditable: () => boolean;
}

/** A picture on a line of its own. */
export const Image = Node.create<{ host: ImageHost }>({
  name: 'image',
  group: 'block',
  draggable: true,

  addAttributes() {
    return {
      asset: {
        default: null,
        parseHTML: (element) => element.dataset['asset'] ?? null,
        renderHTML: ({ asset }) => ({ 'data-asset': (asset as string | null) ?? '' }),
      },
      alt: {
        default: '',
        parseHTML: (element) => element.getAttribute('alt') ?? '',
        renderHTML: ({ alt }) => ({ alt: alt as string }),
      },
      width: {
        default: null,
        parseHTML: (element) => widthOf(element.dataset['width']),
        renderHTML: ({ width }) => (width === null ? {} : { 'data-width': String(width) }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'img[data-asset]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['img', mergeAttributes(HTMLAttributes)];
  },

  addCommands() {
    return {
      insertImage:
        (asset) =>
        ({ chain, state }) => {
          const { $from, from } = state.selection;
          // In an empty paragraph it takes that one's place.
          const isEmpty = $from.parent.isTextblock && $from.parent.content.size === 0 && $from.depth > 0;
          const pos = isEmpty ? $from.before() : $from.depth > 0 ? $from.after($from.depth) : from;
          return chain()
            .insertContentAt(pos, [{ type: this.name, attrs: { asset } }])
            .setNodeSelection(pos)
            .run();
        },
    };
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        const node = this.editor.state.doc.nodeAt(selection.from);
        if (node?.type !== this.type || selection.to !== selection.from + 1) return false;
        const image = this.editor.view.nodeDOM(selection.from);
        if (image instanceof HTMLElement) this.options.host.openDetails(image);
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { host } = this.options;
    /** Where a paste goes whose pictures are being kept, as others and the person write on; null when none is. */
    const pasting = new PluginKey<SelectionBookmark | null>('pictureFiles');
    return [
      new Plugin<SelectionBookmark | null>({
        key: pasting,
        state: {
          init: () => null,
          apply: (transaction, place) => {
            const begun = transaction.getMeta(pasting) as SelectionBookmark | null | undefined;
            return begun === undefined ? (place?.map(transaction.mapping) ?? null) : begun;
          },
        },
        props: {
          handlePaste: (view, { clipboardData }) => {
            const files = picturesOf(clipboardData);
            const html = clipboardData?.getData('text/html') ?? '';
            const pictures = pastedPictures(html);
            // A picture that was copied comes as itself and as a page that only names it; what comes with text
            // besides, as from Word, is text.
            if (files.length > 0 && (html === '' || pictures?.hasText === false)) {
              host.insert(files);
              return true;
            }
            if (!pictures) return false;
            if (pictures.named > 0) host.tellMissing(pictures.named);
            // Nothing would take the place of what is selected.
            if (pictures.embedded.length === 0) return !pictures.hasText;
            view.dispatch(view.state.tr.setMeta(pasting, view.state.selection.getBookmark()));
            void withKeptPictures(pictures, host.keep).then((page) => {
              if (view.isDestroyed) return;
              const place = pasting.getState(view.state);
              const { tr, doc } = view.state;
              view.dispatch(tr.setMeta(pasting, null).setSelection(place?.resolve(doc) ?? view.state.selection));
              view.pasteHTML(page);
            });
            return true;
          },
          handleDrop: (view, { dataTransfer, clientX, clientY }, _slice, isMoved) => {
            const files = isMoved ? [] : picturesOf(dataTransfer);
            if (files.length === 0) return false;
            const place = view.posAtCoords({ left: clientX, top: clientY });
            if (place) this.editor.commands.setTextSelection(place.pos);
            host.insert(files);
            return true;
          },
        },
      }),
    ];
  },

  addNodeView() {
    return ({ node, view, getPos }) => new ImageView(node, view, getPos, this.options.host);
  },
});

function widthOf(value: string | undefined): number | null {
  const width = Number(value);
  return width >= 10 && width <= 100 ? width : null;
}

function picturesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}
