import { z } from 'zod';
import { grantSchema } from '../../shared/domain/membership.ts';
import { writerSchema } from '../storage/replica-note.ts';

/** What a host tells a device that has come with an invitation, or that asks how it stands. */
export const standingSchema = z.discriminatedUnion('state', [
  /** The lead has not let it in yet, and it learns nothing. */
  z.object({ state: z.literal('pending') }),
  z.object({
    state: z.literal('active'),
    member: z.string(),
    /** Id of the strategy. */
    strategy: z.string(),
    title: z.string(),
    grant: grantSchema,
    writers: z.array(writerSchema).readonly(),
  }),
]);
export type Standing = z.infer<typeof standingSchema>;
export type ActiveStanding = Extract<Standing, { readonly state: 'active' }>;
