import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { request as plainRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { DeviceIdentity } from './device-identity.ts';
import { pair } from './lan-client.ts';
import {
  connectRaw,
  connectTcp,
  createIdentity,
  hear,
  LOOPBACK,
  PERSON,
  standing,
  startHost,
} from './lan.test-support.ts';
import { connectPinned } from './pinned-tls.ts';

const UPGRADE =
  'GET /sync HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

const shows = ({ certificate, privateKey }: DeviceIdentity): ConnectionOptions => ({
  cert: certificate,
  key: privateKey,
});

/** Says `text` as the device and hears what the host answers. */
async function say(port: number, identity: DeviceIdentity, text: string): Promise<string> {
  const socket = connectRaw(port, shows(identity));
  socket.write(text);
  return hear(socket);
}

function post(path: string, body: string, headers = `Content-Length: ${Buffer.byteLength(body)}\r\n`): string {
  return `POST ${path} HTTP/1.1\r\nHost: a\r\n${headers}\r\n${body}`;
}

describe('who is not let in', () => {
  test('a client without a certificate', async () => {
    const { server, requests } = await startHost();
    for (const text of [post('/pair', '{}'), UPGRADE]) {
      const socket = connectRaw(server.port);
      socket.write(text);
      expect(await hear(socket)).toBe('');
    }
    expect(requests).toEqual([]);
  });

  test('a client with a certificate that is not of its key', async () => {
    const { server, members } = await startHost();
    const [member, other] = await Promise.all([createIdentity(), createIdentity()]);
    members.set(member.fingerprint, 'member');
    expect(() => connectRaw(server.port, { cert: member.certificate, key: other.privateKey })).toThrow(/mismatch/);
    expect(await say(server.port, other, UPGRADE)).toMatch(/^HTTP\/1.1 401 /);
    expect(await say(server.port, member, UPGRADE.replace('GET', 'POST'))).not.toMatch(/ 101 /);
  });

  test('TLS 1.2, plain HTTP and a plain WebSocket', async () => {
    const { server } = await startHost();
    const old = connectRaw(server.port, { ...shows(await createIdentity()), maxVersion: 'TLSv1.2' });
    const [error] = (await once(old, 'error').catch((reason: unknown) => [reason])) as [Error];
    expect(error.message).toMatch(/protocol version/i);
    await expect(once(plainRequest({ host: LOOPBACK, port: server.port }).end(), 'response')).rejects.toThrow();
    await expect(once(new WebSocket(`ws://${LOOPBACK}:${server.port}/sync`), 'open')).rejects.toThrow();
  });

  test('a device that is unknown or pending; what it knocks at does not exist yet', async () => {
    const connected = vi.fn();
    const { server, members } = await startHost({ connected });
    const identity = await createIdentity();
    expect(await say(server.port, identity, UPGRADE)).toMatch(/^HTTP\/1.1 401 /);
    members.set(identity.fingerprint, 'pending');
    expect(await say(server.port, identity, UPGRADE)).toMatch(/^HTTP\/1.1 401 /);
    expect(connected).not.toHaveBeenCalled();
  });

  test('a device that has been dropped, also with the TLS session it had', async () => {
    const { server, members } = await startHost();
    const identity = await createIdentity();
    members.set(identity.fingerprint, 'member');
    const socket = connectRaw(server.port, shows(identity));
    const sessions: Buffer[] = [];
    socket.on('session', (session) => sessions.push(session));
    socket.write(UPGRADE);
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 101 /);
    const session = sessions.at(-1) ?? socket.getSession();
    expect(session).toBeDefined();
    members.delete(identity.fingerprint);
    server.drop(identity.fingerprint);
    await hear(socket);
    for (const options of [shows(identity), {}]) {
      const resumed = connectRaw(server.port, { ...options, session: session! });
      let isReused = true;
      resumed.once('secureConnect', () => (isReused = resumed.isSessionReused()));
      resumed.write(UPGRADE);
      expect(await hear(resumed)).toMatch(/^(HTTP\/1.1 401 |$)/);
      expect(isReused).toBe(false);
    }
  });
});

test('a drop cuts every connection of that device and no other', async () => {
  const { server, members } = await startHost();
  const [one, other] = await Promise.all([createIdentity(), createIdentity()]);
  const open = async (identity: DeviceIdentity): Promise<TLSSocket> => {
    members.set(identity.fingerprint, 'member');
    const socket = connectRaw(server.port, shows(identity));
    socket.write(UPGRADE);
    await once(socket, 'data');
    return socket;
  };
  const [first, second, others] = await Promise.all([open(one), open(one), open(other)]);
  server.drop(one.fingerprint);
  await Promise.all([hear(first), hear(second)]);
  // A ping, and its answer.
  others.write(Buffer.from([0x89, 0x80, 0, 0, 0, 0]));
  expect([...((await once(others, 'data')) as [Buffer])[0]]).toEqual([0x8a, 0]);
});

