import { z } from 'zod';
import { isBase64url } from './invitation.ts';
import { SECRET_BYTES } from './secret.ts';

/** POST, a {@link pairBodySchema}: asks to be paired. */
export const PAIR_PATH = '/pair';
/** POST, an empty object: asks how a device that has asked to be paired stands. */
export const MEMBERSHIP_PATH = '/membership';
/** The socket of the documents, for devices that are admitted. */
export const SYNC_PATH = '/sync';
/** GET or PUT, with the hash of a picture behind it: its bytes. For devices that are admitted. */
export const PICTURE_PATH = '/picture/';
/** Goes with the paths, where an address is asked for: who answers is told by the key alone. */
export const HOST_NAME = 'host.invalid';

export const pairBodySchema = z.object({
  secret: z.string().refine((text) => isBase64url(text, SECRET_BYTES)),
  name: z.string().trim().min(1).max(200),
  organisation: z.string().trim().max(200),
});
export type PairBody = z.infer<typeof pairBodySchema>;

/** Why a host refuses. What else a host may say, it does not get to say to the person. */
export const refusalSchema = z.object({
  type: z.enum([
    'invitation-unknown',
    'invitation-used',
    'invitation-expired',
    'device-taken',
    'pairing-limited',
    'membership-unknown',
  ]),
  values: z.record(z.string(), z.number()),
});

/** What a host answers to either POST. */
export const hostReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: refusalSchema }),
]);
