import { once } from 'node:events';
import { createServer as createPlain, type AddressInfo, type Server } from 'node:net';
import { createServer, type TLSSocket, type TlsOptions } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import type { DeviceIdentity } from './device-identity.ts';
import { createIdentity, LOOPBACK } from './lan.test-support.ts';
import { connectHost, connectPinned } from './pinned-tls.ts';

async function listen(server: Server): Promise<number> {
  server.listen(0, LOOPBACK);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Somebody who shows the key of `identity`, and what everybody who connects has said to them. */
async function listenAs(
  identity: DeviceIdentity,
  options: TlsOptions = {},
): Promise<{ port: number; heard: Promise<string> }> {
  const heard = Promise.withResolvers<string>();
  let text = '';
  const server = createServer({ key: identity.privateKey, cert: identity.certificate, ...options });
  server.on('secureConnection', (socket: TLSSocket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('close', () => heard.resolve(text));
    socket.write('welcome');
  });
  // Whoever finds somebody else here may leave before the handshake is over.
  server.on('tlsClientError', () => heard.resolve(text));
  return { port: await listen(server), heard: heard.promise };
}

test('who holds the key is talked to', async () => {
  const [host, identity] = await Promise.all([createIdentity(), createIdentity()]);
  const { port, heard } = await listenAs(host);
  const socket = await connectPinned({ host: LOOPBACK, port, fingerprint: host.fingerprint, identity });
  expect(socket.getProtocol()).toBe('TLSv1.3');
  socket.end('secret');
  expect(await heard).toBe('secret');
});

test('a man in the middle of the same name and another key hears not one byte', async () => {
  const [host, other, identity] = await Promise.all([createIdentity(), createIdentity(), createIdentity()]);
  const { port, heard } = await listenAs(other);
  const route = { addresses: [{ host: LOOPBACK, port }], fingerprint: host.fingerprint };
  await expect(connectHost(route, identity)).rejects.toMatchObject({
    failure: { type: 'host-other', values: { address: `127.0.0.1:${port}` } },
  });
  expect(await heard).toBe('');
});

test('the host’s certificate is of no use without its key', async () => {
  const [host, other] = await Promise.all([createIdentity(), createIdentity()]);
  expect(() => createServer({ key: other.privateKey, cert: host.certificate })).toThrow(/mismatch/);
});

test('older TLS is refused, and so is what is no TLS', async () => {
  const [host, identity] = await Promise.all([createIdentity(), createIdentity()]);
  const { port } = await listenAs(host, { maxVersion: 'TLSv1.2' });
  const plain = await listen(createPlain((socket) => socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\n\r\n')));
  for (const each of [port, plain]) {
    const options = { host: LOOPBACK, port: each, fingerprint: host.fingerprint, identity };
    await expect(connectPinned(options)).rejects.toMatchObject({ failure: { type: 'host-other' } });
  }
});

test('nobody there, somebody who says nothing, and a change of mind are told apart', async () => {
  const identity = await createIdentity();
  const { fingerprint } = identity;
  const closed = createPlain();
  const port = await listen(closed);
  closed.close();
  await once(closed, 'close');
  const options = { host: LOOPBACK, port, fingerprint, identity };
  await expect(connectPinned(options)).rejects.toMatchObject({ failure: { type: 'host-unreachable' } });

  const silent = createPlain((socket) => void socket.on('error', () => {}));
  const toSilent = { ...options, port: await listen(silent) };
  await expect(connectPinned({ ...toSilent, timeout: 20 })).rejects.toMatchObject({ failure: { type: 'host-silent' } });

  const mind = new AbortController();
  const connecting = connectPinned({ ...toSilent, signal: mind.signal });
  mind.abort();
  await expect(connecting).rejects.toMatchObject({ failure: { type: 'cancelled' } });
  await expect(connectPinned({ ...toSilent, signal: mind.signal })).rejects.toMatchObject({
    failure: { type: 'cancelled' },
  });

  const rude = await listen(createPlain((socket) => socket.on('error', () => {}).destroy()));
  await expect(connectPinned({ ...options, port: rude })).rejects.toMatchObject({
    failure: { type: 'host-unreachable' },
  });
});

test('addresses are tried in turn; when none is the host’s, the most telling failure is the one that is said', async () => {
  const [host, other, identity] = await Promise.all([createIdentity(), createIdentity(), createIdentity()]);
  const wrong = await listenAs(other);
  const nobody = createPlain();
  const nobodysPort = await listen(nobody);
  nobody.close();
  await once(nobody, 'close');
  const right = await listenAs(host);
  const at = (...ports: number[]) => ({
    addresses: ports.map((port) => ({ host: LOOPBACK, port })),
    fingerprint: host.fingerprint,
  });
  const socket = await connectHost(at(nobodysPort, wrong.port, right.port), identity);
  expect(socket.remotePort).toBe(right.port);
  socket.destroy();
  await expect(connectHost(at(nobodysPort, wrong.port), identity)).rejects.toMatchObject({
    failure: { type: 'host-other' },
  });
});
