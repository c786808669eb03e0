import { HocuspocusProviderWebsocket, type HocuspocusProvider } from '@hocuspocus/provider';
import { SYNC_PROTOCOL } from '../../shared/contract/sync-protocol.ts';

/** How long the process may say nothing before a new connection is tried, in milliseconds. */
const SILENT_FOR = 90_000;

/**
 * The socket of one strategy. What cannot be sent is not kept for later, as the library would: at every
 * connection each document begins with what the process lacks of it, and an answer to what had been
 * kept would be counted as an answer to that.
 */
export class ProcessSocket extends HocuspocusProviderWebsocket {
  #isMuted = false;

  constructor(strategy: string, token: string) {
    super({
      url: `${location.origin.replace(/^http/, 'ws')}/sync/${strategy}`,
      delay: 500,
      minDelay: 250,
      maxDelay: 3000,
      messageReconnectTimeout: SILENT_FOR,
      WebSocketPolyfill: class extends WebSocket {
        constructor(url: string) {
          super(url, [SYNC_PROTOCOL, token]);
        }
      },
    });
  }

  override send(message: unknown): void {
    if (!this.#isMuted && this.webSocket?.readyState === WebSocket.OPEN) super.send(message);
  }

  /** Drops what a document has waiting to be sent; its next handshake carries it. */
  drop(provider: HocuspocusProvider): void {
    this.#isMuted = true;
    provider.flushPendingUpdates();
    this.#isMuted = false;
  }
}
