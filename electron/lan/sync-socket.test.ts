import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { Hocuspocus } from '@hocuspocus/server';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket as Connection } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createIdentity, LOOPBACK, startHost, type TestHost } from './lan.test-support.ts';
import type { FailureType } from '../../shared/contract/failure.ts';
import type { DeviceIdentity } from './device-identity.ts';
import { SYNC_URL, syncSocket } from './sync-socket.ts';

function open(host: TestHost, identity: DeviceIdentity): { socket: WebSocket; failures: FailureType[] } {
  const failures: FailureType[] = [];
  const { addresses, fingerprint } = host.invitation;
  const Socket = syncSocket({
    addresses,
    fingerprint,
    identity,
    failed: ({ failure }) => void failures.push(failure.type),
  });
  const socket = new Socket(SYNC_URL);
  onTestFinished(() => socket.terminate());
  return { socket, failures };
}

/** Unlike `once`, it does not mind an error before. */
function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => void socket.once('close', () => resolve()));
}

test('a member has a socket; whoever is unknown, pending or dropped has none, and is told so', async () => {
  const host = await startHost();
  const identity = await createIdentity();
  for (const state of [null, 'pending'] as const) {
    if (state) host.members.set(identity.fingerprint, state);
    const { socket, failures } = open(host, identity);
    await closed(socket);
    expect(failures).toEqual(['membership-unknown']);
  }
  host.members.set(identity.fingerprint, 'member');
  const { socket, failures } = open(host, identity);
  await once(socket, 'open');
  socket.send('hello');
  expect(String((await once(socket, 'message'))[0])).toBe('hello');

  host.members.delete(identity.fingerprint);
  host.server.drop(identity.fingerprint);
  await closed(socket);
  expect(failures).toEqual([]);
  const again = open(host, identity);
  await closed(again.socket);
  expect(again.failures).toEqual(['membership-unknown']);
});

test('a socket that is given up while it connects is quiet, and leaves nothing behind', async () => {
  const host = await startHost();
  const identity = await createIdentity();
  host.members.set(identity.fingerprint, 'member');
  const { socket, failures } = open(host, identity);
  socket.close();
  await closed(socket);
  expect(failures).toEqual([]);
  await host.server.close();
  const late = open(host, identity);
  await closed(late.socket);
  expect(late.failures).toEqual(['host-unreachable']);
});

test('a socket that is closed while it looks for the host stops looking', async () => {
  const identity = await createIdentity();
  const silent = createServer();
  silent.listen(0, LOOPBACK);
  onTestFinished(() => void silent.close());
  await once(silent, 'listening');
  const addresses = [{ host: LOOPBACK, port: (silent.address() as AddressInfo).port }];
  const Socket = syncSocket({ addresses, fingerprint: identity.fingerprint, identity });
  const socket = new Socket(SYNC_URL);
  const [connection] = (await once(silent, 'connection')) as [Connection];
  connection.on('error', () => {});
  connection.resume();
  socket.close();
  // Long before anybody would have given up waiting.
  await new Promise((resolve) => connection.once('close', resolve));
}, 4000);

test('messages of up to eight megabytes are taken, and larger ones end the connection', async () => {
  const most = 8 * 1024 * 1024;
  const host = await startHost({
    connected: (webSocket) => webSocket.on('message', ({ length }: Buffer) => webSocket.send(length)),
  });
  const identity = await createIdentity();
  host.members.set(identity.fingerprint, 'member');
  const { socket } = open(host, identity);
  await once(socket, 'open');
  socket.send(Buffer.alloc(most));
  expect(String((await once(socket, 'message'))[0])).toBe(String(most));
  socket.send(Buffer.alloc(most + 1));
  await closed(socket);
});

test('Hocuspocus syncs over it, and finds the host again after a drop', async () => {
  const hocuspocus = new Hocuspocus();
  const host = await startHost({
    connected: (webSocket, request) => {
      const connection = hocuspocus.handleConnection(webSocket, new Request(`http://host${request.url}`), {});
      webSocket.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)));
      webSocket.on('close', () => connection.handleClose());
    },
  });
  const identity = await createIdentity();
  host.members.set(identity.fingerprint, 'member');
  const doc = new Y.Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: SYNC_URL,
    delay: 10,
    minDelay: 10,
    WebSocketPolyfill: syncSocket({ ...host.invitation, identity }),
  });
  const provider = new HocuspocusProvider({ websocketProvider, name: 'outline', document: doc });
  provider.attach();
  onTestFinished(() => {
    provider.destroy();
    websocketProvider.destroy();
  });
  const reached = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!provider.hasUnsyncedChanges && hocuspocus.documents.get('outline')?.getMap('m').get('text') === text) {
          resolve();
        }
      };
      provider.on('unsyncedChanges', check);
      check();
    });
  doc.getMap('m').set('text', 'one');
  await reached('one');
  const again = new Promise((resolve) => provider.on('disconnect', resolve));
  host.server.drop(identity.fingerprint);
  await again;
  doc.getMap('m').set('text', 'two');
  await reached('two');
});
