import { z } from 'zod';

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

/** Copies that a person asks for. */
export const copyMethods = {
  /** Writes a complete copy, to the usual folder unless a file is named. */
  saveCopy: { input: z.object({ file: z.string().optional() }), output: z.object({ file: z.string() }) },
  /** Writes the text to a strategy of its own, without its history and without anybody's name. */
  cleanCopy: { input: z.object({ file: z.string().optional() }), output: z.object({ file: z.string() }) },
} as const;

/** Copies that are made by themselves, and what is made of a damaged file. */
export const safekeepingMethods = {
  setBackups: { input: backupSettingsSchema, output: z.object({}) },
  /** Writes what can be read of a damaged strategy to a new file, which is not opened yet. */
  recover: {
    input: z.object({ file: z.string() }),
    output: z.object({ file: z.string(), report: recoveryReportSchema }),
  },
} as const;
