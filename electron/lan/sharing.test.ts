import { readdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import { sectionDocument } from '../../shared/document/layout.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { checkStrategy } from '../workspace/check.ts';
import type { HostLink } from './host-link.ts';
import { appendParagraph, textsAt } from '../paragraphs.test-support.ts';
import { come, invited, LEAD, shared } from './sharing.test-support.ts';

test('whoever is let in gets the strategy, writes in it, and is known by name at the host', async () => {
  const { host, section } = await shared();
  const before = sectionDocument(section);
  await host.workspace.edit(before, (doc) => appendParagraph(doc, 'there before'));
  const guest = await come(await invited(host, LEAD));
  const written = await guest.workspace.hub.read(before, (doc) => [...doc.store.clients.keys()]);
  expect(written.map((client) => guest.workspace.file.authorOf(client)?.name)).toEqual(['Lead', 'Lead']);
  expect(guest.workspace.file.strategy).toBe(host.workspace.file.strategy);
  expect((await guest.workspace.outline()).sections.map(({ id }) => id)).toContain(section);
  const document = sectionDocument(section);
  await guest.workspace.edit(document, (doc) => appendParagraph(doc, 'from Justice'));
  await guest.link.whenInStep();
  expect(await textsAt(host.workspace, document)).toContain('from Justice');
  await host.workspace.edit(document, (doc) => appendParagraph(doc, 'from the lead'));
  await expect.poll(() => textsAt(guest.workspace, document)).toContain('from the lead');
  const clients = await host.workspace.hub.read(document, (doc) => [
    ...Y.decodeStateVector(Y.encodeStateVector(doc)).keys(),
  ]);
  const names = clients.map((client) => host.workspace.file.authorOf(client)?.name);
  expect(names).toEqual(expect.arrayContaining(['Lead', 'Justice']));
  for (const { workspace } of [host, guest]) expect(await checkStrategy(workspace)).toMatchObject({ ok: true });
});

test('both sides see the same six digits, and nothing comes before the lead has let the device in', async () => {
  const { host } = await shared();
  const text = await invited(host, LEAD, false);
  let seen: string | null = null;
  const coming = come(text, (code) => (seen = code));
  await expect.poll(() => seen).not.toBeNull();
  const [member] = await host.handlers.members({});
  expect(member).toMatchObject({ name: 'Justice', state: 'pending', code: seen });
  await host.handlers.approve({ member: member!.member });
  await expect(coming).resolves.toMatchObject({ link: expect.anything() as HostLink });
});

test('R2: a contributor writes in the sections that were granted, and in no other', async () => {
  const { host, section } = await shared();
  const other = (await host.workspace.outline()).sections[1]!.id;
  const { workspace, link } = await come(await invited(host, { role: 'contributor', sections: [section] }));
  await workspace.edit(sectionDocument(section), (doc) => appendParagraph(doc, 'granted'));
  await link.whenInStep();
  expect(await textsAt(host.workspace, sectionDocument(section))).toContain('granted');
  await expect(workspace.edit(sectionDocument(other), (doc) => appendParagraph(doc, 'not'))).rejects.toThrow(
    'not-granted',
  );
});

test('a member who is put out is cut off at once, and what is written afterwards does not come', async () => {
  const { host, section } = await shared();
  const { workspace, link } = await come(await invited(host, LEAD));
  const [member] = await host.handlers.members({});
  await host.handlers.revoke({ member: member!.member });
  await expect.poll(() => link.state.isConnected).toBe(false);
  await host.workspace.edit(sectionDocument(section), (doc) => appendParagraph(doc, 'confidential'));
  await workspace.edit(sectionDocument(section), (doc) => appendParagraph(doc, 'too late'));
  // Long enough for the next attempt.
  await expect.poll(() => link.state.refusal?.type, { timeout: 10_000 }).toBe('membership-unknown');
  expect(await textsAt(workspace, sectionDocument(section))).not.toContain('confidential');
  expect(await textsAt(host.workspace, sectionDocument(section))).not.toContain('too late');
});

test('a member who is given less is told, and may not write there any more', async () => {
  const { host, section } = await shared();
  const { workspace } = await come(await invited(host, LEAD));
  const [member] = await host.handlers.members({});
  await host.handlers.grant({ member: member!.member, role: 'reader', sections: [] });
  await expect.poll(() => workspace.replica?.grant.role, { timeout: 10_000 }).toBe('reader');
  await expect(workspace.edit(sectionDocument(section), (doc) => appendParagraph(doc, 'no'))).rejects.toThrow(
    'not-granted',
  );
});

test('an invitation is good once, and a replica invites nobody', async () => {
  const { host } = await shared();
  const text = await invited(host, LEAD);
  const { application } = await come(text);
  await expect(come(text)).rejects.toThrow('invitation-used');
  const [open] = application.paths().map((file) => application.open(file));
  await expect(open!.handlers.share({ listen: '127.0.0.1:0' })).rejects.toThrow(FailureError);
});

test('nobody can reach a strategy before it is shared, nor when that has ended', async () => {
  const { host } = await shared();
  const { address } = await host.handlers.share({});
  expect(await host.handlers.sharing({})).toMatchObject({ kind: 'host', address, connected: 0, pending: 0 });
  const text = await invited(host, LEAD);
  await host.handlers.stopSharing({});
  expect(await host.handlers.sharing({})).toEqual({ kind: 'alone' });
  await expect(come(text)).rejects.toThrow('host-unreachable');
});

test('a window joins: it waits for the lead, copies, and has the strategy; one that gives up leaves nothing', async () => {
  const { host } = await shared();
  const { application, folder } = temporaryApplication();
  vi.stubEnv('VALLETTA_DOCUMENTS', path(folder, 'documents'));
  onTestFinished(() => void vi.unstubAllEnvs());
  application.profile.update(() => ({ person: { name: 'J', organisation: 'Justice' } }));
  const { joinings } = application;
  const given = joinings.begin(await invited(host, LEAD, false));
  await expect
    .poll(() => joinings.find(given))
    .toMatchObject({ state: 'waiting', code: expect.stringMatching(/^\d{6}$/) as string });
  joinings.cancel(given);

  const joining = joinings.begin(await invited(host, LEAD, false));
  await expect.poll(() => joinings.find(joining)).toMatchObject({ code: expect.stringMatching(/^\d{6}$/) as string });
  const pending = (await host.handlers.members({})).findLast(({ state }) => state === 'pending')!;
  await host.handlers.approve({ member: pending.member });
  await expect
    .poll(() => joinings.find(joining), { timeout: 10_000 })
    .toMatchObject({ state: 'done', strategy: { title: 'A' } });
  expect(readdirSync(path(folder, 'documents')).filter((name) => name.endsWith('.strategy'))).toEqual(['A.strategy']);
});

test('a port that another strategy has is left to it, and a strategy is shared again where it was', async () => {
  const { host } = await shared();
  const { address: first } = await host.handlers.share({});
  const at = (address: string): string => address.slice(address.lastIndexOf(':') + 1);
  const { application, folder } = temporaryApplication();
  const other = application.create(path(folder, 'other.strategy'), { title: 'B', template: 'action-plan' });
  await expect(other.handlers.share({ listen: first })).rejects.toThrow('port-taken');
  const { address } = await other.handlers.share({ listen: '127.0.0.1:0' });
  await other.handlers.stopSharing({});
  expect(await other.handlers.share({ listen: '127.0.0.1' })).toMatchObject({ address });
  await other.handlers.stopSharing({});
  // Somebody else has come there meanwhile.
  await host.handlers.stopSharing({});
  await host.handlers.share({ listen: address });
  const { address: elsewhere } = await other.handlers.share({ listen: '127.0.0.1' });
  expect(at(elsewhere)).not.toBe(at(address));
});

test('one listens at one address of this machine, and not at a name or at all of them', async () => {
  const { application, folder } = temporaryApplication();
  const { handlers } = application.create(path(folder, 'a.strategy'), { title: 'A', template: 'action-plan' });
  for (const listen of ['localhost:4747', '0.0.0.0:4747', '0.0.0.0', '[::]:4747', '4747', '127.0.0.1:99999']) {
    await expect(handlers.share({ listen }), listen).rejects.toThrow('address-form');
  }
  expect(await handlers.sharing({})).toEqual({ kind: 'alone' });
});
