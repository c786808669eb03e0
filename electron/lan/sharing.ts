import type { FailureError } from '../../shared/contract/failure.ts';
import type { Arrived, SharingState } from '../../shared/contract/sharing.ts';
import type { Author } from '../storage/strategy-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DeviceIdentity } from './device-identity.ts';
import { Host } from './host.ts';
import { HostLink } from './host-link.ts';

export interface SharingOptions {
  readonly workspace: Workspace;
  /** Made when something is shared for the first time. */
  readonly identity: () => Promise<DeviceIdentity>;
  /** The person of this device. */
  readonly author: () => Author;
}

/** The windows are told no more often than this, in milliseconds. */
const TELL_AFTER = 250;

/** How one open strategy stands to other machines: as their host, or as a replica of one. */
export class Sharing {
  readonly host: Host;
  readonly #workspace: Workspace;
  readonly #identity: () => Promise<DeviceIdentity>;
  #opening: Promise<HostLink> | null = null;
  #link: HostLink | null = null;
  #disconnectedAt: string | null = null;
  #arrived: Arrived | null = null;
  #telling: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor({ workspace, identity, author }: SharingOptions) {
    this.#workspace = workspace;
    this.#identity = identity;
    this.host = new Host({ workspace, identity, author, onChange: () => this.#tellSoon() });
  }

  get state(): SharingState {
    const { replica } = this.#workspace;
    if (!replica) return this.host.state;
    const link = this.#link?.state;
    return {
      kind: 'replica',
      isConnected: link?.isConnected ?? false,
      disconnectedAt: this.#disconnectedAt,
      documents: link?.documents ?? 0,
      behind: link?.behind ?? 0,
      waiting: link?.waiting ?? 0,
      refused: link?.refused ?? 0,
      grant: replica.grant,
      arrived: this.#arrived,
      failure: link?.refusal ?? null,
    };
  }

  /**
   * Begins to keep a replica in step with its host, for as long as it is open. Where it does so already, nothing
   * changes.
   * @param onFailure Why a connection could not be had; it is tried again.
   */
  connect(onFailure: (failure: FailureError) => void = () => {}): Promise<HostLink> {
    this.#opening ??= this.#open(onFailure);
    return this.#opening;
  }

  async #open(onFailure: (failure: FailureError) => void): Promise<HostLink> {
    let wasConnected = false;
    const link = await HostLink.open({
      workspace: this.#workspace,
      identity: await this.#identity(),
      onChange: ({ isConnected }) => {
        if (wasConnected && !isConnected) this.#disconnectedAt = new Date().toISOString();
        if (isConnected) this.#disconnectedAt = null;
        wasConnected = isConnected;
        this.#tellSoon();
      },
      onArrived: (arrived) => this.#noteArrived(arrived),
      onFailure: (failure) => {
        this.#tellSoon();
        onFailure(failure);
      },
    });
    this.#link = link;
    return link;
  }

  #noteArrived({ sections, comments }: Arrived): void {
    const names = new Map(this.#arrived?.sections.map((entry) => [entry.section, entry.names]));
    for (const entry of sections)
      names.set(entry.section, [...new Set([...(names.get(entry.section) ?? []), ...entry.names])].toSorted());
    this.#arrived = {
      sections: [...names].map(([section, known]) => ({ section, names: known })),
      comments: [...new Set([...(this.#arrived?.comments ?? []), ...comments])],
    };
    this.#tellSoon();
  }

  /** Somebody has seen what came in. */
  forgetArrived(): void {
    this.#arrived = null;
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#isClosed) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#workspace.hub.broadcast({ type: 'sharing', sharing: this.state });
    }, TELL_AFTER);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#telling);
    await this.host.stop();
    // Nothing may come when the file is closed.
    const link = await this.#opening?.catch(() => null);
    await link?.close();
  }
}
