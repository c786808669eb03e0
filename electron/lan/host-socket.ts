import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { SYNC_URL } from './sync-socket.ts';

/** How long the host may say nothing before a new connection is tried, in milliseconds. */
const SILENT_FOR = 90_000;
const OPEN = 1;

/** Makes a socket to the host, which has shown that it is the one. */
export type HostWebSocket = new (url: string) => WebSocket;

/**
 * The connection of a replica to its host, tried again for as long as it takes. What cannot be sent is not kept
 * for later: at every connection each document begins with what the host lacks of it.
 */
export class HostSocket extends HocuspocusProviderWebsocket {
  constructor(WebSocketPolyfill: HostWebSocket) {
    super({
      url: SYNC_URL,
      WebSocketPolyfill,
      delay: 500,
      minDelay: 500,
      maxDelay: 15_000,
      messageReconnectTimeout: SILENT_FOR,
    });
  }

  /** Ends this connection, and begins another one in a moment. */
  connectAnew(): void {
    this.webSocket?.close();
  }

  override send(message: unknown): void {
    if (this.webSocket?.readyState === OPEN) super.send(message);
  }
}