describe('what is asked', () => {
  test.each([
    ['another path', post('/', '{}'), 404],
    ['another method', 'GET /pair HTTP/1.1\r\nHost: a\r\n\r\n', 404],
    ['a path with more to it', post('/pair/../pair', '{}'), 404],
    ['another WebSocket', UPGRADE.replace('/sync', '/other'), 404],
    ['no JSON', post('/pair', '{'), 400],
    ['another shape', post('/pair', '{"secret":5}'), 400],
    [
      'a name that is none',
      post('/pair', JSON.stringify({ secret: 'A'.repeat(22), name: ' ', organisation: '' })),
      400,
    ],
    ['a body that is too long', post('/pair', 'x'.repeat(5000)), 400],
    ['a body without end', post('/pair', `2000\r\n${'x'.repeat(8192)}`, 'Transfer-Encoding: chunked\r\n'), 400],
    ['headers that are too long', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(10_000)}\r\n\r\n`, 431],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a WebSocket that is none', UPGRADE.replace('Version: 13', 'Version: 1'), 401],
  ])('%s is answered and not passed on', async (_name, text, status) => {
    const { server, requests } = await startHost();
    const socket = connectRaw(server.port, shows(await createIdentity()));
    socket.write(text);
    expect(String((await once(socket, 'data'))[0])).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(requests).toEqual([]);
  });

  test('on one connection is one thing only', async () => {
    const membership = vi.fn(() => ({ state: 'pending' }));
    const { server } = await startHost({ membership });
    await say(server.port, await createIdentity(), post('/membership', '{}').repeat(20));
    expect(membership).toHaveBeenCalledTimes(1);
  });

  test('and goes wrong at the host is no secret and no end of the host', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => error.mockRestore());
    const fail = (): never => {
      throw new Error('disk full');
    };
    const { server } = await startHost({ membership: fail, admit: fail });
    const identity = await createIdentity();
    for (const text of [post('/membership', '{}'), UPGRADE]) {
      const answer = await say(server.port, identity, text);
      expect(answer).toMatch(/^HTTP\/1.1 500 /);
      expect(answer).not.toContain('disk');
    }
    expect(error).toHaveBeenCalledTimes(2);
  });
});

describe('noise', () => {
  test('whoever says nothing, or speaks slowly, is cut off, before and after the handshake', async () => {
    const waiting = { patience: 60, most: 10, mostOfAddress: 10 };
    const { server } = await startHost({ limits: { waiting, handshake: 30 } });
    const identity = await createIdentity();
    const silent = connectTcp(server.port);
    const slow = connectRaw(server.port, shows(identity));
    const drip = setInterval(() => slow.write('x'), 5);
    onTestFinished(() => clearInterval(drip));
    slow.write('POST /pair HTTP/1.1\r\nHost: a\r\nX: ');
    const half = connectRaw(server.port, shows(identity));
    half.write('POST /pair HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{');
    expect(await Promise.all([silent, slow, half].map(hear))).toEqual(['', '', '']);
  });

  test('whoever comes later takes the place of who has waited longest, and never that of a member', async () => {
    const waiting = { patience: 60_000, most: 1, mostOfAddress: 1 };
    const { server, members } = await startHost({ limits: { waiting } });
    const identity = await createIdentity();
    members.set(identity.fingerprint, 'member');
    const member = connectRaw(server.port, shows(identity));
    member.write(UPGRADE);
    await once(member, 'data');
    const first = connectTcp(server.port);
    await once(first, 'connect');
    await once(connectTcp(server.port), 'connect');
    await hear(first);
    expect(member.closed).toBe(false);
  });

  test('hundreds of connections that say nothing or nonsense keep nobody out', async () => {
    const { server, invitation } = await startHost();
    const identity = await createIdentity();
    const nonsense = Array.from({ length: 300 }, (_, index) => {
      const socket = connectTcp(server.port);
      if (index % 3 === 1) socket.write('nonsense\r\n\r\n');
      // The beginning of a handshake.
      if (index % 3 === 2) socket.write(Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252]));
      return socket;
    });
    const connected = nonsense.map((socket) => once(socket, 'connect'));
    await Promise.all(connected);
    expect(await pair(invitation, identity, PERSON, standing)).toEqual({ state: 'pending' });
  });

  test('an address that connects without end is not served until the minute is over', async () => {
    let now = 0;
    const connections = { most: 3, window: 60_000, clock: () => now };
    const { server, invitation } = await startHost({ limits: { connections } });
    const identity = await createIdentity();
    const options = { host: LOOPBACK, port: server.port, fingerprint: invitation.fingerprint, identity };
    for (let index = 0; index < 3; index += 1) (await connectPinned(options)).destroy();
    await expect(connectPinned(options)).rejects.toMatchObject({ failure: { type: 'host-unreachable' } });
    now = 60_000;
    (await connectPinned(options)).destroy();
  });
});

describe('the listener', () => {
  test('says what it is asked for in vain', async () => {
    const other = createServer().listen(0, LOOPBACK);
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(startHost({ port })).rejects.toMatchObject({ failure: { type: 'port-taken', values: { port } } });
    const address = '192.0.2.1';
    await expect(startHost({ address })).rejects.toMatchObject({ failure: { type: 'address-missing' } });
    for (const none of ['', 'localhost']) await expect(startHost({ address: none })).rejects.toThrow(RangeError);
  });

  test('closes with everything that is open', async () => {
    const { server, members } = await startHost();
    const identity = await createIdentity();
    members.set(identity.fingerprint, 'member');
    const socket = connectRaw(server.port, shows(identity));
    socket.write(UPGRADE);
    await once(socket, 'data');
    const waiting = connectTcp(server.port);
    await once(waiting, 'connect');
    await server.close();
    await Promise.all([hear(socket), hear(waiting)]);
  });

  test('shows the key of its device, and no name', async () => {
    const { server, identity } = await startHost();
    const socket = connectRaw(server.port);
    await once(socket, 'secureConnect');
    expect(new X509Certificate(identity.certificate).raw).toEqual(socket.getPeerX509Certificate()!.raw);
  });
});
