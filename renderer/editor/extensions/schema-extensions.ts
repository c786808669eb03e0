import type { Extensions } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { isSafeHref } from '../../../shared/document/schema.ts';
import { BlockAttributes } from './block-attributes.ts';
import { Caption } from './caption.ts';

import { Footnote } from './footnote.ts';
import { Image, type ImageHost } from './image.ts';
import { PageBreak } from './page-break.ts';
import { Reference, type ReferenceHost } from './reference.ts';
import { SectionHeading } from './section-heading.ts';

/** A link is an address and nothing else; what opens it is the reader's business. */
const SafeLink = Link.extend({
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  isAllowedUri: (url) => isSafeHref(url),
  HTMLAttributes: { rel: 'noopener noreferrer' },
});

const cellAttributes = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute('colwidth')?.split(',').map(Number) ?? null,
  },
};

/** A table may want a page turned on its side. */
const WideTable = Table.extend({
  addAttributes() {
    return {
      orientation: {
        default: null,
        parseHTML: (element) => (element.dataset['orientation'] === 'landscape' ? 'landscape' : null),
        renderHTML: ({ orientation }) => (orientation === null ? {} : { 'data-orientation': orientation as string }),
      },
    };
  },
});

export interface SchemaHost {
  readonly labels: { readonly footnote: string; readonly pageBreak: string };
  readonly references: ReferenceHost;
  readonly images: ImageHost;
  /** Of the small editor of a footnote. */
  readonly footnotePlugins?: () => readonly Plugin[];
}

/** The extensions that make up the schema; a test holds it against `shared/document/schema.ts`. */
export function schemaExtensions({ labels, references, images, footnotePlugins = () => [] }: SchemaHost): Extensions {
  return [
    Document,
    Text,
    Paragraph,
    SectionHeading,
    Blockquote,
    BulletList,
    OrderedList,
    ListItem,
    ListKeymap,
    WideTable.configure({ resizable: true, cellMinWidth: 48, lastColumnResizable: false }),
    TableRow,
    TableCell.extend({ addAttributes: () => cellAttributes }),
    TableHeader.extend({ addAttributes: () => cellAttributes }),
    Caption,
    Image.configure({ host: images }),
    HorizontalRule,
    PageBreak.configure({ label: labels.pageBreak }),
    HardBreak,
    Footnote.configure({ label: labels.footnote, plugins: footnotePlugins }),
    Reference.configure({ host: references }),
    SafeLink,
    Bold,
    Italic,
    Underline,
    Strike,
    Subscript,
    Superscript,
    BlockAttributes,
  ];
}
