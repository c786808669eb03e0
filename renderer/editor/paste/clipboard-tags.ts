import { Extension } from '@tiptap/core';
import { DOMSerializer, Slice, Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { deviceOfClientId } from '../../../shared/document/client-id.ts';
import { isLeafBlockType } from '../../../shared/document/schema.ts';
import { readTags, tagsByBlock } from '../../../shared/document/tags.ts';
import { carryTags, markWhole, wasWhole } from './carried-tags.ts';
import { cleanPastedHtml } from './clean-pasted-html.ts';
import { fitCell } from './fit-cell.ts';

/** Ids of the blocks that were cut last and may come back, once, as the same blocks. */
let cut: ReadonlySet<string> = new Set();

export interface ClipboardTagsOptions {
  readonly doc: Y.Doc;
}

/**
 * What goes to the clipboard takes its tags along; what comes back keeps its identity when it was
 * cut (a move, SPEC M1) and gets a new one when it was copied (SPEC C1).
 */
export const ClipboardTags = Extension.create<ClipboardTagsOptions>({
  name: 'clipboardTags',

  addProseMirrorPlugins() {
    const { doc } = this.options;
    return [
      new Plugin({
        key: new PluginKey('clipboardTags'),
        props: {
          clipboardSerializer: new TagSerializer(this.editor.schema, doc, () => this.editor.state.doc),
          transformPastedHTML: (html) => cleanPastedHtml(html, deviceOfClientId(doc.clientID)),
          transformPasted: (slice, view) => {
            const { $from } = view.state.selection;
            return identifySlice(fitCell(slice, $from), $from.parent);
          },
          handleDOMEvents: {
            copy: () => {
              cut = new Set();
              return false;
            },
            cut: (view) => {
              cut = new Set(idsOf(view.state.selection.content().content));
              return false;
            },
          },
        },
        view: () => ({
          update: (view, previous) => {
            // Once what was cut stands somewhere again, another paste of it is a copy.
            if (cut.size === 0 || view.state.doc.eq(previous.doc)) return;
            const back = idsOf(view.state.doc.content).some((id) => cut.has(id));
            const wasThere = idsOf(previous.doc.content).some((id) => cut.has(id));
            if (back && !wasThere) cut = new Set();
          },
        }),
      }),
    ];
  },
});

function idsOf(content: Fragment): string[] {
  const ids: string[] = [];
  content.descendants((node) => {
    if (isLeafBlockType(node.type.name) && node.attrs['id']) ids.push(node.attrs['id'] as string);
    return true;
  });
  return ids;
}

/**
 * Blocks that were taken whole come back as blocks where there is an empty one to take the place of;
 * everywhere else they are text, as in any word processor.
 */
function identifySlice(slice: Slice, target: ProseMirrorNode): Slice {
  const content = identify(slice.content);
  const isWhole = (node: ProseMirrorNode | null, open: number): boolean =>
    node !== null && open === 1 && wasWhole((node.attrs['id'] ?? node.attrs['origin']) as string | null);
  if (!target.isTextblock || target.content.size > 0) return new Slice(content, slice.openStart, slice.openEnd);
  return new Slice(
    content,
    isWhole(content.firstChild, slice.openStart) ? 0 : slice.openStart,
    isWhole(content.lastChild, slice.openEnd) ? 0 : slice.openEnd,
  );
}

function identify(content: Fragment): Fragment {
  const nodes: ProseMirrorNode[] = [];
  content.forEach((node) => {
    if (!isLeafBlockType(node.type.name)) {
      nodes.push(node.copy(identify(node.content)));
      return;
    }
    const id = node.attrs['id'] as string | null;
    const stays = id === null || cut.has(id);
    nodes.push(
      stays
        ? node
        : node.type.create({ ...node.attrs, id: null, origin: id }, withoutFootnoteIds(node.content), node.marks),
    );
  });
  return Fragment.from(nodes);
}

/** A copy of a footnote is another footnote (F1). */
function withoutFootnoteIds(content: Fragment): Fragment {
  const nodes: ProseMirrorNode[] = [];
  content.forEach((node) => {
    const isFootnote = node.type.name === 'footnote';
    nodes.push(isFootnote ? node.type.create({ ...node.attrs, id: null }, node.content, node.marks) : node);
  });
  return Fragment.from(nodes);
}

/** Writes the tags of a block beside it, for whoever pastes it. */
class TagSerializer extends DOMSerializer {
  readonly #doc: Y.Doc;
  readonly #text: () => ProseMirrorNode;

  /** @param text The section's text as it is when something is copied. */
  constructor(schema: Schema, doc: Y.Doc, text: () => ProseMirrorNode) {
    const { nodes, marks } = DOMSerializer.fromSchema(schema);
    super(nodes, marks);
    this.#doc = doc;
    this.#text = text;
  }

  /** Size of each block's content, by id. */
  #sizes(): ReadonlyMap<string, number> {
    const sizes = new Map<string, number>();
    this.#text().descendants((node) => {
      if (isLeafBlockType(node.type.name)) sizes.set(node.attrs['id'] as string, node.content.size);
      return true;
    });
    return sizes;
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const result = super.serializeFragment(fragment, options, target);
    const sizes = this.#sizes();
    fragment.descendants((node) => {
      const id = node.attrs['id'] as string | null | undefined;
      const element = id ? result.querySelector(`[data-id="${CSS.escape(id)}"]`) : null;
      if (element && node.content.size === sizes.get(id!)) markWhole(element);
      return true;
    });
    const byBlock = tagsByBlock(readTags(this.#doc));
    for (const element of result.querySelectorAll('[data-id]')) {
      const tags = byBlock.get(element.getAttribute('data-id')!);
      if (tags) carryTags(element, tags, deviceOfClientId(this.#doc.clientID));
    }
    return result;
  }
}
