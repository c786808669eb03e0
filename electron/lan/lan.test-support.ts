import { generateKeyPairSync } from 'node:crypto';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { FailureError } from '../../shared/contract/failure.ts';
import { createDeviceIdentity, type DeviceIdentity } from './device-identity.ts';
import type { Invitation } from './invitation.ts';
import { LanServer, type LanServerOptions, type PairRequest } from './lan-server.ts';
import { createSecret, hashSecret, isSecret } from './secret.ts';

export const LOOPBACK = '127.0.0.1';
export const PERSON = { name: 'Legal adviser', organisation: 'Ministry of Justice' };
export const standing = z.object({ state: z.enum(['pending', 'member']) });

/** A device with a key of its own. */
export function createIdentity(): Promise<DeviceIdentity> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return createDeviceIdentity(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
}

export interface TestHost {
  readonly server: LanServer<string>;
  readonly identity: DeviceIdentity;
  readonly invitation: Invitation;
  /** Fingerprints of devices, and whether they have been approved. */
  readonly members: Map<string, 'pending' | 'member'>;
  readonly requests: PairRequest[];
}

/** A host on loopback with one invitation, closed when the test is over. */
export async function startHost(options: Partial<LanServerOptions<string>> = {}): Promise<TestHost> {
  const identity = await createIdentity();
  const members: TestHost['members'] = new Map();
  const requests: PairRequest[] = [];
  const secret = createSecret();
  const hash = hashSecret(secret);
  const server = await LanServer.listen<string>({
    identity,
    address: LOOPBACK,
    port: 0,
    pair: (request) => {
      requests.push(request);
      if (!isSecret(request.secret, hash)) throw new FailureError('invitation-unknown');
      if (!members.has(request.fingerprint)) members.set(request.fingerprint, 'pending');
      return { state: members.get(request.fingerprint) };
    },
    membership: (fingerprint) => {
      const state = members.get(fingerprint);
      if (!state) throw new FailureError('membership-unknown');
      return { state };
    },
    admit: (fingerprint) => (members.get(fingerprint) === 'member' ? fingerprint : null),
    connected: (webSocket) => webSocket.on('message', (data: Buffer, binary) => webSocket.send(data, { binary })),
    pictures: () => ({ read: () => null, refusal: () => 403, keep: () => {} }),
    ...options,
  });
  onTestFinished(() => server.close());
  const addresses = [{ host: LOOPBACK, port: server.port }];
  return { server, identity, invitation: { addresses, fingerprint: identity.fingerprint, secret }, members, requests };
}

/** A connection to `port` as somebody makes it who does not use this application. */
export function connectRaw(port: number, options: ConnectionOptions = {}): TLSSocket {
  const socket = connect({ host: LOOPBACK, port, rejectUnauthorized: false, ...options });
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

export function connectTcp(port: number): Socket {
  const socket = connectPlain(port, LOOPBACK);
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** All that the other side says until the connection ends, well or badly. */
export async function hear(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  // Not `once`, which would take an error for its own.
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
  return text;
}
