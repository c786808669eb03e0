import { mergeAttributes, Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { REFERENCE_FORMS, type ReferenceForm } from '../../../shared/document/schema.ts';
import { ReferenceView } from './reference-view.ts';

/** What a reference needs to know of the strategy around it. */
export interface ReferenceHost {
  /** What a reference shows; null when its target is gone. */
  readonly show: (target: string, form: ReferenceForm) => { readonly label: string; readonly title: string } | null;
  /** Said in the place of a reference whose target is gone. */
  readonly lost: () => string;
  readonly goTo: (target: string) => void;
  /** Tells `listener` whenever something may be called otherwise. @returns How to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface ReferenceOptions {
  host: ReferenceHost;
}

/** "Table 3", "section 4.2": follows its target wherever that goes. */
export const Reference = Node.create<ReferenceOptions>({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,

  addOptions() {
    return {
      host: { show: () => null, lost: () => '', goTo: () => {}, subscribe: () => () => {} },
    };
  },

  addAttributes() {
    return {
      target: {
        default: null,
        parseHTML: (element) => element.dataset['reference'] ?? null,
        renderHTML: ({ target }) => ({ 'data-reference': (target as string | null) ?? '' }),
      },
      form: {
        default: REFERENCE_FORMS[0],
        parseHTML: (element) => REFERENCE_FORMS.find((form) => form === element.dataset['form']) ?? REFERENCE_FORMS[0],
        renderHTML: ({ form }) => ({ 'data-form': form as string }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-reference]' }];
  },

  /** Also what goes to the clipboard, where other programs read it as text. */
  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), this.options.host.show(...attrsOf(node.attrs))?.label ?? ''];
  },

  renderText({ node }) {
    return this.options.host.show(...attrsOf(node.attrs))?.label ?? '';
  },

  addNodeView() {
    return ({ node, view, getPos }) => new ReferenceView(attrsOf(node.attrs), view, getPos, this.options.host);
  },
});

export function attrsOf(attrs: ProseMirrorNode['attrs']): [target: string, form: ReferenceForm] {
  const { target, form } = attrs as { readonly target: string | null; readonly form: ReferenceForm };
  return [target ?? '', form];
}
