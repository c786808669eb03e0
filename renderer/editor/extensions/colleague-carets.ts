import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Whereabouts } from '../../../shared/contract/presence.ts';
import type { Colleague, Presences } from '../../bridge/presences.ts';
import { personLook } from '../../ui/person-look.ts';

export interface ColleagueCaretsOptions {
  readonly presences: Presences;
  readonly section: string;
}

/** How long the caret may move before others are told where it is, in milliseconds. */
const TELL_AFTER = 120;

const colleagueCaretsKey = new PluginKey<DecorationSet>('colleagueCarets');

/** The carets and selections of colleagues in this section, with their names, and the paragraphs that they are in. */
export const ColleagueCarets = Extension.create<ColleagueCaretsOptions>({
  name: 'colleagueCarets',

  addProseMirrorPlugins() {
    const { presences, section } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: colleagueCaretsKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, drawn, _before, state) => {
            if (presences.others.length === 0) return DecorationSet.empty;
            const isAnew =
              transaction.getMeta(colleagueCaretsKey) !== undefined ||
              transaction.getMeta(ySyncPluginKey) !== undefined;
            if (isAnew) return draw(state, presences.others, section);
            return transaction.docChanged ? drawn.map(transaction.mapping, transaction.doc) : drawn;
          },
        },
        props: { decorations: (state) => colleagueCaretsKey.getState(state) },
        view: (view) => new CaretExchange(view, presences, section),
      }),
    ];
  },
});

/** Tells others where the caret is, while there are others, and draws theirs anew when they move. */
class CaretExchange {
  readonly #view: EditorView;
  readonly #presences: Presences;
  readonly #section: string;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, presences: Presences, section: string) {
    this.#view = view;
    this.#presences = presences;
    this.#section = section;
    const stopFollowing = presences.onChange(() => this.#othersChanged());
    view.dom.addEventListener('focus', this.#tellSoon);
    view.dom.addEventListener('blur', this.#tellSoon);
    this.#stop = () => {
      stopFollowing();
      view.dom.removeEventListener('focus', this.#tellSoon);
      view.dom.removeEventListener('blur', this.#tellSoon);
    };
    // Not while the view is being made.
    if (presences.others.length > 0) queueMicrotask(() => this.#othersChanged());
  }

  update(view: EditorView, before: EditorState): void {
    if (!view.state.selection.eq(before.selection) || view.state.doc !== before.doc) this.#tellSoon();
  }

  #othersChanged(): void {
    if (this.#view.isDestroyed) return;
    this.#view.dispatch(this.#view.state.tr.setMeta(colleagueCaretsKey, true).setMeta('addToHistory', false));
    this.#tellSoon();
  }

  readonly #tellSoon = (): void => {
    if (this.#timer !== undefined || this.#presences.others.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#view.isDestroyed) this.#tell();
    }, TELL_AFTER);
  };

  #tell(): void {
    const { selection } = this.#view.state;
    const block = blockAt(this.#view.state, selection.head)?.id ?? null;
    const caret = this.#view.hasFocus() ? caretOf(this.#view.state) : null;
    this.#presences.putCaret(this.#section, block, caret);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }
}

/** The innermost block with an id around a position. */
function blockAt({ doc }: EditorState, pos: number): { id: string; from: number; to: number } | null {
  const place = doc.resolve(pos);
  for (let depth = place.depth; depth > 0; depth--) {
    const id: unknown = place.node(depth).attrs['id'];
    if (typeof id === 'string') return { id, from: place.before(depth), to: place.after(depth) };
  }
  return null;
}

interface Binding {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Map<Y.AbstractType<unknown>, never> } | null;
}

function caretOf(state: EditorState): Whereabouts['caret'] {
  const { type, binding } = ySyncPluginKey.getState(state) as Binding;
  if (!binding) return null;
  const encode = (pos: number): string => {
    const relative = absolutePositionToRelativePosition(pos, type, binding.mapping) as Y.RelativePosition;
    return btoa(String.fromCharCode(...Y.encodeRelativePosition(relative)));
  };
  return { anchor: encode(state.selection.anchor), head: encode(state.selection.head) };
}

/** @returns Null for a place that is not, or no longer, in the text here. */
function positionOf(state: EditorState, place: string): number | null {
  const { doc, type, binding } = ySyncPluginKey.getState(state) as Binding;
  if (!binding) return null;
  try {
    const bytes = Uint8Array.from(atob(place), (letter) => letter.charCodeAt(0));
    const pos = relativePositionToAbsolutePosition(doc, type, Y.decodeRelativePosition(bytes), binding.mapping);
    return pos === null ? null : Math.min(pos, state.doc.content.size);
  } catch {
    return null;
  }
}

function draw(state: EditorState, others: readonly Colleague[], section: string): DecorationSet {
  const drawn = others
    .filter((colleague) => colleague.section === section)
    .flatMap(({ caret, device, person, window }) => {
      const head = caret && positionOf(state, caret.head);
      const anchor = caret && positionOf(state, caret.anchor);
      if (head === null || anchor === null) return [];
      const block = blockAt(state, head);
      return [
        Decoration.widget(head, () => caretElement(person.name, personLook(device)), {
          key: `${window} ${person.name}`,
          side: 10,
          ignoreSelection: true,
        }),
        ...(head === anchor
          ? []
          : [
              Decoration.inline(Math.min(head, anchor), Math.max(head, anchor), {
                class: `colleague-selection ${personLook(device)}`,
              }),
            ]),
        ...(block ? [Decoration.node(block.from, block.to, { class: `colleague-block ${personLook(device)}` })] : []),
      ];
    });
  return DecorationSet.create(state.doc, drawn);
}

/**
 * The name stands while the caret moves, and goes after a moment: it must not cover the text. It is none of the
 * page's own text, which is copied and searched.
 */
function caretElement(name: string, look: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `colleague-caret ${look}`;
  caret.dataset['name'] = name;
  caret.setAttribute('aria-hidden', 'true');
  return caret;
}
