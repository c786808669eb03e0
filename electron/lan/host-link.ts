import { isDeepStrictEqual } from 'node:util';
import type { Arrived } from '../../shared/contract/sharing.ts';
import type { Failure, FailureError } from '../../shared/contract/failure.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { parseAddress } from './address.ts';
import type { DeviceIdentity } from './device-identity.ts';
import type { HostWebSocket } from './host-socket.ts';
import { standingSchema } from './host-replies.ts';
import type { HostRoute } from './invitation.ts';
import { membership } from './lan-client.ts';
import { PictureClient } from './picture-client.ts';
import { Replica, type ReplicaState } from './replica.ts';
import { syncSocket } from './sync-socket.ts';

export interface HostLinkOptions {
  /** A replica. */
  readonly workspace: Workspace;
  readonly identity: DeviceIdentity;
  readonly onChange?: (state: ReplicaState) => void;
  /** As a replica tells it. */
  readonly onArrived?: (arrived: Arrived) => void;
  /** Why a connection could not be had; it is tried again. */
  readonly onFailure?: (failure: FailureError) => void;
}

/** Keeps a replica in step with its host, and follows what the host grants and who else writes. */
export class HostLink {
  readonly #workspace: Workspace;
  readonly #identity: DeviceIdentity;
  readonly #route: HostRoute;
  #refusal: Failure | null = null;
  #replica: Replica | null = null;

  private constructor({ workspace, identity }: HostLinkOptions) {
    const note = workspace.replica;
    if (!note) throw new Error('Only a replica has a host.');
    this.#workspace = workspace;
    this.#identity = identity;
    this.#route = {
      fingerprint: note.host,
      addresses: note.addresses.flatMap((address) => parseAddress(address) ?? []),
    };
  }

  static async open(options: HostLinkOptions): Promise<HostLink> {
    const link = new HostLink(options);
    const { workspace, identity, onChange, onArrived, onFailure } = options;
    let isConnected = false;
    link.#replica = await Replica.start({
      workspace,
      connect: syncSocket({
        ...link.#route,
        identity,
        failed: (failure) => {
          link.#refusal = failure.failure;
          onFailure?.(failure);
        },
      }) as unknown as HostWebSocket,
      ...(onArrived && { onArrived }),
      pictures: new PictureClient(link.#route, identity),
      onChange: (state) => {
        if (state.isConnected) link.#refusal = null;
        if (state.isConnected && !isConnected) void link.#learn();
        isConnected = state.isConnected;
        onChange?.(state);
      },
    });
    return link;
  }

  /** With why there is no connection, where the host or the network have said so. */
  get state(): ReplicaState & { readonly refusal: Failure | null } {
    return { ...this.#replica!.state, refusal: this.#refusal };
  }

  /** Asks the host how this device stands; what cannot be learnt now is learnt with the next connection. */
  async #learn(): Promise<void> {
    const standing = await membership(this.#route, this.#identity, standingSchema).catch(() => null);
    if (standing?.state !== 'active') return;
    const note = this.#workspace.replica!;
    const { grant, writers } = standing;
    if (isDeepStrictEqual([note.grant, note.writers], [grant, writers])) return;
    try {
      this.#workspace.noteReplica({ ...note, grant, writers });
    } catch {
      // A full disk, as a rule: the host enforces it all the same.
    }
  }

  whenInStep(): Promise<void> {
    return this.#replica!.whenInStep();
  }

  async close(): Promise<void> {
    await this.#replica?.close();
  }
}
