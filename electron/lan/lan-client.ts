import { request } from 'node:https';
import type { z } from 'zod';
import { FailureError } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/contract/person.ts';
import type { DeviceIdentity } from './device-identity.ts';
import type { HostRoute, Invitation } from './invitation.ts';
import { HOST_NAME, hostReplySchema, MEMBERSHIP_PATH, PAIR_PATH } from './lan-protocol.ts';
import { connectHost } from './pinned-tls.ts';

/** For the host to answer, once it is found to be the host; in milliseconds. */
const ANSWER_TIMEOUT = 10_000;
/** In bytes. */
const LONGEST_ANSWER = 64 * 1024;

/**
 * Asks the host of an invitation to be paired. Asking again after a failure does no harm.
 * @param answer What a host says to it.
 * @throws FailureError: those of `connectHost`, `invitation-unknown`, `pairing-limited`, or `host-answer`
 * for what is no answer.
 */
export function pair<T>(
  invitation: Invitation,
  identity: DeviceIdentity,
  { name, organisation }: Person,
  answer: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  return ask(invitation, identity, PAIR_PATH, { secret: invitation.secret, name, organisation }, answer, signal);
}

/**
 * Asks the host how this device stands with it.
 * @param answer What a host says to it.
 * @throws FailureError: those of `connectHost`, `membership-unknown`, or `host-answer`.
 */
export function membership<T>(
  route: HostRoute,
  identity: DeviceIdentity,
  answer: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  return ask(route, identity, MEMBERSHIP_PATH, {}, answer, signal);
}

async function ask<T>(
  route: HostRoute,
  identity: DeviceIdentity,
  path: string,
  body: unknown,
  answer: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const text = await post(route, identity, path, JSON.stringify(body), signal);
  const reply = hostReplySchema.safeParse(jsonOf(text));
  if (!reply.success) throw new FailureError('host-answer');
  if (!reply.data.ok) throw new FailureError(reply.data.failure.type, reply.data.failure.values);
  const value = answer.safeParse(reply.data.value);
  if (!value.success) throw new FailureError('host-answer');
  return value.data;
}

async function post(
  route: HostRoute,
  identity: DeviceIdentity,
  path: string,
  body: string,
  signal?: AbortSignal,
): Promise<string> {
  const socket = await connectHost(route, identity, signal);
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT);
  try {
    return await new Promise<string>((resolve, reject) => {
      const exchange = request({
        createConnection: () => socket,
        host: HOST_NAME,
        method: 'POST',
        path,
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      exchange.on('error', reject);
      exchange.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > LONGEST_ANSWER) response.destroy(new FailureError('host-answer'));
        });
        response.on('error', reject);
        response.on('end', () => resolve(text));
      });
      exchange.end(body);
    });
  } catch (error) {
    if (error instanceof FailureError) throw error;
    if (signal?.aborted) throw new FailureError('cancelled');
    const address = socket.remoteAddress ?? '';
    throw new FailureError(timeout.aborted ? 'host-silent' : 'host-unreachable', { address });
  } finally {
    socket.destroy();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
