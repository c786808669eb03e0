import { z } from 'zod';
import { strengthSchema } from '../../document/tags.ts';
import { COVERAGE_STATES } from '../coverage.ts';

/** What is different between two versions. Rules and numbers: SPEC.md in the folder above. */

const partSchema = z.object({
  change: z.enum(['same', 'added', 'removed']),
  /** What the words stand in: the text itself or something within it; `cell` divides the cells of a row. */
  place: z.enum(['text', 'footnote', 'reference', 'picture', 'cell']),
  text: z.string(),
});
/** A stretch of text and what has become of it. */
export type TextPart = z.infer<typeof partSchema>;

/** What an item is and where it stands, in the terms of whoever reads. */
export const ITEM_ROLES = [
  'paragraph',
  'heading-2',
  'heading-3',
  'heading-4',
  'bullet-item',
  'numbered-item',
  'quote',
  'table-caption',
  'figure-caption',
  'table-row',
  'picture',
  'rule',
  'page-break',
  'other',
] as const;
export type ItemRole = (typeof ITEM_ROLES)[number];

const remarkSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('role'), before: z.enum(ITEM_ROLES), after: z.enum(ITEM_ROLES) }),
  /** The names of the marks and the like that some of the same words have now and had not, or the other way round. */
  z.object({ what: z.literal('formatting'), aspects: z.array(z.string()) }),
  z.object({
    what: z.enum([
      /** The addresses that links lead to. */
      'link',
      'description',
      'width',
      'alignment',
      'direction',
      /** How deep it stands in lists. */
      'depth',
      /** How many cells a row has. */
      'cells',
      /** From which section it has come. */
      'section',
    ]),
    /** Empty for what is not there, or as usual. */
    before: z.string(),
    after: z.string(),
  }),
  z.object({
    what: z.enum([
      /** How a list begins or is numbered. */
      'list',
      /** Lists or the like that were divided or joined before this. */
      'grouping',
      'header-cells',
      'merged-cells',
      'column-widths',
      'orientation',
      'picture',
      'other',
    ]),
  }),
]);
/** Something that has changed besides the words. */
export type Remark = z.infer<typeof remarkSchema>;

const itemSchema = z.object({
  change: z.enum(['same', 'changed', 'added', 'removed', 'moved']),
  role: z.enum(ITEM_ROLES),
  parts: z.array(partSchema),
  remarks: z.array(remarkSchema),
});
/** A block, picture or row of a table of either version, and what has become of it. */
export type ComparedItem = z.infer<typeof itemSchema>;

/** Items that are the same in both versions and far from any that is not. */
const gapSchema = z.object({ change: z.literal('gap'), count: z.int() });
export type ComparisonGap = z.infer<typeof gapSchema>;

const sectionSchema = z.object({
  section: z.string(),
  title: z.string(),
  change: z.enum(['same', 'changed', 'added', 'removed']),
  /** Its numbers in the outline, where its place among the others has changed. */
  moved: z.object({ from: z.int(), to: z.int() }).nullable(),
  /** Of the title where it has changed, else empty. */
  titleParts: z.array(partSchema),
  facts: z.array(z.object({ fact: z.enum(['owner', 'status', 'key']), before: z.string(), after: z.string() })),
  /** Items that have gone to other sections, where they are shown. */
  departed: z.int(),
  /** Items with the same words and looks that were brought in or marked anew. */
  renewed: z.int(),
  /** Whether something is different that none of the above says. */
  isOtherwiseChanged: z.boolean(),
  /** Those that differ, and one on either side; a gap stands for what was left out. */
  blocks: z.array(z.discriminatedUnion('change', [gapSchema, itemSchema])),
});
export type ComparedSection = z.infer<typeof sectionSchema>;

const byStrength = z.object({ full: z.int(), partial: z.int(), mention: z.int() });

const comparedPrincipleSchema = z.object({
  framework: z.string(),
  principle: z.int(),
  stateBefore: z.enum(COVERAGE_STATES),
  stateAfter: z.enum(COVERAGE_STATES),
  /** Passages that are tagged to it now and were not; by strength. */
  gained: byStrength,
  lost: byStrength,
  /** Passages whose tag has another strength now. */
  strengths: z.array(z.object({ before: strengthSchema, after: strengthSchema, count: z.int() })),
  /** Tags of which the reason, the author or the date has changed, and nothing else. */
  reworded: z.int(),
  /** Tags that came, went or changed without a text that they stand with. */
  unplaced: z.int(),
  decision: z.enum(['made', 'withdrawn', 'reworded']).nullable(),
});
export type ComparedPrinciple = z.infer<typeof comparedPrincipleSchema>;

export const comparisonSchema = z.object({
  /** What has changed about the document as a whole. */
  facts: z.array(
    z.object({
      fact: z.enum(['title', 'classification', 'locale', 'frameworks']),
      before: z.string(),
      after: z.string(),
    }),
  ),
  sections: z.array(sectionSchema),
  /** Principles of which a tag or the decision differs, by framework and number. */
  coverage: z.array(comparedPrincipleSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Whether nothing at all is different. */
export function isSameThroughout({ facts, sections, coverage }: Comparison): boolean {
  return facts.length === 0 && coverage.length === 0 && sections.every(({ change }) => change === 'same');
}
