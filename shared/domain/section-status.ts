import { z } from 'zod';

/** The owner says drafting or in review; the lead or a reviewer says cleared. */
export const SECTION_STATUSES = ['drafting', 'in-review', 'cleared'] as const;
export const sectionStatusSchema = z.enum(SECTION_STATUSES);
export type SectionStatus = z.infer<typeof sectionStatusSchema>;
