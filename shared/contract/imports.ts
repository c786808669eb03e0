import { z } from 'zod';
import { nodeSchema } from './texts.ts';

/** What of an imported text did not come along as it was; worded by the catalogue under `importDrop`. */
const importDropSchema = z.object({
  what: z.enum([
    /** Code: its text is kept, its look is not. */
    'code',
    /** Comments of markup, left out. */
    'comment',
    /** Footnotes of several blocks: one line, with signs between. */
    'footnote-blocks',
    /** Footnotes of a title: paragraphs below it. */
    'footnote-in-title',
    /** Further marks of a footnote: notes of their own with the same text. */
    'footnote-repeated',
    /** Footnotes that nothing refers to: paragraphs at the end. */
    'footnote-without-mark',
    /** Metadata above the text, left out. */
    'front-matter',
    /** Headings in a list or a quotation: bold paragraphs. */
    'heading-in-block',
    /** Headings below the deepest level: at the deepest. */
    'heading-level',
    /** Numbers before headings, left out: the strategy numbers them by itself. */
    'heading-number',
    /** Markup: its text is kept. */
    'html',
    /** Links with an address that cannot be followed: their text is kept. */
    'link',
    'link-title',
    /** Pictures: their description is kept. */
    'picture',
    /** The title of the whole, left out. */
    'title',
  ]),
  count: z.int(),
});
export type ImportDrop = z.infer<typeof importDropSchema>;
export type ImportDropKind = ImportDrop['what'];

const splitLevelSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const importPreviewSchema = z.object({
  sections: z.array(z.object({ title: z.string(), words: z.int(), blocks: z.int(), content: z.array(nodeSchema) })),
  splitLevel: splitLevelSchema,
  dropped: z.array(importDropSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

const importResultSchema = z.object({
  sections: z.array(z.string()),
  blocks: z.int(),
  dropped: z.array(importDropSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** Bringing a text in. */
export const importMethods = {
  /** Reads a text that is to be brought in, without bringing it in. */
  previewImport: {
    input: z.object({
      name: z.string(),
      /** Its bytes. */
      data: z.base64(),
      /** Left out, where the source itself seems to begin its parts. */
      splitLevel: splitLevelSchema.optional(),
      /** Everything is for one section that is there already. */
      isOneSection: z.boolean(),
    }),
    output: importPreviewSchema,
  },
  /** Brings in a file of the process's machine: as sections, or at the end of one. */
  importText: {
    input: z.object({
      file: z.string(),
      section: z.string().optional(),
      splitLevel: splitLevelSchema,
      as: z.string().optional(),
    }),
    output: importResultSchema,
  },
} as const;
