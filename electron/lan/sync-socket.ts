import type { createConnection } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { FailureError } from '../../shared/contract/failure.ts';
import type { DeviceIdentity } from './device-identity.ts';
import type { HostRoute } from './invitation.ts';
import { HOST_NAME, SYNC_PATH } from './lan-protocol.ts';
import { connectHost } from './pinned-tls.ts';

/** What to give for an address to who makes a socket of {@link syncSocket}. */
export const SYNC_URL = `wss://${HOST_NAME}${SYNC_PATH}`;
/** For the host to let the device in, once it is found to be the host; in milliseconds. */
const UPGRADE_TIMEOUT = 10_000;
/** Of a message of the host: a whole document at most. In bytes. */
const LONGEST_MESSAGE = 256 * 1024 * 1024;

type Connected = (error: Error | null, socket?: TLSSocket) => void;

export interface SyncSocketOptions extends HostRoute {
  readonly identity: DeviceIdentity;
  /** Why a socket could not be had: what `connectHost` throws, `membership-unknown` or `host-answer`. */
  readonly failed?: (failure: FailureError) => void;
}

/**
 * A WebSocket to the host as a class, for Hocuspocus's `WebSocketPolyfill`. Each socket looks for the
 * host anew, at its addresses in turn; one that fails closes, and its errors end nothing else.
 */
export function syncSocket({ identity, failed, ...route }: SyncSocketOptions): new (url: string) => WebSocket {
  return class extends WebSocket {
    constructor(url: string) {
      const closed = new AbortController();
      const connect = (_options: unknown, connected: Connected): void => {
        connectHost(route, identity, closed.signal).then(
          (socket) => connected(socket.destroyed ? new FailureError('host-unreachable') : null, socket),
          (error: Error) => {
            if (error instanceof FailureError && !closed.signal.aborted) failed?.(error);
            connected(error);
          },
        );
      };
      super(url, {
        // As Node's own requests call it: later, when there is a socket to be had.
        createConnection: connect as unknown as typeof createConnection,
        handshakeTimeout: UPGRADE_TIMEOUT,
        maxPayload: LONGEST_MESSAGE,
        perMessageDeflate: false,
      });
      this.on('unexpected-response', (_request, { statusCode }) => {
        failed?.(new FailureError(statusCode === 401 ? 'membership-unknown' : 'host-answer'));
        this.terminate();
      });
      // Whoever closes a socket has stopped listening to it, and what is not listened to would end the process.
      this.on('error', () => {});
      this.once('close', () => closed.abort());
    }
  };
}
