import { z } from 'zod';
import { grantSchema, MEMBER_STATES, roleSchema } from '../domain/membership.ts';
import { failureSchema } from './failure.ts';
import { strategyEntrySchema } from './workspace.ts';

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

const arrivedSchema = z.object({
  /** Sections in which others had written, and their names, where they are known. */
  sections: z.array(z.object({ section: z.string(), names: z.array(z.string()).readonly() })).readonly(),
  /** Sections about which something had been said. */
  comments: z.array(z.string()).readonly(),
});
/** What came from the host when it was found again. */
export type Arrived = z.infer<typeof arrivedSchema>;

/** How a strategy stands to other machines. */
export const sharingStateSchema = z.discriminatedUnion('kind', [
  /** This machine answers for it, and nobody else can reach it. */
  z.object({ kind: z.literal('alone') }),
  /** This machine answers for it, and others come to it. */
  z.object({
    kind: z.literal('host'),
    /** `host:port` that it listens at. */
    address: z.string(),
    /** Members who are connected. */
    connected: z.int(),
    /** Members who wait to be let in. */
    pending: z.int(),
  }),
  /** Another machine answers for it. */
  z.object({
    kind: z.literal('replica'),
    isConnected: z.boolean(),
    /** Since when it has not been, ISO 8601 in UTC; null while it is, and before it ever was. */
    disconnectedAt: z.string().nullable(),
    documents: z.int(),
    /** Documents whose state at the host has not arrived yet. */
    behind: z.int(),
    /** Changes made here that the host has not confirmed. */
    waiting: z.int(),
    /** Changes made here that the host did not take. */
    refused: z.int(),
    grant: grantSchema,
    /** What came in when the host was found again, until somebody has seen it. */
    arrived: arrivedSchema.nullable(),
    /** Why there is no connection, where that is known. */
    failure: failureSchema.nullable(),
  }),
]);
export type SharingState = z.infer<typeof sharingStateSchema>;

/** How far joining a strategy has come. */
const joiningSchema = z.discriminatedUnion('state', [
  /** The lead has to let this device in, and to see the same digits. */
  z.object({ state: z.literal('waiting'), code: z.string().nullable() }),
  z.object({ state: z.literal('copying'), documents: z.int(), behind: z.int() }),
  z.object({ state: z.literal('done'), strategy: strategyEntrySchema }),
  z.object({ state: z.literal('failed'), failure: failureSchema }),
]);
export type Joining = z.infer<typeof joiningSchema>;

const memberRefSchema = z.object({ member: z.string() });

/** Sharing a strategy over the local network. */
export const sharingMethods = {
  sharing: { input: z.object({}), output: sharingStateSchema },
  /** Somebody has seen what came in. */
  seenArrived: { input: z.object({}), output: z.object({}) },
  /** IP addresses of this machine that others may reach, the likeliest first. */
  addresses: { input: z.object({}), output: z.object({ addresses: z.array(z.string()) }) },
  /** Begins to listen for other devices; where it already does, says where. */
  share: {
    input: z.object({
      /**
       * `host:port`, the host being an IP address of this machine, or the host alone for the port where the strategy
       * was shared last, or any that is free. Left out, the host is the one on the local network.
       */
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

/** Joining a strategy of another machine. */
export const joiningMethods = {
  /** Begins; how far it has come is asked for by `joining`. */
  join: { input: z.object({ invitation: z.string() }), output: z.object({ joining: z.string() }) },
  joining: { input: z.object({ joining: z.string() }), output: joiningSchema },
  cancelJoining: { input: z.object({ joining: z.string() }), output: z.object({}) },
} as const;
