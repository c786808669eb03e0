import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { applicationMethods, strategyMethods } from '../../shared/contract/methods.ts';
import { SYNC_PROTOCOL } from '../../shared/contract/sync-protocol.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import type { Application } from '../application/application.ts';
import { createApplicationHandlers } from '../contract/application-handlers.ts';
import { ROOT } from '../resources.ts';
import { LARGEST_ASSET } from '../storage/assets.ts';
import { call, reply } from './call.ts';
import { Sessions } from './sessions.ts';
import { serveStatic } from './static-files.ts';

/** First subprotocol of the sync socket; the second is the session's token. */
const HOST = '127.0.0.1';
/** Of a call, which may bring a whole text along. */
const MAX_BODY = 32 * 1024 * 1024;
/** Of the person's own window, which may paste a whole library into a paragraph. */
const MAX_MESSAGE = 256 * 1024 * 1024;

export interface LoopbackOptions {
  readonly application: Application;
  /** The strategy to show first, if any. */
  readonly opened: string | null;
  /** 0 for any free port. */
  readonly port: number;
}

/**
 * The one way from a renderer to the process, in every face: the window's files, the contract's
 * calls and the documents' socket, on loopback, for whoever holds a session of this process.
 */
export class LoopbackServer {
  readonly sessions = new Sessions();
  readonly #application: Application;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
  readonly #opened: string | null;

  private constructor({ application, opened }: LoopbackOptions) {
    this.#application = application;
    this.#opened = opened;
    this.#server = createServer((request, response) => {
      this.#respond(request, response).catch((error: unknown) => {
        console.error('A request failed.', error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  static async listen(options: LoopbackOptions): Promise<LoopbackServer> {
    const server = new LoopbackServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          error.code === 'EADDRINUSE' || error.code === 'EACCES'
            ? new FailureError('port-taken', { port: options.port })
            : error,
        );
      });
      server.#server.listen(options.port, HOST, resolve);
    });
    return server;
  }

  get origin(): string {
    return `http://${HOST}:${(this.#server.address() as AddressInfo).port}`;
  }

  /** An address that lets one browser in, once. */
  oneTimeAddress(strategy: string | null = this.#opened): string {
    const path = strategy === null ? '/' : `/strategy/${strategy}`;
    return `${this.origin}${path}#key=${this.sessions.issueKey()}`;
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#isOurs(request)) {
      response.writeHead(403).end();
      return;
    }
    const url = new URL(request.url ?? '/', this.origin);
    const parts = url.pathname.split('/').filter(Boolean);
    if (request.method === 'POST') {
      await this.#post(parts, request, response);
    } else if (request.method === 'GET' && parts[0] === 'strategy' && parts[2] === 'asset') {
      this.#asset(parts, request, response);
    } else if (request.method === 'GET' && parts[0] === 'download') {
      this.#download(parts, request, response);
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      serveStatic(join(ROOT, 'dist', 'renderer'), url.pathname, response);
    } else {
      response.writeHead(405).end();
    }
  }

  /** Refuses requests that a page from elsewhere, or a rebound name, has made the browser send. */
  #isOurs({ headers }: IncomingMessage): boolean {
    return `http://${headers.host}` === this.origin && (headers.origin === undefined || headers.origin === this.origin);
  }

  async #post(parts: readonly string[], request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (parts[0] === 'strategy' && parts[2] === 'asset') return this.#keepAsset(parts, request, response);
    const body = await readJson(request);
    if (body === null) return sendJson(response, 400, null);
    if (parts[0] === 'session') {
      const key = typeof body === 'object' && body !== null && 'key' in body ? String(body.key) : '';
      const token = this.sessions.redeem(key);
      return sendJson(response, token === null ? 401 : 200, { token });
    }
    if (!this.sessions.isValid(bearer(request))) return sendJson(response, 401, null);
    if (parts[0] === 'call' && parts.length === 2) {
      const handlers = createApplicationHandlers(this.#application, this, this.#opened);
      return sendJson(response, 200, await call(applicationMethods, handlers, parts[1]!, body));
    }
    if (parts[0] === 'strategy' && parts[2] === 'call' && parts.length === 4) {
      const open = this.#application.find(parts[1]!);
      if (!open) return sendJson(response, 200, { ok: false, failure: { type: 'strategy-unknown', values: {} } });
      return sendJson(response, 200, await call(strategyMethods, open.handlers, parts[3]!, body));
    }
    sendJson(response, 404, null);
  }

  /** A picture for the text, as its bytes. Answers as a call does. */
  async #keepAsset(parts: readonly string[], request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.sessions.isValid(bearer(request))) return sendJson(response, 401, null);
    const open = this.#application.find(parts[1]!);
    if (!open) return sendJson(response, 200, { ok: false, failure: { type: 'strategy-unknown', values: {} } });
    const bytes = await readBody(request, LARGEST_ASSET);
    sendJson(response, 200, await reply(async () => open.workspace.keepAsset(bytes)));
  }

  #asset(parts: readonly string[], request: IncomingMessage, response: ServerResponse): void {
    if (!this.sessions.isValid(bearer(request))) return sendJson(response, 401, null);
    const asset = this.#application.find(parts[1]!)?.workspace.assets.read(parts[3] ?? '');
    if (!asset) return sendJson(response, 404, null);
    response.writeHead(200, {
      'Content-Type': asset.mediaType,
      'Content-Length': asset.bytes.length,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(asset.bytes);
  }

  #download(parts: readonly string[], request: IncomingMessage, response: ServerResponse): void {
    if (!this.sessions.isValid(bearer(request))) return sendJson(response, 401, null);
    const download = this.#application.find(parts[1] ?? '')?.exporter.takeDownload(parts[2] ?? '');
    if (!download) return sendJson(response, 404, null);
    response.writeHead(200, {
      'Content-Type': download.mediaType,
      'Content-Disposition': 'attachment',
      'X-Content-Type-Options': 'nosniff',
      'Content-Length': download.bytes.length,
      'Cache-Control': 'no-store',
    });
    response.end(download.bytes);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const [protocol, token] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const parts = (URL.parse(request.url ?? '/', this.origin)?.pathname ?? '/').split('/').filter(Boolean);
    const open = parts[0] === 'sync' ? this.#application.find(parts[1] ?? '') : undefined;
    if (!this.#isOurs(request) || protocol !== SYNC_PROTOCOL || !this.sessions.isValid(token)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
    } else if (!open) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    } else {
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        open.workspace.hub.connect(webSocket, request, { author: this.#application.author(), rights: null });
      });
    }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function bearer({ headers }: IncomingMessage): string | null {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** @returns The body; of one longer than `most` bytes a beginning that is longer too. */
async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    // Heard to its end all the same, so that there is somebody to answer.
    if (length <= most) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY);
  if (body.length > MAX_BODY) return null;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(JSON.stringify(value));
}
