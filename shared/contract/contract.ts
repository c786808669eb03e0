import { z } from 'zod';
import { failureSchema } from './failure.ts';
import type { NodeJson } from '../document/schema.ts';
import { BLOCK_KINDS } from '../document/blocks.ts';
import { strengthSchema } from '../document/tags.ts';
import { comparisonSchema } from '../domain/comparison/comparison.ts';
import { coverageReportSchema } from '../domain/coverage-report.ts';
import { frameworkSchema, templateIdSchema } from '../domain/framework.ts';
import { TARGET_KINDS } from '../domain/references.ts';
import { sectionStatusSchema } from '../domain/section-status.ts';
import { templateSchema } from '../domain/template.ts';
import { frameworkMethods } from './frameworks.ts';
import { spellingMethods } from './spelling.ts';

/**
 * What may be asked of the workspace process: by the window, by a browser tab, and by a command
 * that finds its file open in another process. Everything else is derived from this one value: the
 * handlers' types, the client's, and the checks on both sides.
 */

const personSchema = z.object({ name: z.string(), organisation: z.string() });
export type Person = z.infer<typeof personSchema>;

const sectionInfoSchema = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string(),
  status: sectionStatusSchema,
  words: z.int(),
  blocks: z.int(),
});

const infoSchema = z.object({
  title: z.string(),
  template: templateIdSchema,
  locale: z.string(),
  schemaVersion: z.int(),
  words: z.int(),
  sections: z.array(sectionInfoSchema),
});
export type StrategyInfo = z.infer<typeof infoSchema>;

