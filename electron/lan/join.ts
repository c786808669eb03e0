import { setTimeout as delay } from 'node:timers/promises';
import { FailureError } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/contract/person.ts';
import { formatAddress } from './address.ts';
import { comparisonCode } from './comparison-code.ts';
import type { DeviceIdentity } from './device-identity.ts';
import { standingSchema, type ActiveStanding } from './host-replies.ts';
import type { Invitation } from './invitation.ts';
import { membership, pair } from './lan-client.ts';
import type { ReplicaNote } from '../storage/replica-note.ts';

/** How often a device that waits to be let in asks, in milliseconds. */
const ASK_EVERY = 1000;

export interface JoinOptions {
  readonly invitation: Invitation;
  readonly identity: DeviceIdentity;
  readonly person: Person;
  /** The six digits that the lead sees too, while this device waits to be let in. */
  readonly onCode: (code: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Comes to a host with an invitation, and waits until the lead lets this device in.
 * @throws FailureError when the host cannot be reached, or refuses.
 */
export async function join({ invitation, identity, person, onCode, signal }: JoinOptions): Promise<ActiveStanding> {
  let standing = await pair(invitation, identity, person, standingSchema, signal);
  if (standing.state === 'pending') {
    onCode(comparisonCode({ secret: invitation.secret, host: invitation.fingerprint, device: identity.fingerprint }));
  }
  while (standing.state === 'pending') {
    await delay(ASK_EVERY, undefined, { signal }).catch(() => {
      throw new FailureError('cancelled');
    });
    standing = await membership(invitation, identity, standingSchema, signal);
  }
  return standing;
}

/** What a replica's file has to know of its host. */
export function replicaNoteOf(
  { addresses, fingerprint }: Invitation,
  { member, grant, writers }: ActiveStanding,
): ReplicaNote {
  return { host: fingerprint, addresses: addresses.map(formatAddress), member, grant, writers };
}
