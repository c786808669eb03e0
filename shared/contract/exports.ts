import { z } from 'zod';

/** What a strategy can be exported to. */
export const EXPORT_FORMATS = ['docx', 'html', 'md', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an export may hold besides the text. */
export const EXPORT_INCLUDES = ['coverage', 'tags', 'plan', 'comments'] as const;
export type ExportInclude = (typeof EXPORT_INCLUDES)[number];
const includeSchema = z.array(z.enum(EXPORT_INCLUDES));

/** What a written document could not carry as it was. */
export const exportWarningSchema = z.object({
  what: z.enum([
    /** Characters that XML does not allow, removed. */
    'control-characters',
    /** Links with an address that no reader would accept, written as plain text. */
    'unusable-link',
    /** Links to a block that is not in the document, written as plain text. */
    'missing-link-target',
    /** Lists nested more deeply than the word processor numbers; they stay at the deepest level. */
    'list-too-deep',
    /** Tables without a single cell, left out. */
    'empty-table',
    /** Tables with more columns than fit; the last column takes in the rest. */
    'table-too-wide',
    /** Pictures that the file does not hold, in whose place a sentence stands. */
    'missing-picture',
    /** Pictures that the format has no place for, in whose place their description stands. */
    'picture-left-out',
    /** Pictures that say nothing to whoever cannot see them. */
    'picture-without-description',
    /** Nodes that the schema does not know; their text is kept. */
    'unknown-node',
    /** Sections that the file does not hold whole, which a sentence in each says. */
    'incomplete-section',
  ]),
  count: z.int(),
});
export type ExportWarning = z.infer<typeof exportWarningSchema>;
export type ExportWarningKind = ExportWarning['what'];

const exportResultSchema = z.object({ file: z.string(), bytes: z.int(), warnings: z.array(exportWarningSchema) });
export type ExportResult = z.infer<typeof exportResultSchema>;

/** Writing a strategy to a document. */
export const exportMethods = {
  /** Exports to a file of the process's machine. */
  exportTo: {
    input: z.object({
      file: z.string(),
      include: includeSchema.optional(),
      /** Path of a .dotx or .docx in whose look a Word file is written. */
      style: z.string().optional(),
    }),
    output: exportResultSchema,
  },
  /** Begins an export for download; progress arrives as events. */
  startExport: {
    input: z.object({
      format: z.enum(EXPORT_FORMATS),
      include: includeSchema,
      /** Whether a Word file is written in the person's house style. */
      inHouseStyle: z.boolean(),
    }),
    output: z.object({ job: z.string() }),
  },
  cancelExport: { input: z.object({ job: z.string() }), output: z.object({}) },
} as const;

/** The look in which a person exports to Word. */
export const houseStyleMethods = {
  /** What the template is called in whose look this person exports to Word; null when there is none. */
  houseStyle: { input: z.object({}), output: z.object({ name: z.string().nullable() }) },
  setHouseStyle: { input: z.object({ name: z.string().max(300), data: z.base64() }), output: z.object({}) },
  removeHouseStyle: { input: z.object({}), output: z.object({}) },
} as const;
