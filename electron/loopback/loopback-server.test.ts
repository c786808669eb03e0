import { once } from 'node:events';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { expect, onTestFinished, test } from 'vitest';
import { SYNC_PROTOCOL } from '../../shared/contract/sync-protocol.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { LoopbackServer } from './loopback-server.ts';

async function listen(): Promise<{ server: LoopbackServer; strategy: string; token: string }> {
  const { application, folder } = temporaryApplication();
  const { id } = application.create(join(folder, 'a.strategy'), { title: 'A', template: 'action-plan' });
  const server = await LoopbackServer.listen({ application, opened: id, port: 0 });
  onTestFinished(() => server.close());
  return { server, strategy: id, token: server.sessions.issueToken() };
}

function callSession({ origin }: LoopbackServer, headers: Readonly<Record<string, string>>): Promise<number> {
  return fetch(`${origin}/call/session`, { method: 'POST', body: '{}', headers }).then(({ status }) => status);
}

test('only whoever holds a session gets in, and only from our own origin', async () => {
  const { server, token } = await listen();
  expect(await callSession(server, { Authorization: `Bearer ${token}` })).toBe(200);
  expect(await callSession(server, { Authorization: 'Bearer wrong' })).toBe(401);
  expect(await callSession(server, {})).toBe(401);
  expect(await callSession(server, { Authorization: `Bearer ${token}`, Origin: 'http://example.org' })).toBe(403);
  const key = new URL(server.oneTimeAddress()).hash.slice('#key='.length);
  const redeem = (): Promise<number> =>
    fetch(`${server.origin}/session`, { method: 'POST', body: JSON.stringify({ key }) }).then(({ status }) => status);
  expect(await redeem()).toBe(200);
  expect(await redeem()).toBe(401);
});

test('a name that has been made to lead here is refused', async () => {
  const { server, token } = await listen();
  const { hostname, port } = new URL(server.origin);
  const status = async (host: string): Promise<number | undefined> => {
    const headers = { Host: host, Authorization: `Bearer ${token}` };
    const asked = request({ hostname, port, path: '/call/session', method: 'POST', headers });
    asked.end('{}');
    const [response] = (await once(asked, 'response')) as [{ statusCode?: number; resume: () => void }];
    response.resume();
    return response.statusCode;
  };
  expect(await status(`127.0.0.1:${port}`)).toBe(200);
  for (const host of [`example.org:${port}`, `localhost:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) - 1}`]) {
    expect(await status(host), host).toBe(403);
  }
});

test('no page from elsewhere is told that it may ask, and our own runs nothing but its own scripts', async () => {
  const { server } = await listen();
  const asked = await fetch(`${server.origin}/call/session`, {
    method: 'OPTIONS',
    headers: { Origin: 'http://example.org', 'Access-Control-Request-Method': 'POST' },
  });
  expect(asked.status).toBe(403);
  const page = await fetch(`${server.origin}/no.png`);
  for (const { headers } of [asked, page]) expect(headers.get('access-control-allow-origin')).toBeNull();
  const policy = page.headers.get('content-security-policy')!.split('; ');
  expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]));
});

test('the documents’ socket is opened to whoever holds a session, from our own origin alone', async () => {
  const { server, strategy, token } = await listen();
  const open = async (protocols: readonly string[], origin?: string): Promise<boolean> => {
    const url = `${server.origin.replace('http', 'ws')}/sync/${strategy}`;
    const socket = new WebSocket(url, [...protocols], origin === undefined ? {} : { origin });
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.on('open', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    socket.terminate();
    return isOpen;
  };
  expect(await open([SYNC_PROTOCOL, token])).toBe(true);
  expect(await open([SYNC_PROTOCOL, token], server.origin)).toBe(true);
  expect(await open([SYNC_PROTOCOL, 'wrong'])).toBe(false);
  expect(await open([SYNC_PROTOCOL])).toBe(false);
  expect(await open([SYNC_PROTOCOL, token], 'http://example.org')).toBe(false);
});

test('a request that is not one ends nothing but itself', async () => {
  const { server, token } = await listen();
  for (const target of ['//', 'http://[', '/sync/%']) {
    const socket = createConnection(Number(new URL(server.origin).port), '127.0.0.1');
    socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    socket.resume();
    await once(socket, 'close');
  }
  expect(await callSession(server, { Authorization: `Bearer ${token}` })).toBe(200);
});
