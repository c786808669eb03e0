import { z } from 'zod';

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

/** Looking for a text. */
export const searchMethods = {
  /** Looks for a text in all of the strategy. */
  search: { input: textQuerySchema, output: searchResultSchema },
} as const;
