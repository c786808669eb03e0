import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { comparisonCode } from './comparison-code.ts';
import { formatInvitation, parseInvitation } from './invitation.ts';
import { membership, pair } from './lan-client.ts';
import { createIdentity, LOOPBACK, PERSON, standing, startHost } from './lan.test-support.ts';
import { createSecret } from './secret.ts';

test('a device is paired from the text of an invitation, and both sides see the same code', async () => {
  const host = await startHost();
  const identity = await createIdentity();
  const invitation = parseInvitation(`> ${formatInvitation(host.invitation)}\n`);
  expect(await pair(invitation, identity, PERSON, standing)).toEqual({ state: 'pending' });
  const [request] = host.requests;
  expect(request).toMatchObject({
    ...PERSON,
    fingerprint: identity.fingerprint,
    device: identity.device,
    address: LOOPBACK,
  });
  const { secret, fingerprint } = invitation;
  expect(comparisonCode({ secret, host: fingerprint, device: identity.fingerprint })).toBe(
    comparisonCode({ secret: request!.secret, host: host.identity.fingerprint, device: request!.fingerprint }),
  );
  expect(await membership(invitation, identity, standing)).toEqual({ state: 'pending' });
  host.members.set(identity.fingerprint, 'member');
  expect(await membership(invitation, identity, standing)).toEqual({ state: 'member' });
  expect(await pair(invitation, identity, PERSON, standing)).toEqual({ state: 'member' });
});

test('what the host refuses is said', async () => {
  const { invitation } = await startHost();
  const identity = await createIdentity();
  await expect(membership(invitation, identity, standing)).rejects.toMatchObject({
    failure: { type: 'membership-unknown' },
  });
  const other = { ...invitation, secret: createSecret() };
  await expect(pair(other, identity, PERSON, standing)).rejects.toMatchObject({
    failure: { type: 'invitation-unknown' },
  });
});

test('after too many invitations that are not valid an address must wait, even with a valid one', async () => {
  let now = 0;
  const failedPairings = { most: 3, window: 90_000, clock: () => now };
  const { invitation, requests } = await startHost({ limits: { failedPairings } });
  const identity = await createIdentity();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const guess = pair({ ...invitation, secret: createSecret() }, identity, PERSON, standing);
    await expect(guess).rejects.toMatchObject({ failure: { type: 'invitation-unknown' } });
  }
  await expect(pair(invitation, identity, PERSON, standing)).rejects.toMatchObject({
    failure: { type: 'pairing-limited', values: { minutes: 2 } },
  });
  expect(requests).toHaveLength(3);
  now = 90_000;
  expect(await pair(invitation, identity, PERSON, standing)).toEqual({ state: 'pending' });
});

test.each([
  ['no JSON', '<html>'],
  ['another shape', '{"ok":true}'],
  ['another standing', '{"ok":true,"value":{"state":"king"}}'],
  ['a failure of its own wording', '{"ok":false,"failure":{"type":"file-damaged","values":{"file":"x"}}}'],
  ['no end', 'x'.repeat(1_000_000)],
])('an answer that is none is not believed: %s', async (_name, text) => {
  const [host, identity] = await Promise.all([createIdentity(), createIdentity()]);
  const server = createServer({ key: host.privateKey, cert: host.certificate }, (_request, response) => {
    response.on('error', () => {});
    response.end(text);
  });
  server.listen(0, LOOPBACK);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const addresses = [{ host: LOOPBACK, port: (server.address() as AddressInfo).port }];
  const route = { addresses, fingerprint: host.fingerprint };
  await expect(membership(route, identity, standing)).rejects.toMatchObject({ failure: { type: 'host-answer' } });
});

test('a change of mind ends what is being asked', async () => {
  const mind = new AbortController();
  const { invitation } = await startHost({
    membership: () => {
      mind.abort();
      return new Promise(() => {});
    },
  });
  await expect(membership(invitation, await createIdentity(), standing, mind.signal)).rejects.toMatchObject({
    failure: { type: 'cancelled' },
  });
});
