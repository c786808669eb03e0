import { Plugin, PluginKey, TextSelection, type EditorState, type PluginView } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { blocksInView, onViewChange } from '../extensions/blocks-in-view.ts';
import {
  misspellingAt,
  misspellingsIn,
  textBlocks,
  wordsIn,
  type Misspelling,
  type SpellingHost,
  type TextBlock,
} from './misspellings.ts';

/** What the marks ask of the window. */
export interface SpellingMarksHost extends SpellingHost {
  readonly openMenu: (view: EditorView, misspelling: Misspelling) => void;
  readonly goToNext: (view: EditorView) => void;
}

interface MarksState {
  /** Whether what was done last in the text was writing; the word that it was in is not done yet. */
  readonly isWriting: boolean;
}

/** Marks are made anew no more often than this, in milliseconds. */
const PAUSE = 300;

/** How far words are marked above and below the window, in its heights; at each key every mark is painted anew. */
const REACH = 0.25;

const spellingMarksKey = new PluginKey<MarksState>('spellingMarks');

/** One for the page, which colours it by the style sheet and tells screen readers what it is. */
const highlight = new Highlight();
highlight.type = 'spelling-error';
CSS.highlights.set('misspelt', highlight);

/**
 * Underlines the words that no dictionary has. They are ranges of the page's highlight, so that neither
 * the document nor its elements have anything to do with them; they are found when the keys pause, near
 * the view only.
 */
export function spellingMarks(host: SpellingMarksHost): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: spellingMarksKey,
    state: {
      init: () => ({ isWriting: false }),
      apply: (transaction, old) => {
        if (transaction.docChanged) return { isWriting: transaction.getMeta(ySyncPluginKey) === undefined };
        return transaction.selectionSet && old.isWriting ? { isWriting: false } : old;
      },
    },
    props: {
      attributes: () => ({ spellcheck: isLeftToBrowser(host) ? 'true' : 'false' }),
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
  #marks: readonly Range[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checkedAt = -Infinity;

  constructor(view: EditorView, host: SpellingMarksHost) {
    this.#view = view;
    this.#host = host;
    const checkSoon = (): void => this.#checkSoon();
    this.#stops = [onViewChange(view, checkSoon), host.onChange(checkSoon)];
    checkSoon();
  }

  update(view: EditorView, before: EditorState): void {
    const isSame = spellingMarksKey.getState(view.state) === spellingMarksKey.getState(before);
    if (!isSame || view.state.doc !== before.doc) this.#checkSoon();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.#show([]);
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
    if (!this.#host.isOn()) return this.#show([]);
    // Coming into view again is a change of the view.
    if (!this.#view.dom.checkVisibility()) return;
    const language = this.#host.language();
    const { doc } = this.#view.state;
    const blocks = this.#blocks();
    const words = blocks.flatMap(({ node }) => wordsIn(node, language).map(({ word }) => word));
    await this.#host.words.learn(language, words);
    // What was written meanwhile brings a check of its own.
    if (this.#view.isDestroyed || this.#view.state.doc !== doc) return;
    this.#show(blocks.flatMap((block) => this.#marksIn(block)));
    // Lets the attribute follow that says whose spell-check it is.
    if (this.#view.dom.spellcheck !== isLeftToBrowser(this.#host)) this.#view.setProps({});
  }

  #blocks(): TextBlock[] {
    const { doc } = this.#view.state;
    if (doc.inlineContent) return textBlocks(doc);
    const { first, last } = blocksInView(this.#view, REACH);
    return textBlocks(doc, first, last);
  }

  #marksIn(block: TextBlock): Stretch[] {
    const { state } = this.#view;
    const isWriting = this.#view.hasFocus() && spellingMarksKey.getState(state)?.isWriting === true;
    const { head } = state.selection;
    return misspellingsIn(block, this.#host)
      .filter(({ from, to }) => !isWriting || head < from || head > to)
      .map(({ from, to }) => stretchOf(this.#view, from, to));
  }

  /**
   * Leaves alone what is marked already: whatever is added or taken away is painted anew, and the browser
   * moves every range that was ever made with each letter that is typed, until it is collected.
   */
  #show(stretches: readonly Stretch[]): void {
    const before = Map.groupBy(this.#marks, ({ startContainer }) => startContainer);
    this.#marks = stretches.map(
      (stretch) => before.get(stretch.start.node)?.find((old) => isAt(old, stretch)) ?? rangeAt(stretch),
    );
    const kept = new Set(this.#marks);
    for (const old of [...before.values()].flat()) if (!kept.has(old)) highlight.delete(old);
    for (const mark of kept) highlight.add(mark);
  }
}

/** From one place in the page to another. */
interface Stretch {
  readonly start: { readonly node: Node; readonly offset: number };
  readonly end: { readonly node: Node; readonly offset: number };
}

function stretchOf(view: EditorView, from: number, to: number): Stretch {
  return { start: view.domAtPos(from, 1), end: view.domAtPos(to, -1) };
}

/** Whether a range that starts in the same node is the stretch. */
function isAt(range: Range, { start, end }: Stretch): boolean {
  return range.startOffset === start.offset && range.endContainer === end.node && range.endOffset === end.offset;
}

function rangeAt({ start, end }: Stretch): Range {
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The text between two positions as a range of the page, which goes along with the text as it is written. */
export function rangeOf(view: EditorView, from: number, to: number): Range {
  return rangeAt(stretchOf(view, from, to));
}
