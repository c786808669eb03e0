import { z } from 'zod';
import { frameworkIdSchema, LARGEST_NUMBER } from './framework.ts';

/** The official wording of a framework's principles: reference text that a person has added on this device. */
export const wordingSchema = z.object({
  framework: frameworkIdSchema,
  /** BCP 47; empty where the file does not say. */
  language: z.string(),
  /** Where the wording is from: as the file says, or the name of the file. */
  source: z.string(),
  principles: z.array(z.object({ number: z.int().positive().max(LARGEST_NUMBER), wording: z.string().min(1) })).min(1),
});
export type Wording = z.infer<typeof wordingSchema>;

/** The official wording of one principle, or undefined when there is none. */
export function findWording(wording: Wording | undefined, number: number): string | undefined {
  return wording?.principles.find((principle) => principle.number === number)?.wording;
}
