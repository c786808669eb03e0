import { z } from 'zod';
import { cleanLine, cleanText } from '../../shared/domain/clean-text.ts';
import { LONGEST_TEXT, MOST_PRINCIPLES, principleNumberSchema } from '../../shared/domain/framework-file.ts';

const line = z.string().transform(cleanLine).pipe(z.string().max(300));

/** An official wording as a person writes it in a file. */
export const wordingFileSchema = z.strictObject({
  framework: z.string(),
  language: line.default(''),
  source: line.default(''),
  principles: z
    .array(
      z.strictObject({
        number: principleNumberSchema,
        wording: z.string().transform(cleanText).pipe(z.string().min(1).max(LONGEST_TEXT)),
      }),
    )
    .min(1)
    .max(MOST_PRINCIPLES),
});
