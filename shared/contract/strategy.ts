import { z } from 'zod';
import { strengthSchema } from '../document/tags.ts';
import { coverageReportSchema } from '../domain/coverage-report.ts';
import { templateIdSchema } from '../domain/framework.ts';
import { sectionStatusSchema } from '../domain/section-status.ts';
import { blockSchema, decisionSchema, placedTagSchema, summarySchema } from './texts.ts';

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

const principleRefShape = { framework: z.string(), principle: z.int() };

/** What is in a strategy, what its paragraphs are tagged to, and whether its file agrees with itself. */
export const contentMethods = {
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
  check: { input: z.object({}), output: checkReportSchema },
  /** Where the file lies, as far as that matters to whoever writes in it. */
  place: {
    input: z.object({}),
    output: z.object({
      file: z.string(),
      /** The kind of network drive that it lies on, or null. */
      network: z.string().nullable(),
    }),
  },
  /** Tries to write again after a failed save. */
  retryStorage: { input: z.object({}), output: z.object({ writable: z.boolean() }) },
} as const;
