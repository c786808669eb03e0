import { z } from 'zod';

/** What somebody may do in a strategy that is shared, the most first. */
export const ROLES = ['lead', 'contributor', 'commenter', 'reader'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = (typeof ROLES)[number];

/** What the host grants to a member. */
export const grantSchema = z.object({
  role: roleSchema,
  /** Ids of the sections that a contributor may write in; of no meaning for others. */
  sections: z.array(z.string()).readonly(),
});
export type Grant = z.infer<typeof grantSchema>;

/**
 * How far somebody has come: invited and not there yet, there and waiting for the lead, in, or out again. An
 * invitation that nobody took up in time has expired.
 */
export const MEMBER_STATES = ['invited', 'expired', 'pending', 'active', 'revoked'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];
