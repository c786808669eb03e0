import { z } from 'zod';
import { exportWarningSchema } from './exports.ts';
import { failureSchema } from './failure.ts';
import { sharingStateSchema } from './sharing.ts';
import { summarySchema } from './texts.ts';

/** Something the process tells every window of a strategy, unasked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('summaries'), sections: z.array(summarySchema).readonly() }),
  /** The answer to a window that asks whether the process is there. */
  z.object({ type: z.literal('alive') }),
  /** `frozen`: the file itself may not be written, so that it can be read only. */
  z.object({ type: z.literal('storage'), state: z.enum(['writable', 'failed', 'frozen']), reason: z.string() }),
  /** There are other dictionaries or own words than before. */
  z.object({ type: z.literal('spelling') }),
  /** Others have come or gone, or the host has; told at most a few times a second. */
  z.object({ type: z.literal('sharing'), sharing: sharingStateSchema }),
  /** Something was said about a section. */
  z.object({ type: z.literal('comments'), section: z.string() }),
  /** Pictures have come, or the text names others that are not in the file, by their hashes. */
  z.object({ type: z.literal('pictures'), kept: z.array(z.string()), missing: z.array(z.string()) }),
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
