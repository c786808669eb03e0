import { z } from 'zod';
import { comparisonSchema } from '../domain/comparison/comparison.ts';
import { strategyTextSchema } from './texts.ts';

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

/** Versions that are kept, and what is different between them. */
export const versionMethods = {
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
} as const;
