import { z } from 'zod';
import { commentCommandSchema, threadSchema } from '../document/comments.ts';
import { failureSchema } from './failure.ts';

/** Whether the machine that answers for the strategy has a message, or why it will not take it. */
const deliverySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('refused'), reason: failureSchema.shape.type }),
]);
export type Delivery = z.infer<typeof deliverySchema>;

const placedThreadSchema = threadSchema.extend({
  /** The section that it was begun in, where commands about it go. */
  section: z.string(),
  /** The section that its paragraph is in now: another one where that has been moved there. */
  at: z.string(),
  /** The block that it stands at now; null when both that and the words are gone. */
  place: z.string().nullable(),
  /** By message; those that the host has are not named. */
  deliveries: z.record(z.string(), deliverySchema),
});
export type PlacedThread = z.infer<typeof placedThreadSchema>;

/** Comments on the text. They are asked for here and never written by a window. */
export const commentMethods = {
  /**
   * Of a section, or of all, the deleted ones last, in the order of the text; those of a section whose place is gone
   * come behind its others.
   */
  threads: { input: z.object({ section: z.string().optional() }), output: z.array(placedThreadSchema) },
  /** On disk when it is answered; where another machine answers for the strategy, it is sent there. */
  comment: {
    input: z.object({ section: z.string(), command: commentCommandSchema, as: z.string().optional() }),
    output: z.object({}),
  },
  /** Gives up a message that the host will not take. */
  discardComment: { input: z.object({ message: z.string() }), output: z.object({}) },
} as const;
