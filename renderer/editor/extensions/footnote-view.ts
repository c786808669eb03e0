import { baseKeymap, toggleMark } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { EditorView, type NodeView } from '@tiptap/pm/view';
import type { FootnoteOptions } from './footnote.ts';

/** Marks a step that the small field has already shown to its user. */
const FROM_INSIDE = 'fromFootnote';

/**
 * The mark of a footnote, numbered by the style sheet, and while it is selected a small editor for
 * its text. The small editor has no document of its own: its steps are replayed in the section.
 */
export class FootnoteView implements NodeView {
  readonly dom: HTMLElement;
  #node: ProseMirrorNode;
  readonly #outer: EditorView;
  readonly #getPos: () => number | undefined;
  readonly #options: FootnoteOptions;
  #inner: EditorView | null = null;
  #field: HTMLElement | null = null;

  constructor(node: ProseMirrorNode, outer: EditorView, getPos: () => number | undefined, options: FootnoteOptions) {
    this.#node = node;
    this.#outer = outer;
    this.#getPos = getPos;
    this.#options = options;
    this.dom = document.createElement('span');
    this.dom.className = 'footnote';
    this.dom.setAttribute('role', 'note');
    this.#describe();
  }

  #describe(): void {
    this.dom.setAttribute('aria-label', `${this.#options.label}: ${this.#node.textContent}`);
    this.dom.title = this.#node.textContent;
  }

  selectNode(): void {
    this.dom.classList.add('footnote-open');
    if (!this.#inner) this.#open();
  }

  deselectNode(): void {
    this.dom.classList.remove('footnote-open');
    this.#close();
  }

  #open(): void {
    this.#field = this.dom.appendChild(document.createElement('span'));
    this.#field.className = 'footnote-field';
    this.#field.dataset['label'] = this.#options.label;
    this.#inner = new EditorView(this.#field, {
      attributes: { role: 'textbox', 'aria-label': this.#options.label, 'aria-multiline': 'true' },
      state: EditorState.create({
        doc: this.#node,
        plugins: [
          keymap({ ...this.#keys(), Enter: () => this.#leave() }),
          keymap(baseKeymap),
          ...this.#options.plugins(),
        ],
      }),
      editable: () => this.#outer.editable,
      dispatchTransaction: (transaction) => this.#dispatchInner(transaction),
      handleDOMEvents: {
        mousedown: () => {
          if (this.#outer.hasFocus()) this.#inner?.focus();
        },
      },
    });
    this.#inner.focus();
    keepInside(this.#field, this.#outer.dom);
  }

  #keys(): Record<string, (state: EditorState, dispatch?: (transaction: Transaction) => void) => boolean> {
    const { bold, italic } = this.#node.type.schema.marks;
    return {
      Escape: () => this.#leave(),
      ...(bold ? { 'Mod-b': toggleMark(bold) } : {}),
      ...(italic ? { 'Mod-i': toggleMark(italic) } : {}),
      'Mod-z': () => this.#passOn('z', false),
      'Mod-y': () => this.#passOn('y', false),
      'Mod-Shift-z': () => this.#passOn('z', true),
    };
  }

  /** Undo belongs to the window, not to the footnote. */
  #passOn(key: string, shiftKey: boolean): boolean {
    const event = new KeyboardEvent('keydown', { key, shiftKey, ctrlKey: true, metaKey: false });
    return this.#outer.someProp('handleKeyDown', (handle) => handle(this.#outer, event)) ?? false;
  }

  /** Back to the text, behind the mark. */
  #leave(): boolean {
    const pos = this.#getPos();
    if (pos === undefined) return false;
    const { state } = this.#outer;
    // A note that says nothing is none.
    const isEmpty = this.#node.content.size === 0;
    const transaction = isEmpty ? state.tr.delete(pos, pos + this.#node.nodeSize) : state.tr;
    const behind = isEmpty ? pos : pos + this.#node.nodeSize;
    this.#outer.dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(behind))));
    this.#outer.focus();
    return true;
  }

  #dispatchInner(transaction: Transaction): void {
    const pos = this.#getPos();
    if (!this.#inner || pos === undefined) return;
    // What the section would not take must not be shown as if it had.
    if (transaction.docChanged && !transaction.getMeta(FROM_INSIDE) && !this.#outer.editable) return;
    const { state, transactions } = this.#inner.state.applyTransaction(transaction);
    this.#inner.updateState(state);
    if (transaction.getMeta(FROM_INSIDE)) return;
    const outer = this.#outer.state.tr;
    const offset = StepMap.offset(pos + 1);
    for (const { steps } of transactions) {
      for (const step of steps) {
        const mapped = step.map(offset);
        if (mapped) outer.step(mapped);
      }
    }
    if (outer.docChanged) this.#outer.dispatch(outer);
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#describe();
    if (this.#inner) this.#showOutside(this.#inner, node);
    return true;
  }

  /** Takes over what has changed in the section, and only that, so that the caret stays. */
  #showOutside(inner: EditorView, node: ProseMirrorNode): void {
    const start = node.content.findDiffStart(inner.state.doc.content);
    if (start === null) return;
    let { a: endA, b: endB } = node.content.findDiffEnd(inner.state.doc.content)!;
    const overlap = start - Math.min(endA, endB);
    if (overlap > 0) {
      endA += overlap;
      endB += overlap;
    }
    inner.dispatch(inner.state.tr.replace(start, endB, node.slice(start, endA)).setMeta(FROM_INSIDE, true));
  }

  #close(): void {
    this.#inner?.destroy();
    this.#field?.remove();
    this.#inner = null;
    this.#field = null;
  }

  destroy(): void {
    this.#close();
  }

  stopEvent(event: Event): boolean {
    return this.#inner !== null && event.target instanceof Node && this.#inner.dom.contains(event.target);
  }

  ignoreMutation(): boolean {
    return true;
  }
}

/** Shifts the field so that it does not reach beyond the text. */
function keepInside(field: HTMLElement, text: HTMLElement): void {
  const own = field.getBoundingClientRect();
  const room = text.getBoundingClientRect();
  const shift = own.right > room.right ? room.right - own.right : Math.max(0, room.left - own.left);
  if (shift !== 0) field.style.translate = `${shift}px 0`;
}
