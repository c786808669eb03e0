import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FailureError } from '../../shared/contract/failure.ts';

/** Of a body that is asked, in bytes. */
const LONGEST_BODY = 4096;

/** @returns Undefined for what is longer than is heard, or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Answers, and hears nothing more on this connection. */
export function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

export function refuse(response: ServerResponse, status: number, { failure }: FailureError): void {
  answer(response, status, { ok: false, failure });
}

/** Answers whoever wanted a WebSocket and does not get one. */
export function refuseUpgrade(
  socket: Duplex,
  status: '401 Unauthorized' | '404 Not Found' | '500 Internal Server Error',
): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
