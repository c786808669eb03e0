import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { ReferenceForm } from '../../../shared/document/schema.ts';
import type { ReferenceHost } from './reference.ts';

/** A reference in the text: one click selects it, Enter or a click with Ctrl goes where it leads. */
export class ReferenceView implements NodeView {
  readonly dom: HTMLElement;
  #attrs: readonly [target: string, form: ReferenceForm];
  readonly #host: ReferenceHost;
  readonly #stop: () => void;

  constructor(
    attrs: readonly [target: string, form: ReferenceForm],
    view: EditorView,
    getPos: () => number | undefined,
    host: ReferenceHost,
  ) {
    this.#attrs = attrs;
    this.#host = host;
    this.dom = document.createElement('span');
    this.dom.className = 'reference';
    this.dom.setAttribute('role', 'link');
    this.dom.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey) this.#go();
    });
    this.dom.addEventListener('mousedown', (event) => {
      const pos = getPos();
      if (pos === undefined || event.button !== 0) return;
      event.preventDefault();
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
      view.focus();
    });
    this.#stop = host.subscribe(() => this.#show());
    this.#show();
  }

  #go(): void {
    this.#host.goTo(this.#attrs[0]);
  }

  #show(): void {
    const shown = this.#host.show(...this.#attrs);
    const label = shown?.label ?? this.#host.lost();
    if (this.dom.textContent !== label) this.dom.textContent = label;
    this.dom.title = shown?.title ?? '';
    this.dom.classList.toggle('is-lost', shown === null);
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type.name !== 'reference') return false;
    this.#attrs = [String(node.attrs['target'] ?? ''), node.attrs['form'] as ReferenceForm];
    this.#show();
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('is-selected');
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected');
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#stop();
  }
}
