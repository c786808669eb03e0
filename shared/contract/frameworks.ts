import { z } from 'zod';
import { frameworkIdSchema, frameworkSchema } from '../domain/framework.ts';
import { wordingSchema } from '../domain/wording.ts';
import { FailureError } from './failure.ts';

/** How many megabytes a framework or a wording may have; the Valletta Principles explained take a twentieth. */
const LARGEST_FILE = 2;

/** Refuses a framework or a wording by its size alone. @param bytes Of the file. */
export function assertDataFileSize(file: string, bytes: number): void {
  if (bytes > LARGEST_FILE * 1024 * 1024)
    throw new FailureError('data-file-too-large', { file, megabytes: LARGEST_FILE });
}

/** A file as it was chosen. */
const fileShape = { name: z.string(), data: z.base64() };

const wordingOrderSchema = z.object({ framework: frameworkIdSchema, ...fileShape });

/** A framework as a file has it, before anybody has taken it in. */
const readFrameworkSchema = z.object({
  framework: frameworkSchema,
  /** Columns of the file that say nothing to a framework. */
  unused: z.array(z.string()),
});
export type FrameworkFromFile = z.infer<typeof readFrameworkSchema>;

/**
 * Frameworks and official wordings from files. What is wrong with a file is a failure that names the line.
 * A framework becomes a part of the strategy by an edit of the window; wordings stay on this device.
 */
export const frameworkMethods = {
  /** Reads a framework without taking it in. */
  readFramework: { input: z.object(fileShape), output: readFrameworkSchema },
  /** Reads a wording for a framework of this strategy, without keeping it. */
  readWording: { input: wordingOrderSchema, output: wordingSchema },
  /** Keeps a wording on this device, in the place of the one that there is. */
  addWording: { input: wordingOrderSchema, output: wordingSchema },
  removeWording: { input: z.object({ framework: frameworkIdSchema }), output: z.object({}) },
  wordings: { input: z.object({}), output: z.object({ wordings: z.array(wordingSchema).readonly() }) },
} as const;