const tagSchema = z.object({
  framework: z.string(),
  principle: z.int(),
  strength: strengthSchema,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

const placedTagSchema = tagSchema.extend({ block: z.string() });
export type PlacedTag = z.infer<typeof placedTagSchema>;

const blockSchema = z.object({
  id: z.string(),
  section: z.string(),
  index: z.int(),
  kind: z.enum(BLOCK_KINDS),
  text: z.string(),
  tags: z.array(tagSchema),
});
export type BlockInfo = z.infer<typeof blockSchema>;

const decisionSchema = z.object({
  framework: z.string(),
  principle: z.int(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

const summarySchema = z.object({
  section: z.string(),
  words: z.int(),
  blocks: z.int(),
  passages: z
    .array(
      z.object({
        block: z.string(),
        number: z.string().nullable(),
        excerpt: z.string(),
        tags: z.array(placedTagSchema).readonly(),
      }),
    )
    .readonly(),
  targets: z.object({
    list: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(TARGET_KINDS).exclude(['section']),
          number: z.string(),
          text: z.string(),
        }),
      )
      .readonly(),
    counts: z.object({ table: z.int(), figure: z.int(), footnote: z.int() }),
  }),
  unplaced: z.array(placedTagSchema).readonly(),
});

/** Something that does not agree with itself, worded by the catalogue under `problem.<type>`. */
const problemSchema = z.object({
  type: z.enum([
    'integrity',
    'document-unreadable',
    'document-missing',
    'document-newer',
    'projection-differs',
    'block-duplicated',
    'block-unnamed',
    'tag-unreadable',
    'author-missing',
    'picture-damaged',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Problem = z.infer<typeof problemSchema>;

const checkReportSchema = z.object({ ok: z.boolean(), problems: z.array(problemSchema) });
export type CheckReport = z.infer<typeof checkReportSchema>;

/** What a written document could not carry as it was. */
const exportWarningSchema = z.object({
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

const textQuerySchema = z.object({ text: z.string(), matchCase: z.boolean(), wholeWords: z.boolean() });

const rangeSchema = z.object({ from: z.int(), to: z.int() });

const searchHitSchema = z.object({
  section: z.string(),
  /** Null for the title of the section. */
  block: z.string().nullable(),
  excerpt: z.string(),
  isCut: z.object({ before: z.boolean(), after: z.boolean() }),
  /** Matches within the excerpt. */
  ranges: z.array(rangeSchema),
  /** The first match within the text of the block, its title or its footnote. */
  first: rangeSchema,
  /** How many matches the text holds. */
  count: z.int(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

const searchResultSchema = z.object({
  hits: z.array(searchHitSchema),
  /** Of all hits, also of those that are too many to be told. */
  matches: z.int(),
  /** Passages that hold all the words, but not as they were asked for. */
  loose: z.array(searchHitSchema),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

/** Why a version was kept: because somebody wanted it, or before something large was done. */
export const VERSION_CAUSES = ['person', 'import', 'replace', 'restore'] as const;
export type VersionCause = (typeof VERSION_CAUSES)[number];

const versionEntrySchema = z.object({
  id: z.string(),
  cause: z.enum(VERSION_CAUSES),
  /** Empty when the application kept it by itself. */
  name: z.string(),
  note: z.string(),
  by: z.string(),
  organisation: z.string(),
  /** ISO 8601 in UTC. */
  at: z.string(),
});
export type VersionEntry = z.infer<typeof versionEntrySchema>;

/** A node of the text in ProseMirror's shape; {@link NodeJson} says more. */
const nodeSchema = z.custom<NodeJson>((value) => typeof value === 'object' && value !== null && 'type' in value);

const strategyTextSchema = z.object({
  title: z.string(),
  locale: z.string(),
  classification: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      key: z.string().nullable(),
      title: z.string(),
      order: z.string(),
      owner: z.string(),
      status: sectionStatusSchema,
      content: nodeSchema,
      tags: z.array(placedTagSchema),
      summary: summarySchema,
    }),
  ),
  decisions: z.array(decisionSchema),
  /** Its own ones. */
  frameworks: z.array(frameworkSchema),
});
/** The whole strategy as plain data, as it is or as a version has it. */
export type StrategyText = z.infer<typeof strategyTextSchema>;

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

/** A picture that the file keeps. */
export const assetSchema = z.object({
  /** SHA-256 of its bytes. */
  hash: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif']),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
});
export type Asset = z.infer<typeof assetSchema>;

const strategyEntrySchema = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  /** ISO 8601 in UTC. */
  openedAt: z.string(),
  /** False when the file is not where it was. */
  exists: z.boolean(),
});
export type StrategyEntry = z.infer<typeof strategyEntrySchema>;

const recoveredSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['whole', 'partly', 'lost']),
});
export type RecoveredSection = z.infer<typeof recoveredSectionSchema>;

/** What could be read of a damaged strategy. */
const recoveryReportSchema = z.object({
  sections: z.array(recoveredSectionSchema),
  /** Whether titles, order, owners and decisions are as they were. */
  isOutlineWhole: z.boolean(),
  documentsLost: z.int(),
  updatesLost: z.int(),
  assetsLost: z.int(),
  /** Whether what was written last may be missing without anything else telling of it. */
  isLogDamaged: z.boolean(),
});
export type RecoveryReport = z.infer<typeof recoveryReportSchema>;

/** Copies that are made without being asked for. */
export const backupSettingsSchema = z.object({
  isOn: z.boolean(),
  /** Null for the usual one. */
  folder: z.string().nullable(),
});

export type BackupSettings = z.infer<typeof backupSettingsSchema>;

const preferencesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const principleRefShape = { framework: z.string(), principle: z.int() };

/** Sub-protocol of the socket that documents are synchronised over; the session's token goes with it. */
export const SYNC_PROTOCOL = 'valletta.v1';

/** What a strategy can be exported to. */
export const EXPORT_FORMATS = ['docx', 'html', 'md', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an export may hold besides the text. */
export const EXPORT_INCLUDES = ['coverage', 'tags', 'plan', 'comments'] as const;
export type ExportInclude = (typeof EXPORT_INCLUDES)[number];
const includeSchema = z.array(z.enum(EXPORT_INCLUDES));

/** Asked of one strategy, which the path of the request names. */
export const strategyMethods = {
  info: { input: z.object({}), output: infoSchema },
  blocks: { input: z.object({ section: z.string().optional() }), output: z.array(blockSchema) },
  tag: {
    input: z.object({
      block: z.string(),
      ...principleRefShape,
      strength: strengthSchema,
      reason: z.string(),
      as: z.string().optional(),
    }),
    output: placedTagSchema,
  },
  untag: {
    input: z.object({ block: z.string(), ...principleRefShape, as: z.string().optional() }),
    output: z.object({ removed: z.literal(true) }),
  },
  setAside: {
    input: z.object({ ...principleRefShape, reason: z.string().trim().min(1), as: z.string().optional() }),
    output: decisionSchema,
  },
  withdrawSetAside: {
    input: z.object({ ...principleRefShape, as: z.string().optional() }),
    output: z.object({ withdrawn: z.literal(true) }),
  },
  setStatus: {
    input: z.object({ section: z.string(), status: sectionStatusSchema }),
    output: z.object({}),
  },
  coverage: { input: z.object({ framework: z.string() }), output: coverageReportSchema },
  /** Summaries of the sections named, or of all live ones. */
  summaries: {
    input: z.object({ sections: z.array(z.string()).optional() }),
    output: z.array(summarySchema).readonly(),
  },
  /** Looks for a text in all of the strategy. */
  search: { input: textQuerySchema, output: searchResultSchema },
  check: { input: z.object({}), output: checkReportSchema },
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
  /** Keeps the state of the strategy under a name. */
  keepVersion: {
    input: z.object({ cause: z.enum(VERSION_CAUSES), name: z.string(), note: z.string(), as: z.string().optional() }),
    output: versionEntrySchema,
  },
  /** Newest first. */
  versions: { input: z.object({}), output: z.array(versionEntrySchema) },
  removeVersion: { input: z.object({ version: z.string() }), output: z.object({}) },
  /** The whole text, as it is or as a version has it. */
  text: { input: z.object({ version: z.string().nullable() }), output: strategyTextSchema },
  /** What is different in `after` from what `before` has; null means the strategy as it is. */
  compare: {
    input: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
    output: comparisonSchema,
  },
  /** Writes a complete copy, to the usual folder unless a file is named. */
  saveCopy: { input: z.object({ file: z.string().optional() }), output: z.object({ file: z.string() }) },
  /** Writes the text to a strategy of its own, without its history and without anybody's name. */
  cleanCopy: { input: z.object({ file: z.string().optional() }), output: z.object({ file: z.string() }) },
  /** Where the file lies, as far as that matters to whoever writes in it. */
  place: {
    input: z.object({}),
    output: z.object({
      file: z.string(),
      /** The kind of network drive that it lies on, or null. */
      network: z.string().nullable(),
    }),
  },
  ...frameworkMethods,
  /** Tries to write again after a failed save. */
  retryStorage: { input: z.object({}), output: z.object({ writable: z.boolean() }) },
} as const;

/** A language of a document, BCP 47. */
const localeSchema = z.string().refine(isLanguageTag, 'not a language tag such as en or pt-BR');

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Asked of the process as a whole. */
export const applicationMethods = {
  session: {
    input: z.object({}),
    output: z.object({
      person: personSchema.nullable(),
      /** Device number carried by this device's Yjs client ids. */
      device: z.int(),
      frameworks: z.array(frameworkSchema),
      templates: z.array(templateSchema),
      /** The strategy to show first, when the process was started on one. */
      opened: z.string().nullable(),
      folder: z.string(),
      /** How this person likes the window; the window itself knows what is in it. */
      preferences: preferencesSchema,
      backups: backupSettingsSchema.extend({
        /** Where copies go when no folder is chosen. */
        usualFolder: z.string(),
      }),
    }),
  },
  /** What the template is called in whose look this person exports to Word; null when there is none. */
  houseStyle: { input: z.object({}), output: z.object({ name: z.string().nullable() }) },
  setHouseStyle: { input: z.object({ name: z.string().max(300), data: z.base64() }), output: z.object({}) },
  removeHouseStyle: { input: z.object({}), output: z.object({}) },
  setBackups: { input: backupSettingsSchema, output: z.object({}) },
  ...spellingMethods,
  /** Those that have changed; the others stay. */
  setPreferences: { input: preferencesSchema, output: z.object({}) },
  setPerson: { input: personSchema, output: personSchema },
  strategies: { input: z.object({}), output: z.array(strategyEntrySchema) },
  /** Takes an entry off the list of recent strategies; its file, if there is one, stays. */
  forget: { input: z.object({ id: z.string() }), output: z.object({}) },
  create: {
    input: z.object({ title: z.string().trim().min(1), template: templateIdSchema, locale: localeSchema.optional() }),
    output: strategyEntrySchema,
  },
  open: { input: z.object({ file: z.string() }), output: strategyEntrySchema },
  /** Writes what can be read of a damaged strategy to a new file, which is not opened yet. */
  recover: {
    input: z.object({ file: z.string() }),
    output: z.object({ file: z.string(), report: recoveryReportSchema }),
  },
  /** A one-time address of this process, for a further window or a command. */
  address: { input: z.object({ strategy: z.string().nullable() }), output: z.object({ url: z.string() }) },
} as const;

export type StrategyMethods = typeof strategyMethods;
export type ApplicationMethods = typeof applicationMethods;
/** Methods by their names, with what each takes and gives. */
export type Methods = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

export type InputOf<M extends Methods, K extends keyof M> = M[K] extends { input: infer I extends z.ZodType }
  ? z.infer<I>
  : never;
export type OutputOf<M extends Methods, K extends keyof M> = M[K] extends { output: infer O extends z.ZodType }
  ? z.infer<O>
  : never;

/** The methods as functions, as a caller sees them. */
export type Client<M extends Methods> = {
  readonly [K in keyof M]: (input: InputOf<M, K>) => Promise<OutputOf<M, K>>;
};

/** Something the process tells every window of a strategy, unasked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('summaries'), sections: z.array(summarySchema).readonly() }),
  /** The answer to a window that asks whether the process is there. */
  z.object({ type: z.literal('alive') }),
  /** `frozen`: the file itself may not be written, so that it can be read only. */
  z.object({ type: z.literal('storage'), state: z.enum(['writable', 'failed', 'frozen']), reason: z.string() }),
  /** There are other dictionaries or own words than before. */
  z.object({ type: z.literal('spelling') }),
  /** There are other official wordings than before. */
  z.object({ type: z.literal('wordings') }),
  /** The file could not be copied to the folder for backups. */
  z.object({ type: z.literal('backup-failed'), reason: z.string() }),
  z.object({
    type: z.literal('export'),
    job: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    /** 0 to 1. */
    progress: z.number(),
    download: z.string().nullable(),
    fileName: z.string().nullable(),
    warnings: z.array(exportWarningSchema),
    /** Why it failed, where that was to be expected. */
    failure: failureSchema.nullable(),
  }),
]);
export type StrategyEvent = z.infer<typeof eventSchema>;
