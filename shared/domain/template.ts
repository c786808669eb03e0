import { z } from 'zod';
import { CAPTIONED } from '../document/schema.ts';
import { strengthSchema } from '../document/tags.ts';
import { sectionStatusSchema } from './section-status.ts';
import { templateIdSchema } from './framework.ts';

const sectionTemplateSchema = z.object({
  /** Names the section's role for good; guidance is found by it when the title has changed. */
  key: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  subsections: z.array(z.object({ title: z.string().min(1), hint: z.string().min(1) })),
  guidance: z.object({
    purpose: z.string().min(1),
    advice: z.array(z.string()).min(1),
    pitfalls: z.array(z.string()),
  }),
  /** Principles that such a section naturally serves. */
  principles: z.array(z.int().positive()),
});
export type SectionTemplate = z.infer<typeof sectionTemplateSchema>;

/** A strategy to start from, as a file in `templates`. */
export const templateSchema = z.object({
  id: templateIdSchema,
  title: z.string().min(1),
  description: z.string().min(1),
  framework: z.string(),
  sections: z.array(sectionTemplateSchema).min(1),
});
export type Template = z.infer<typeof templateSchema>;

const sampleTagSchema = z.object({
  principle: z.int().positive(),
  strength: strengthSchema,
  reason: z.string(),
});

/** In a text, `{note:…}` is a footnote, and `{ref:key}` a reference to the heading or caption of that key. */
const sampleItemSchema = z.object({ text: z.string(), tags: z.array(sampleTagSchema).optional() });

/** By which references lead here. */
const keySchema = z.string().regex(/^[a-z0-9-]+$/);

const sampleBlockSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.int().min(2).max(4),
    text: z.string(),
    key: keySchema.optional(),
  }),
  sampleItemSchema.extend({ kind: z.literal('paragraph') }),
  z.object({ kind: z.enum(['bullets', 'numbers']), items: z.array(sampleItemSchema).min(1) }),
  z.object({ kind: z.literal('caption'), of: z.enum(CAPTIONED), text: z.string(), key: keySchema }),
  z.object({
    kind: z.literal('table'),
    header: z.array(z.string()).min(1),
    rows: z.array(z.array(z.string())),
    orientation: z.literal('landscape').optional(),
    /** Indexes of the columns that hold figures, which are set to the right. */
    figures: z.array(z.int().nonnegative()).optional(),
  }),
  /** `asset` is the name of a file in `templates/sample-figures`. */
  z.object({ kind: z.literal('figure'), asset: z.string(), alt: z.string().min(1) }),
  z.object({ kind: z.literal('pageBreak') }),
]);
export type SampleBlock = z.infer<typeof sampleBlockSchema>;

/** A strategy already begun, to look around in on first run. */
export const sampleSchema = z.object({
  title: z.string().min(1),
  template: templateIdSchema,
  locale: z.string(),
  sections: z.array(
    z.object({
      key: z.string(),
      owner: z.string(),
      status: sectionStatusSchema,
      blocks: z.array(sampleBlockSchema),
    }),
  ),
  setAside: z.array(z.object({ principle: z.int().positive(), reason: z.string().min(1) })),
});
export type Sample = z.infer<typeof sampleSchema>;

/** Files of the templates in `templates`, in the order in which they are offered. */
export const TEMPLATE_FILES = ['national.json', 'regional.json', 'action-plan.json'] as const;
