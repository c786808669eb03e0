import { z } from 'zod';

/** A picture that the file keeps. */
export const assetSchema = z.object({
  /** SHA-256 of its bytes. */
  hash: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif']),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
});
export type Asset = z.infer<typeof assetSchema>;
