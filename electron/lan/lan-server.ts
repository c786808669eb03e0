import { constants } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { isIP, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { WebSocketServer, type WebSocket } from 'ws';
import { FailureError } from '../../shared/contract/failure.ts';
import { AttemptLimits } from './attempt-limits.ts';
import { deviceOfFingerprint, fingerprintOfCertificate, type DeviceIdentity } from './device-identity.ts';
import { DeviceSockets } from './device-sockets.ts';
import { answer, readJson, refuse, refuseUpgrade } from './host-answer.ts';
import { MEMBERSHIP_PATH, PAIR_PATH, pairBodySchema, SYNC_PATH, type PairBody } from './lan-protocol.ts';
import { defaultLanLimits, type LanLimits } from './lan-limits.ts';
import { answerPicture, pictureNamed, type PictureDesk } from './picture-requests.ts';
import { WaitingRoom } from './waiting-room.ts';

/** Of a message of a member; longer ones end the connection. */
const LONGEST_MESSAGE = 8 * 1024 * 1024;
const LONGEST_HEADERS = 8192;
/** Of one device at once: one, and the next while the first is just done. */
const MOST_PICTURES = 2;

/** A device that asks to be paired. It has proved that it holds the key of its fingerprint. */
export interface PairRequest extends PairBody {
  readonly fingerprint: string;
  /** See {@link deviceOfFingerprint}. */
  readonly device: number;
  /** From where it asks, for people to read. */
  readonly address: string;
}

export interface LanServerOptions<Member> {
  readonly identity: DeviceIdentity;
  /** The IP address to be reached at; nobody reaches any other. */
  readonly address: string;
  /** 0 for any free port. */
  readonly port: number;
  /**
   * What to tell a device that asks to be paired, as JSON. It may ask again when the answer was lost.
   * @throws FailureError of type `invitation-unknown`; too many of them and the address must wait.
   */
  pair(request: PairRequest): unknown;
  /**
   * What to tell a device that asks how it stands, as JSON.
   * @throws FailureError of type `membership-unknown`.
   */
  membership(fingerprint: string): unknown;
  /** As what the device is let in; null when it is not. */
  admit(fingerprint: string): Member | null;
  /** A device has been let in. It is heard from when this returns. */
  connected(webSocket: WebSocket, request: IncomingMessage, member: Member): void;
  /** Pictures as the device that is let in may have and give them. */
  pictures(member: Member): PictureDesk;
  readonly limits?: Partial<LanLimits>;
}

/**
 * The one way by which other devices reach this one: TLS 1.3 by which both sides prove their keys. Who
 * they are is told by the key and nothing else.
 */
export class LanServer<Member> {
  readonly #options: LanServerOptions<Member>;
  readonly #server: Server;
  readonly #webSockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, clientTracking: false });
  readonly #waiting: WaitingRoom;
  readonly #devices = new DeviceSockets();
  readonly #connections: AttemptLimits;
  readonly #failedPairings: AttemptLimits;
  /** Connections that have been answered, and end. */
  readonly #answered = new WeakSet<Socket>();
  /** How many pictures go to or come from each device just now. */
  readonly #moving = new Map<string, number>();

  private constructor(options: LanServerOptions<Member>) {
    const limits = { ...defaultLanLimits, ...options.limits };
    this.#options = options;
    this.#waiting = new WaitingRoom(limits.waiting);
    this.#connections = new AttemptLimits(limits.connections);
    this.#failedPairings = new AttemptLimits(limits.failedPairings);
    this.#server = createServer({
      key: options.identity.privateKey,
      cert: options.identity.certificate,
      minVersion: 'TLSv1.3',
      requestCert: true,
      // Nobody vouches for devices; their keys are looked up.
      rejectUnauthorized: false,
      // Every connection proves its key anew.
      secureOptions: constants.SSL_OP_NO_TICKET,
      handshakeTimeout: limits.handshake,
      maxHeaderSize: LONGEST_HEADERS,
    });
    // Of pictures; of anything else, one.
    this.#server.maxRequestsPerSocket = 1000;
    this.#server.on('connection', (socket: Socket) => this.#enter(socket));
    this.#server.prependListener('secureConnection', (socket) => this.#recognise(socket));
    this.#server.on('request', (request, response) => {
      this.#respond(request, response).catch((error: unknown) => {
        if (request.destroyed && !request.complete) return;
        console.error('A request of another device failed.', error);
        answer(response, 500);
      });
    });
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** @throws FailureError of type `port-taken` or `address-missing`. */
  static async listen<Member>(options: LanServerOptions<Member>): Promise<LanServer<Member>> {
    const { address, port } = options;
    // What is no address, Node takes for all of them.
    if (isIP(address) === 0) throw new RangeError(`“${address}” is no IP address.`);
    const server = new LanServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
        if (code === 'EADDRNOTAVAIL') reject(new FailureError('address-missing', { address }));
        else if (code === 'EADDRINUSE' || code === 'EACCES') reject(new FailureError('port-taken', { port }));
        else reject(new Error(message));
      });
      server.#server.listen({ host: address, port, ipv6Only: true, exclusive: true }, resolve);
    });
    server.#server.removeAllListeners('error');
    // Such as no room for another connection: those that are there go on.
    server.#server.on('error', (error) => console.error('The listener for other devices failed.', error));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts every connection of the device; one that is just being made comes to `admit`. */
  drop(fingerprint: string): void {
    this.#devices.drop(fingerprint);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#waiting.close();
    this.#devices.close();
    await closed;
  }

  #enter(socket: Socket): void {
    if (this.#connections.count(socket.remoteAddress ?? '')) this.#waiting.enter(socket);
    else socket.destroy();
  }

  #recognise(socket: TLSSocket): void {
    const fingerprint = socket.isSessionReused() ? null : fingerprintOfCertificate(socket.getPeerX509Certificate());
    if (fingerprint === null) socket.destroy();
    else this.#devices.add(fingerprint, socket);
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fingerprint = this.#devices.fingerprintOf(request.socket);
    const picture = pictureNamed(request.url);
    if (fingerprint === null || this.#answered.has(request.socket)) {
      request.socket.destroy();
      return;
    }
    if (picture !== null) return this.#picture(fingerprint, picture, request, response);
    this.#answered.add(request.socket);
    if (request.method === 'POST' && request.url === PAIR_PATH) {
      await this.#pair(fingerprint, request, response);
    } else if (request.method === 'POST' && request.url === MEMBERSHIP_PATH) {
      await this.#tell(response, () => this.#options.membership(fingerprint));
    } else {
      answer(response, 404);
    }
  }

  async #picture(fingerprint: string, hash: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const member = this.#options.admit(fingerprint);
    if (member === null) return answer(response, 401);
    const moving = this.#moving.get(fingerprint) ?? 0;
    if (moving >= MOST_PICTURES) return answer(response, 429);
    this.#waiting.admit(request.socket);
    this.#moving.set(fingerprint, moving + 1);
    const done = (): void => {
      const left = this.#moving.get(fingerprint)! - 1;
      if (left === 0) this.#moving.delete(fingerprint);
      else this.#moving.set(fingerprint, left);
    };
    response.once('close', done);
    await answerPicture(request, response, hash, this.#options.pictures(member));
  }

  async #pair(fingerprint: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.socket.remoteAddress ?? '';
    const body = pairBodySchema.safeParse(await readJson(request));
    if (!body.success) return answer(response, 400);
    const minutes = Math.ceil(this.#failedPairings.wait(address) / 60_000);
    if (minutes > 0) return refuse(response, 429, new FailureError('pairing-limited', { minutes }));
    const device = deviceOfFingerprint(fingerprint);
    const isPaired = await this.#tell(response, () =>
      this.#options.pair({ ...body.data, fingerprint, device, address }),
    );
    if (!isPaired) this.#failedPairings.count(address);
  }

  /** @returns Whether `work` did not refuse. */
  async #tell(response: ServerResponse, work: () => unknown): Promise<boolean> {
    try {
      answer(response, 200, { ok: true, value: await work() });
      return true;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      refuse(response, 403, error);
      return false;
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (request.url !== SYNC_PATH) return refuseUpgrade(socket, '404 Not Found');
    try {
      const fingerprint = this.#devices.fingerprintOf(request.socket);
      const member = fingerprint === null ? null : this.#options.admit(fingerprint);
      if (member === null) return refuseUpgrade(socket, '401 Unauthorized');
      this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.#waiting.admit(request.socket);
        webSocket.on('error', () => webSocket.terminate());
        this.#options.connected(webSocket, request, member);
      });
    } catch (error) {
      console.error('A device could not be let in.', error);
      refuseUpgrade(socket, '500 Internal Server Error');
    }
  }
}
