import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { ImageHost } from './image.ts';

/** A picture in the text, or a sentence while its bytes are not there. */
export class ImageView implements NodeView {
  readonly dom = document.createElement('figure');
  readonly #image = document.createElement('img');
  readonly #missing = document.createElement('p');
  readonly #describe = document.createElement('button');
  readonly #host: ImageHost;
  readonly #stop: () => void;
  #asset: string | null = null;

  constructor(node: ProseMirrorNode, view: EditorView, getPos: () => number | undefined, host: ImageHost) {
    this.#host = host;
    this.dom.className = 'picture';
    this.#missing.className = 'picture-missing';
    this.#missing.hidden = true;
    this.#describe.type = 'button';
    this.#describe.className = 'picture-describe';
    this.#image.draggable = false;
    this.#describe.addEventListener('click', () => {
      const pos = getPos();
      if (pos === undefined) return;
      view.focus();
      host.openDetails(this.dom);
    });
    this.dom.addEventListener('dblclick', () => host.openDetails(this.dom));
    this.dom.append(this.#image, this.#missing, this.#describe);
    this.#show(node);
    this.#stop = host.onCome((assets) => {
      if (this.#asset !== null && assets.includes(this.#asset)) this.#load(this.#asset, host.words().missing);
    });
  }

  destroy(): void {
    this.#stop();
  }

  #show({ attrs }: ProseMirrorNode): void {
    const { asset, alt, width } = attrs as { asset: string | null; alt: string; width: number | null };
    const words = this.#host.words();
    this.#image.alt = alt;
    this.dom.style.inlineSize = width === null ? '' : `${width}%`;
    this.#describe.textContent = words.describe;
    this.#describe.hidden = alt.trim() !== '' || !this.#host.isEditable();
    if (asset === this.#asset) return;
    this.#asset = asset;
    this.#load(asset, words.missing);
  }

  #load(asset: string | null, missing: string): void {
    const showMissing = (): void => {
      if (this.#asset !== asset) return;
      this.#image.hidden = true;
      this.#missing.hidden = false;
      this.#missing.textContent = missing;
    };
    if (asset === null) {
      showMissing();
      return;
    }
    this.#host.load(asset).then((address) => {
      if (this.#asset !== asset) return;
      this.#image.src = address;
      this.#image.hidden = false;
      this.#missing.hidden = true;
    }, showMissing);
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type.name !== 'image') return false;
    this.#show(node);
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('is-selected');
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected');
  }

  stopEvent({ target }: Event): boolean {
    return target === this.#describe;
  }

  ignoreMutation(): boolean {
    return true;
  }
}
