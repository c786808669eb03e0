import { Schema, type MarkSpec, type NodeSpec } from '@tiptap/pm/model';

/** Version of the document schema. A process that meets a higher one opens the strategy read-only. */
export const SCHEMA_VERSION = 2;

/** Node types that carry a block id and can be tagged: the leaf text blocks. */
export const LEAF_BLOCK_TYPES = ['paragraph', 'heading', 'caption'] as const;
export type LeafBlockType = (typeof LEAF_BLOCK_TYPES)[number];

/** Heading levels inside a section; level 1 is the section's own title. */
export const HEADING_LEVELS = [2, 3, 4] as const;

/** What a caption stands with, and is counted among. */
export const CAPTIONED = ['table', 'figure'] as const;
export type Captioned = (typeof CAPTIONED)[number];

/** What a reference shows of its target: label and number ("Table 3"), or its text. */
export const REFERENCE_FORMS = ['number', 'text'] as const;
export type ReferenceForm = (typeof REFERENCE_FORMS)[number];

const leafBlockAttrs = {
  /** Stable id, unique in the strategy; null only until the identity plugin has seen the block. */
  id: { default: null },
  /** Id of the block that this one was copied or split from. */
  origin: { default: null },
  textAlign: { default: null },
  /** Writing direction, `ltr` or `rtl`; null follows the document. */
  dir: { default: null },
};

const cell = {
  content: 'block+',
  isolating: true,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
} satisfies NodeSpec;

const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', attrs: leafBlockAttrs },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 2 }, ...leafBlockAttrs },
  },
  /** Stands before a table or behind a figure, tied to it by nothing but its place. */
  caption: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { of: { default: 'table' }, ...leafBlockAttrs },
  },
  blockquote: { group: 'block', content: 'block+', defining: true },
  bulletList: { group: 'block list', content: 'listItem+' },
  orderedList: {
    group: 'block list',
    content: 'listItem+',
    attrs: { start: { default: 1 }, type: { default: null } },
  },
  listItem: { content: 'paragraph block*', defining: true },
  table: {
    group: 'block',
    content: 'tableRow+',
    isolating: true,
    tableRole: 'table',
    /** `landscape` for a page turned on its side; null follows the document. */
    attrs: { orientation: { default: null } },
  },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row' },
  tableCell: { ...cell, tableRole: 'cell' },
  tableHeader: { ...cell, tableRole: 'header_cell' },
  /** The picture lies in the file, by the hash of its bytes; `width` is a share of the text's, in percent. */
  image: { group: 'block', attrs: { asset: { default: null }, alt: { default: '' }, width: { default: null } } },
  horizontalRule: { group: 'block' },
  pageBreak: { group: 'block' },
  hardBreak: { group: 'inline', inline: true },
  /** The id is there once something refers to it. */
  footnote: { group: 'inline', inline: true, content: 'text*', atom: true, attrs: { id: { default: null } } },
  /** `target` is the id of a section, a heading, a caption or a footnote. */
  reference: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { target: { default: null }, form: { default: 'number' } },
  },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: { inclusive: false, attrs: { href: { default: null } } },
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  subscript: {},
  superscript: {},
} satisfies Record<string, MarkSpec>;

export type NodeName = keyof typeof nodes;
export type MarkName = keyof typeof marks;

/**
 * The ProseMirror schema of a section's text, free of DOM. The editor builds its own from Tiptap
 * extensions; a test holds the two against each other, so that what one writes the other can read.
 */
export const schema = new Schema<NodeName, MarkName>({ nodes, marks });

/** A node of a section's text as plain JSON, in ProseMirror's shape. */
export interface NodeJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NodeJson[];
  readonly text?: string;
  readonly marks?: readonly MarkJson[];
}

export interface MarkJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export function isLeafBlockType(name: string): name is LeafBlockType {
  return (LEAF_BLOCK_TYPES as readonly string[]).includes(name);
}

/** Addresses that a link may lead to; everything else is dropped on paste, import and export. */
export function isSafeHref(href: unknown): href is string {
  return typeof href === 'string' && /^(https?:\/\/|mailto:|#)\S/i.test(href);
}
