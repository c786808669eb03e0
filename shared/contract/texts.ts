import { z } from 'zod';
import { BLOCK_KINDS } from '../document/blocks.ts';
import type { NodeJson } from '../document/schema.ts';
import { strengthSchema } from '../document/tags.ts';
import { frameworkSchema } from '../domain/framework.ts';
import { TARGET_KINDS } from '../domain/references.ts';
import { sectionStatusSchema } from '../domain/section-status.ts';

const tagSchema = z.object({
  framework: z.string(),
  principle: z.int(),
  strength: strengthSchema,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

export const placedTagSchema = tagSchema.extend({ block: z.string() });
export type PlacedTag = z.infer<typeof placedTagSchema>;

export const blockSchema = z.object({
  id: z.string(),
  section: z.string(),
  index: z.int(),
  kind: z.enum(BLOCK_KINDS),
  text: z.string(),
  tags: z.array(tagSchema),
});
export type BlockInfo = z.infer<typeof blockSchema>;

export const decisionSchema = z.object({
  framework: z.string(),
  principle: z.int(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

export const summarySchema = z.object({
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

/** A node of the text in ProseMirror's shape; {@link NodeJson} says more. */
export const nodeSchema = z.custom<NodeJson>((value) => typeof value === 'object' && value !== null && 'type' in value);

export const strategyTextSchema = z.object({
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
