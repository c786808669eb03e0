import { z } from 'zod';

/** A place in a section's text that goes along with it: Yjs's relative position, encoded, in base64. */
const textPlaceSchema = z.string().max(256);

/** Where somebody is; sent by the window that they sit at. */
export const whereaboutsSchema = z.object({
  /** Id of the section that is shown; null where something else is. */
  section: z.string().max(64).nullable(),
  /** Id of the block that the caret is in. */
  block: z.string().max(64).nullable(),
  /** The selection in the text of that section; null while the text has no focus. */
  caret: z.object({ anchor: textPlaceSchema, head: textPlaceSchema }).nullable(),
});
export type Whereabouts = z.infer<typeof whereaboutsSchema>;

/** What is told of a window: where by itself, whose it is by a process that knows. */
export const presenceSchema = whereaboutsSchema.extend({
  person: z.object({ name: z.string(), organisation: z.string() }),
});
export type Presence = z.infer<typeof presenceSchema>;
