import { getSchema } from '@tiptap/core';
import { DOMSerializer, Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { ReferenceHost } from '../../editor/extensions/reference.ts';
import { schemaExtensions } from '../../editor/extensions/schema-extensions.ts';
import type { Pictures } from '../../bridge/pictures.ts';
import { drawTables } from './static-tables.ts';

export interface StaticTextOptions {
  readonly references: ReferenceHost;
  readonly pictures: Pictures;
  readonly words: { readonly missingPicture: string; readonly pageBreak: string; readonly notes: string };
}

/** Draws texts as the editor does, to be read and printed only. */
export class StaticText {
  readonly #schema: Schema;
  readonly #serializer: DOMSerializer;
  readonly #options: StaticTextOptions;

  constructor(options: StaticTextOptions) {
    const { references, words } = options;
    this.#options = options;
    this.#schema = getSchema(
      schemaExtensions({
        labels: { footnote: '', pageBreak: words.pageBreak },
        references,
        // Pictures are put in below; nothing here can be changed.
        images: null as never,
      }),
    );
    this.#serializer = DOMSerializer.fromSchema(this.#schema);
  }

  /**
   * The text of a section, with its footnotes below it.
   * @param firstNote Number of its first footnote.
   */
  draw(content: NodeJson, firstNote: number): DocumentFragment {
    const node = ProseMirrorNode.fromJSON(this.#schema, content);
    const text = this.#serializer.serializeFragment(node.content) as DocumentFragment;
    drawTables(text);
    this.#drawPictures(text);
    this.#drawReferences(text);
    this.#drawFootnotes(text, firstNote);
    lowerHeadings(text);
    return text;
  }

  #drawPictures(text: DocumentFragment): void {
    const { pictures, words } = this.#options;
    for (const image of text.querySelectorAll<HTMLImageElement>('img[data-asset]')) {
      const figure = document.createElement('figure');
      figure.className = 'picture';
      if (image.dataset['width'] !== undefined) figure.style.inlineSize = `${image.dataset['width']}%`;
      image.replaceWith(figure);
      figure.append(image);
      pictures.address(image.dataset['asset']!).then(
        (address) => {
          image.src = address;
        },
        () => {
          const missing = document.createElement('p');
          missing.className = 'picture-missing';
          missing.textContent = [words.missingPicture, image.alt].filter(Boolean).join(' ');
          image.replaceWith(missing);
        },
      );
    }
  }

  #drawReferences(text: DocumentFragment): void {
    const { references } = this.#options;
    for (const span of text.querySelectorAll<HTMLElement>('[data-reference]')) {
      const link = document.createElement('a');
      link.className = 'reference';
      link.href = `#read-${span.dataset['reference']}`;
      link.textContent = span.textContent === '' ? references.lost() : span.textContent;
      link.classList.toggle('is-lost', span.textContent === '');
      link.addEventListener('click', (event) => {
        event.preventDefault();
        document.getElementById(`read-${span.dataset['reference']}`)?.scrollIntoView({ block: 'center' });
      });
      span.replaceWith(link);
    }
    for (const block of text.querySelectorAll<HTMLElement>('[data-id]')) block.id = `read-${block.dataset['id']}`;
  }

  #drawFootnotes(text: DocumentFragment, firstNote: number): void {
    const footnotes = [...text.querySelectorAll<HTMLElement>('[data-footnote]')];
    if (footnotes.length === 0) return;
    const list = document.createElement('ol');
    list.className = 'reading-notes';
    list.start = firstNote;
    list.setAttribute('aria-label', this.#options.words.notes);
    footnotes.forEach((footnote, index) => {
      const note = document.createElement('li');
      note.append(...footnote.childNodes);
      list.append(note);
      const mark = document.createElement('sup');
      mark.className = 'reading-note-mark';
      mark.id = `read-${footnote.dataset['footnote']}`;
      mark.textContent = String(firstNote + index);
      footnote.replaceWith(mark);
    });
    text.append(list);
  }
}

/** In the whole strategy a section's title is a heading of its own above these: they are one level further down. */
function lowerHeadings(text: DocumentFragment): void {
  for (const heading of text.querySelectorAll('h2, h3, h4')) {
    const level = Number(heading.tagName[1]);
    const lower = document.createElement(`h${level + 1}`);
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    lower.dataset['level'] = String(level);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}
