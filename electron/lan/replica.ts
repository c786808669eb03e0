import type { Doc } from 'yjs';
import { deviceOfClientId } from '../../shared/document/client-id.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import type { Author } from '../storage/strategy-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { HostSocket, type HostWebSocket } from './host-socket.ts';
import { UpstreamDocument } from './upstream-document.ts';

/** How a replica stands to its host. */
export interface ReplicaState {
  readonly isConnected: boolean;
  /** Documents that the host has been asked about. */
  readonly documents: number;
  /** Of those, documents whose state there has not arrived yet. */
  readonly behind: number;
  /** Changes made here that the host has not confirmed. */
  readonly waiting: number;
  /** Changes made here that the host did not take. */
  readonly refused: number;
}

export interface ReplicaOptions {
  readonly workspace: Workspace;
  readonly connect: HostWebSocket;
  /** Who works at another device; null when nobody has said. */
  readonly memberOf: (device: number) => Author | null;
  readonly onChange?: (state: ReplicaState) => void;
  /** What came from the host cannot be kept here. */
  readonly onFailure?: (error: unknown) => void;
}

/** Keeps a strategy in step with the host that answers for it, document by document, over one connection. */
export class Replica {
  readonly #options: ReplicaOptions;
  readonly #socket: HostSocket;
  readonly #documents = new Map<string, UpstreamDocument>();
  readonly #opening = new Map<string, Promise<void>>();
  #isConnected = false;
  #refused = 0;
  #isClosed = false;

  private constructor(options: ReplicaOptions) {
    this.#options = options;
    this.#socket = new HostSocket(options.connect);
    this.#socket.on('status', ({ status }: { status: string }) => {
      this.#isConnected = status === 'connected';
      this.#changed();
    });
  }

  static async start(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(options);
    const { workspace } = options;
    await replica.#follow(OUTLINE);
    const outline = replica.#documents.get(OUTLINE)!.document;
    outline.on('update', () => replica.#followSections(outline));
    replica.#followSections(outline);
    // What this file had before, also where the outline does not name it yet.
    await Promise.all(workspace.file.documents().map((name) => replica.#follow(name)));
    return replica;
  }

  get state(): ReplicaState {
    const documents = [...this.#documents.values()];
    return {
      isConnected: this.#isConnected,
      documents: documents.length,
      behind: documents.filter(({ isSynced }) => !isSynced).length + this.#opening.size,
      waiting: documents.reduce((sum, { unsyncedChanges }) => sum + unsyncedChanges, 0),
      refused: this.#refused,
    };
  }

  #followSections(outline: Doc): void {
    const { sections, deleted } = readOutline(outline);
    for (const { id } of [...sections, ...deleted]) void this.#follow(sectionDocument(id));
  }

  #follow(name: string): Promise<void> {
    if (this.#isClosed || this.#documents.has(name)) return Promise.resolve();
    const opening = this.#opening.get(name) ?? this.#open(name).finally(() => this.#opening.delete(name));
    this.#opening.set(name, opening);
    return opening;
  }

  async #open(name: string): Promise<void> {
    const { workspace, memberOf, onFailure } = this.#options;
    const followed = await workspace.hub.follow(name);
    if (this.#isClosed) return followed.release();
    const upstream = new UpstreamDocument({
      name,
      followed,
      socket: this.#socket,
      authorOf: (client) => {
        const device = deviceOfClientId(client);
        return memberOf(device) ?? { device, name: '', organisation: '' };
      },
      onRefused: () => {
        this.#refused++;
        this.#changed();
      },
      onFailure: (error) => {
        // Asked for again at the next connection; nothing is lost by that.
        onFailure?.(error);
        this.#socket.disconnect();
      },
    });
    upstream.on('unsyncedChanges', () => this.#changed());
    upstream.on('synced', () => this.#changed());
    this.#documents.set(name, upstream);
    upstream.attach();
  }

  /** Resolves when everything the host has is here, and everything here is there or was refused. */
  async whenInStep(): Promise<void> {
    // What arrives of the outline may name further documents.
    while (!this.#isInStep()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  #waiters: (() => void)[] = [];

  #isInStep(): boolean {
    const { isConnected, behind, waiting, refused } = this.state;
    return isConnected && behind === 0 && waiting <= refused;
  }

  #changed(): void {
    if (this.#isClosed) return;
    this.#options.onChange?.(this.state);
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#opening.values());
    await Promise.all([...this.#documents.values()].map((document) => document.settled()));
    for (const document of this.#documents.values()) document.destroy();
    this.#socket.destroy();
  }
}
