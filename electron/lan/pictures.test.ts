import { createHash, randomBytes } from 'node:crypto';
import { onTestFinished, expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentOf, sectionDocument } from '../../shared/document/layout.ts';
import type { Grant } from '../../shared/domain/membership.ts';
import type { OpenStrategy } from '../application/application.ts';
import { png } from '../png.test-support.ts';
import { checkStrategy } from '../workspace/check.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { pictureDesk } from './host-pictures.ts';
import { HostLink } from './host-link.ts';
import { PictureClient } from './picture-client.ts';
import { come, invited, LEAD, shared, type Guest } from './sharing.test-support.ts';
import { parseAddress } from './address.ts';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Puts a picture into the text, whether its bytes are there or not. */
async function name(workspace: Workspace, section: string, hash: string): Promise<void> {
  await workspace.edit(sectionDocument(section), (doc) => {
    const image = new Y.XmlElement('image');
    image.setAttribute('asset', hash);
    image.setAttribute('alt', 'A map');
    contentOf(doc).push([image]);
  });
}

async function insert(workspace: Workspace, section: string, bytes: Buffer): Promise<string> {
  const { hash } = workspace.keepAsset(bytes);
  await name(workspace, section, hash);
  return hash;
}

const heldBy = ({ assets }: Workspace): string[] => [...assets.all().keys()];

/** What a member can do by hand with the connection that pictures take. */
async function clientOf(host: OpenStrategy, { application, workspace }: Guest): Promise<PictureClient> {
  const { address } = host.sharing.state as { address: string };
  const { host: fingerprint } = workspace.replica!;
  const client = new PictureClient(
    { addresses: [parseAddress(address)!], fingerprint },
    await application.profile.identity,
  );
  onTestFinished(() => client.close());
  return client;
}

test('pictures come with the text, those of others and of the host, and are what their hash says', async () => {
  const { host, section } = await shared();
  const first = await insert(host.workspace, section, png(40, 20));
  const guest = await come(await invited(host, LEAD));
  expect(heldBy(guest.workspace)).toEqual([first]);
  const other = await come(await invited(host, LEAD));
  const second = await insert(guest.workspace, section, png(41, 20));
  const all = [first, second].toSorted();
  await expect.poll(() => heldBy(host.workspace)).toEqual(all);
  await expect.poll(() => heldBy(other.workspace)).toEqual(all);
  expect(host.workspace.assets.sentBy(guest.application.profile.device)).toBe(png(41, 20).length);
  for (const { workspace } of [host, guest, other]) expect(await checkStrategy(workspace)).toMatchObject({ ok: true });
});

test('a picture that was put in without the host comes to it with the next connection', async () => {
  const { host, section } = await shared();
  const guest = await come(await invited(host, LEAD));
  await guest.link.close();
  const hash = await insert(guest.workspace, section, png(42, 20));
  const link = await HostLink.open({
    workspace: guest.workspace,
    identity: await guest.application.profile.identity,
  });
  onTestFinished(() => link.close());
  await expect.poll(() => heldBy(host.workspace)).toEqual([hash]);
  await expect.poll(() => link.state).toMatchObject({ waiting: 0, pictures: 0, refused: 0 });
});

test('a picture that nobody has keeps nothing else from coming, and comes as soon as it is there', async () => {
  const { host, section } = await shared();
  const late = png(43, 20);
  await name(host.workspace, section, hashOf(late));
  const there = await insert(host.workspace, section, png(44, 20));
  const guest = await come(await invited(host, LEAD));
  expect(heldBy(guest.workspace)).toEqual([there]);
  host.workspace.keepAsset(late);
  await expect.poll(() => heldBy(guest.workspace)).toEqual([hashOf(late), there].toSorted());
});

test('a host takes only what its text names, from those who may write, and what its hash says', async () => {
  const { host, section } = await shared();
  const [wanted, unnamed] = [png(45, 20), png(46, 20)];
  const large = randomBytes(8 * 1024 * 1024);
  const letter = Buffer.from('no picture');
  for (const bytes of [wanted, letter]) await name(host.workspace, section, hashOf(bytes));
  const writer = await clientOf(host, await come(await invited(host, { role: 'contributor', sections: [section] })));
  const reader = await clientOf(host, await come(await invited(host, { role: 'reader', sections: [] })));
  expect(await reader.put(hashOf(wanted), wanted)).toBe('refused');
  // Also what is still being sent when the answer is there.
  expect(await writer.put(hashOf(large), large)).toBe('unwanted');
  expect(await writer.put(hashOf(unnamed), unnamed)).toBe('unwanted');
  expect(await writer.put(hashOf(wanted), unnamed)).toBe('refused');
  expect(await writer.put(hashOf(letter), letter)).toBe('refused');
  expect(heldBy(host.workspace)).toEqual([]);
  expect(await writer.put(hashOf(wanted), wanted)).toBe('kept');
  expect(await reader.get(hashOf(wanted))).toEqual(wanted);
  expect(await reader.get(hashOf(unnamed))).toBeNull();
});

test('whoever is put out gets no picture any more', async () => {
  const { host, section } = await shared();
  const hash = await insert(host.workspace, section, png(47, 20));
  const client = await clientOf(host, await come(await invited(host, LEAD)));
  expect(await client.get(hash)).not.toBeNull();
  const [member] = await host.handlers.members({});
  await host.handlers.revoke({ member: member!.member });
  // The connection that it had is cut, and with another one it is not let in.
  await expect(client.get(hash)).rejects.toThrow('host-unreachable');
  await expect(client.get(hash)).rejects.toThrow('host-answer');
});

test('what a device sends is counted, and beyond its quota nothing is taken', async () => {
  const { host, section } = await shared();
  const [first, second] = [png(48, 20), png(49, 20)];
  for (const bytes of [first, second]) await name(host.workspace, section, hashOf(bytes));
  const grant: Grant = LEAD;
  const desk = pictureDesk({ workspace: host.workspace, grant, device: 7, quota: first.length + 1 });
  expect(desk.refusal(hashOf(first), first.length)).toBeNull();
  desk.keep(first);
  expect(desk.refusal(hashOf(second), second.length)).toBe(413);
});
