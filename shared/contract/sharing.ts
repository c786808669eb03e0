import { z } from 'zod';
import { MEMBER_STATES, roleSchema } from '../domain/membership.ts';

const memberSchema = z.object({
  member: z.string(),
  name: z.string(),
  role: roleSchema,
  /** Ids of the sections that a contributor may write in. */
  sections: z.array(z.string()).readonly(),
  state: z.enum(MEMBER_STATES),
  /** Six digits, to be compared with those on the member's screen; null until the member has come. */
  code: z.string().nullable(),
  /** ISO 8601 in UTC; null until the member has come. */
  lastSeen: z.string().nullable(),
});
/** Somebody who takes part, as the lead sees it. */
export type MemberEntry = z.infer<typeof memberSchema>;

const memberRefSchema = z.object({ member: z.string() });

/** Sharing a strategy over the local network. */
export const sharingMethods = {
  /** Begins to listen for other devices; where it already does, says where. */
  share: {
    input: z.object({
      /** `host:port`, the host being an IP address of this machine; left out, the one on the local network. */
      listen: z.string().optional(),
    }),
    output: z.object({
      address: z.string(),
      /** SHA-256 of this device's public key, base64url. */
      fingerprint: z.string(),
    }),
  },
  stopSharing: { input: z.object({}), output: z.object({}) },
  invite: {
    input: z.object({
      name: z.string().trim().min(1).max(200),
      role: roleSchema,
      sections: z.array(z.string()).default([]),
      /** Without comparing digits. */
      isPreApproved: z.boolean().default(false),
      /** For how many hours the invitation is good. */
      hours: z.number().positive().max(24).default(24),
    }),
    output: z.object({ invitation: z.string(), member: z.string(), expires: z.string() }),
  },
  members: { input: z.object({}), output: z.array(memberSchema) },
  approve: { input: memberRefSchema, output: memberSchema },
  /** Cuts a member off for good. */
  revoke: { input: memberRefSchema, output: memberSchema },
  /** Gives a member another role or other sections. */
  grant: {
    input: memberRefSchema.extend({ role: roleSchema, sections: z.array(z.string()).default([]) }),
    output: memberSchema,
  },
} as const;
