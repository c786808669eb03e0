import { z } from 'zod';
import { frameworkSchema, templateIdSchema } from '../domain/framework.ts';
import { templateSchema } from '../domain/template.ts';
import { backupSettingsSchema } from './copies.ts';
import { personSchema } from './person.ts';

export const strategyEntrySchema = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  /** ISO 8601 in UTC. */
  openedAt: z.string(),
  /** False when the file is not where it was. */
  exists: z.boolean(),
});
export type StrategyEntry = z.infer<typeof strategyEntrySchema>;

const preferencesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** A language of a document, BCP 47. */
const localeSchema = z.string().refine(isLanguageTag, 'not a language tag such as en or pt-BR');

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Who is at this device, and which strategies there are. */
export const workspaceMethods = {
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
  /** A one-time address of this process, for a further window or a command. */
  address: { input: z.object({ strategy: z.string().nullable() }), output: z.object({ url: z.string() }) },
} as const;
