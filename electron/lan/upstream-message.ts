import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { messageYjsSyncStep1 } from 'y-protocols/sync';

/** What a message of the sync protocol carries, as far as it concerns whoever keeps a replica. */
export type UpstreamMessage =
  /** Changes to the document. */
  | { readonly kind: 'update'; readonly data: Uint8Array }
  /** The answer to a change of ours: whether it was taken. */
  | { readonly kind: 'answer'; readonly isTaken: boolean }
  /** What the host has, which is answered with all that it lacks. */
  | { readonly kind: 'question' }
  /** Who is where. */
  | { readonly kind: 'presence'; readonly data: Uint8Array }
  | { readonly kind: 'other' };

const [SYNC, PRESENCE, SYNC_REPLY, SYNC_STATUS] = [0, 1, 4, 8];

/**
 * Looks into a message of Hocuspocus's protocol: the document's name, its kind, then what it carries.
 * @throws Error when it is cut off.
 */
export function readUpstreamMessage(message: Uint8Array): UpstreamMessage {
  const decoder = createDecoder(message);
  readVarString(decoder);
  const kind = readVarUint(decoder);
  if (kind === SYNC_STATUS) return { kind: 'answer', isTaken: readVarInt(decoder) === 1 };
  if (kind === PRESENCE) return { kind: 'presence', data: readVarUint8Array(decoder) };
  if (kind !== SYNC && kind !== SYNC_REPLY) return { kind: 'other' };
  if (readVarUint(decoder) === messageYjsSyncStep1) return { kind: 'question' };
  return { kind: 'update', data: readVarUint8Array(decoder) };
}

/** A message that says who is where. */
export function presenceMessage(document: string, update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  writeVarUint(encoder, PRESENCE);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}
