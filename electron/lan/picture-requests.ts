import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FailureError } from '../../shared/contract/failure.ts';
import { LARGEST_ASSET } from '../storage/assets.ts';
import { isPictureHash } from '../../shared/document/pictures.ts';
import { PICTURE_PATH } from './lan-protocol.ts';

/** Pictures as one member may have and give them. */
export interface PictureDesk {
  /** The bytes of a picture; null when it is not here. */
  read(hash: string): Buffer | null;
  /** Why a picture of so many bytes is not taken, as the status of an answer; null when it is. */
  refusal(hash: string, bytes: number): 403 | 404 | 413 | null;
  /** @throws FailureError when the bytes are no picture, or cannot be kept. */
  keep(bytes: Buffer): void;
}

/** The hash of the picture that an address names; null for any other address. */
export function pictureNamed(url: string | undefined): string | null {
  const hash = url?.startsWith(PICTURE_PATH) ? url.slice(PICTURE_PATH.length) : null;
  return isPictureHash(hash) ? hash : null;
}

/** Gives a picture, or takes one: as its bytes alone, which are what its hash says. */
export async function answerPicture(
  request: IncomingMessage,
  response: ServerResponse,
  hash: string,
  desk: PictureDesk,
): Promise<void> {
  if (request.method === 'GET') {
    const bytes = desk.read(hash);
    return bytes ? give(response, bytes) : end(response, 404);
  }
  if (request.method !== 'PUT') return end(response, 405);
  const length = Number(request.headers['content-length']);
  if (!isLength(length)) return end(response, 413, true);
  const refusal = desk.refusal(hash, length);
  if (refusal !== null) {
    // Heard to its end and forgotten: whoever is cut off while sending does not hear the answer.
    request.resume();
    return end(response, refusal);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return end(response, 422);
  try {
    desk.keep(bytes);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return end(response, error.failure.type === 'picture-unknown' ? 422 : 507);
  }
  end(response, 204);
}

function isLength(length: number): boolean {
  return Number.isInteger(length) && length > 0 && length <= LARGEST_ASSET;
}

function give(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length });
  response.end(bytes);
}

/** @param isLast Whether nothing more is heard on this connection. */
function end(response: ServerResponse, status: number, isLast = false): void {
  response.writeHead(status, { 'Content-Length': 0, ...(isLast ? { Connection: 'close' } : {}) });
  response.end();
}
