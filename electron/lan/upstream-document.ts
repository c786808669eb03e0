import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { FollowedDocument } from '../hub/hub.ts';
import type { Author } from '../storage/strategy-file.ts';
import { readUpstreamMessage } from './upstream-message.ts';

export interface UpstreamOptions {
  readonly name: string;
  readonly followed: FollowedDocument;
  readonly socket: HocuspocusProviderWebsocket;
  readonly authorOf: (client: number) => Author;
  /** The host has not taken a change that was made here. */
  readonly onRefused: () => void;
  /** What came cannot be kept here, or cannot be understood. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * A document of this machine and its like at the host. What comes from there is on this disk before it is
 * applied and shown, as everything else is; what is written here, with or without the host, is sent there.
 */
export class UpstreamDocument extends HocuspocusProvider {
  readonly #options: UpstreamOptions;
  /** Messages are handled one after the other, each when what came before it is on disk. */
  #handled: Promise<void> = Promise.resolve();
  /** Whether the host has been told, over this connection, all that it lacks. */
  #hasAnswered = false;

  constructor(options: UpstreamOptions) {
    const { name, followed, socket } = options;
    super({ websocketProvider: socket, name, document: followed.doc, awareness: null });
    this.#options = options;
  }

  override async onOpen(event: Event): Promise<void> {
    this.#hasAnswered = false;
    await super.onOpen(event);
  }

  /** What is written before the host has been told what it lacks goes with that: alone it would build on nothing. */
  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.#hasAnswered) super.documentUpdateHandler(update, origin);
  }

  override onMessage(event: MessageEvent): void {
    this.#handled = this.#handled.then(() => this.#handle(event)).catch(this.#options.onFailure);
  }

  async #handle(event: MessageEvent): Promise<void> {
    const { followed, authorOf, onRefused } = this.#options;
    const message = readUpstreamMessage(new Uint8Array(event.data as ArrayBuffer));
    if (message.kind === 'answer' && !message.isTaken) onRefused();
    if (message.kind !== 'update') {
      super.onMessage(event);
      if (message.kind === 'question') this.#hasAnswered = true;
      return;
    }
    const applied = await followed.commit(message.data, authorOf);
    try {
      super.onMessage(event);
    } finally {
      applied();
    }
  }

  /** Resolves when everything that has come so far is on disk and applied. */
  settled(): Promise<void> {
    return this.#handled;
  }

  override destroy(): void {
    super.destroy();
    this.#options.followed.release();
  }
}
