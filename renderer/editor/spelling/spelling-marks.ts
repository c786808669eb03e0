import { Plugin, PluginKey, TextSelection, type EditorState, type PluginView } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { blocksInView, includes, onViewChange, type BlockRange } from '../extensions/blocks-in-view.ts';
import {
  misspellingAt,
  misspellingsIn,
  textBlocks,
  wordsIn,
  type Misspelling,
  type SpellingHost,
} from './misspellings.ts';

/** What the marks ask of the window. */
export interface SpellingMarksHost extends SpellingHost {
  readonly openMenu: (view: EditorView, misspelling: Misspelling) => void;
  readonly goToNext: (view: EditorView) => void;
}

interface MarksState {
  /** Whether what was done last in the text was writing; the word that it was in is not done yet. */
  readonly isWriting: boolean;
  /** The blocks that were checked last: those near the view. */
  readonly checked: BlockRange;
  readonly marks: DecorationSet;
}

/** What a check has found out: where it looked, and whether the word at the caret is still being written. */
type Check = Pick<MarksState, 'isWriting' | 'checked'>;

/** No block, until some have been laid out. */
const NOTHING: BlockRange = { first: 0, last: -1 };

/** Marks are made anew no more often than this, in milliseconds. */
const PAUSE = 300;

/** How far words are marked above and below the window, in its heights. */
const REACH = 0.25;

const spellingMarksKey = new PluginKey<MarksState>('spellingMarks');

/**
 * Underlines the words that no dictionary has. They are looked for when the keys pause, near the view only;
 * until then what is marked goes along with the text.
 */
export function spellingMarks(host: SpellingMarksHost): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: spellingMarksKey,
    state: {
      init: () => ({ isWriting: false, checked: NOTHING, marks: DecorationSet.empty }),
      apply: (transaction, old, _oldState, state) => {
        const check = transaction.getMeta(spellingMarksKey) as Check | undefined;
        if (check) return { ...check, marks: marksIn(state, check, host) };
        if (!transaction.docChanged)
          return transaction.selectionSet && old.isWriting ? { ...old, isWriting: false } : old;
        const isFromOutside = transaction.getMeta(ySyncPluginKey) !== undefined;
        // What arrives from the document replaces everything, and no mark could be carried through that.
        const marks = isFromOutside ? marksIn(state, old, host) : old.marks.map(transaction.mapping, transaction.doc);
        return { ...old, isWriting: old.isWriting || !isFromOutside, marks };
      },
    },
    props: {
      attributes: () => ({ spellcheck: isLeftToBrowser(host) ? 'true' : 'false' }),
      decorations: (state) => spellingMarksKey.getState(state)?.marks,
      handleKeyDown: (view, event) => {
        if (event.key === 'F7' && event.altKey) host.goToNext(view);
        else if (!isMenuKey(event) || !openAt(view, view.state.selection.head, host)) return false;
        event.preventDefault();
        return true;
      },
      handleDOMEvents: {
        contextmenu: (view, event) => {
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (!place || !openAt(view, place.pos, host)) return false;
          putCaret(view, place.pos);
          event.preventDefault();
          return true;
        },
      },
    },
    view: (view) => new SpellingMarks(view, host),
  });
}

/** Marks for what is known to be unknown by now. */
function marksIn({ doc, selection: { head } }: EditorState, { isWriting, checked }: Check, host: SpellingMarksHost) {
  if (!host.isOn()) return DecorationSet.empty;
  const marks = textBlocks(doc, checked.first, checked.last)
    .flatMap((block) => misspellingsIn(block, host))
    .filter(({ from, to }) => !isWriting || head < from || head > to)
    .map(({ from, to }) => Decoration.inline(from, to, { class: 'misspelt', 'aria-invalid': 'spelling' }));
  return DecorationSet.create(doc, marks);
}

/** Only where nothing is checked here for want of a dictionary: no word is to be underlined twice. */
function isLeftToBrowser({ words, language, isOn }: SpellingHost): boolean {
  return isOn() && words.states.getState().get(language())?.kind === 'no-dictionary';
}

function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

function openAt(view: EditorView, position: number, host: SpellingMarksHost): boolean {
  const misspelling = host.isOn() && view.editable ? misspellingAt(view.state, position, host) : null;
  if (misspelling) host.openMenu(view, misspelling);
  return misspelling !== null;
}

/** As the right button of the mouse does elsewhere: what is selected and pressed on stays selected. */
function putCaret(view: EditorView, position: number): void {
  const { from, to } = view.state.selection;
  if (from <= position && position <= to) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position))));
}

class SpellingMarks implements PluginView {
  readonly #view: EditorView;
  readonly #host: SpellingMarksHost;
  readonly #stops: readonly (() => void)[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checkedAt = -Infinity;

  constructor(view: EditorView, host: SpellingMarksHost) {
    this.#view = view;
    this.#host = host;
    const checkSoon = (): void => this.#checkSoon();
    this.#stops = [onViewChange(view, checkSoon), host.onChange(checkSoon)];
    checkSoon();
  }

  update({ state }: EditorView, before: EditorState): void {
    const isSame = stateOf(state).isWriting === stateOf(before).isWriting;
    if (!isSame || state.doc !== before.doc) this.#checkSoon();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  /** After the key, or whatever it was, has been shown; when more follows, once a pause. */
  #checkSoon(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#checkedAt + PAUSE - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#checkedAt = performance.now();
      void this.#check();
    }, wait);
  }

  async #check(): Promise<void> {
    // An input method has its own hold on the text that it works in.
    if (this.#view.composing) return this.#checkSoon();
    if (!this.#host.isOn()) return this.#show(NOTHING);
    // Coming into view again is a change of the view.
    if (!this.#view.dom.checkVisibility()) return;
    const language = this.#host.language();
    const { doc } = this.#view.state;
    const checked = doc.inlineContent ? NOTHING : blocksInView(this.#view, REACH);
    const words = textBlocks(doc, checked.first, checked.last).flatMap(({ node }) =>
      wordsIn(node, language).map(({ word }) => word),
    );
    await this.#host.words.learn(language, words);
    // What was written meanwhile brings a check of its own.
    if (this.#view.isDestroyed || this.#view.state.doc !== doc) return;
    this.#show(checked);
    // Lets the attribute follow that says whose spell-check it is.
    if (this.#view.dom.spellcheck !== isLeftToBrowser(this.#host)) this.#view.setProps({});
  }

  #show(checked: BlockRange): void {
    const { state } = this.#view;
    const before = stateOf(state);
    const check: Check = { isWriting: before.isWriting && this.#view.hasFocus(), checked };
    if (isSameSet(marksIn(state, check, this.#host), before.marks) && includes(before.checked, checked)) return;
    this.#view.dispatch(state.tr.setMeta(spellingMarksKey, check));
  }
}

/** Of an editor that has the plugin, as each has that asks. */
function stateOf(state: EditorState): MarksState {
  return spellingMarksKey.getState(state)!;
}

function isSameSet(a: DecorationSet, b: DecorationSet): boolean {
  const [inA, inB] = [a.find(), b.find()];
  return inA.length === inB.length && inA.every(({ from, to }, at) => inB[at]!.from === from && inB[at]!.to === to);
}
