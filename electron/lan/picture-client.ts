import { Agent, request } from 'node:https';
import type { Duplex } from 'node:stream';
import { FailureError } from '../../shared/contract/failure.ts';
import { LARGEST_ASSET } from '../storage/assets.ts';
import type { DeviceIdentity } from './device-identity.ts';
import type { HostRoute } from './invitation.ts';
import { HOST_NAME, PICTURE_PATH } from './lan-protocol.ts';
import { connectHost } from './pinned-tls.ts';

/** How long nothing may come or go, in milliseconds. */
const SILENCE = 30_000;

/** What a host says to a picture. */
export type PictureAnswer = 'kept' | 'unwanted' | 'refused';

/** One connection to a host, which has shown its key, for as long as there is something to ask. */
class PinnedAgent extends Agent {
  readonly #route: HostRoute;
  readonly #identity: DeviceIdentity;

  readonly #signal: AbortSignal;

  constructor(route: HostRoute, identity: DeviceIdentity, signal: AbortSignal) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#route = route;
    this.#identity = identity;
    this.#signal = signal;
  }

  override createConnection(_options: unknown, connected?: (error: Error | null, socket: Duplex) => void): undefined {
    connectHost(this.#route, this.#identity, this.#signal).then(
      (socket) => {
        if (this.#signal.aborted) socket.destroy();
        connected?.(null, socket);
      },
      (error: Error) => connected?.(error, undefined as unknown as Duplex),
    );
  }
}

/** Asks a host for pictures, and gives it others. */
export class PictureClient {
  readonly #agent: PinnedAgent;
  readonly #closed = new AbortController();

  constructor(route: HostRoute, identity: DeviceIdentity) {
    this.#agent = new PinnedAgent(route, identity, this.#closed.signal);
  }

  /**
   * @returns The bytes that the host sends for a picture, whatever they are; null when it has none.
   * @throws FailureError of type `host-unreachable`, `host-answer`, or what `connectHost` throws.
   */
  async get(hash: string): Promise<Buffer | null> {
    const { status, body } = await this.#ask('GET', hash);
    if (status === 404) return null;
    if (status !== 200) throw new FailureError('host-answer');
    return body;
  }

  /** @throws FailureError as {@link get} does. */
  async put(hash: string, bytes: Buffer): Promise<PictureAnswer> {
    const { status } = await this.#ask('PUT', hash, bytes);
    if (status === 204) return 'kept';
    if (status === 404) return 'unwanted';
    if (status === 403 || status === 413 || status === 422) return 'refused';
    throw new FailureError('host-answer');
  }

  #ask(method: 'GET' | 'PUT', hash: string, sent?: Buffer): Promise<{ status: number; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void =>
        reject(error instanceof FailureError ? error : new FailureError('host-unreachable', { address: '' }));
      const asked = request({
        agent: this.#agent,
        host: HOST_NAME,
        method,
        path: `${PICTURE_PATH}${hash}`,
        headers: sent ? { 'Content-Length': sent.length } : {},
        signal: this.#closed.signal,
        timeout: SILENCE,
      });
      asked.on('timeout', () => asked.destroy(new Error('silent')));
      asked.on('error', fail);
      asked.on('response', (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > LARGEST_ASSET) asked.destroy(new FailureError('host-answer'));
          else chunks.push(chunk);
        });
        response.on('error', fail);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      });
      asked.end(sent);
    });
  }

  close(): void {
    this.#closed.abort();
    this.#agent.destroy();
  }
}
