import { HocuspocusProvider } from '@hocuspocus/provider';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { randomUUID } from 'node:crypto';
import { join as path } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { carryDevice, createClientId, deviceOfClientId } from '../../shared/document/client-id.ts';
import { contentOf, OUTLINE, sectionDocument, sectionOfDocument } from '../../shared/document/layout.ts';
import type { Role } from '../../shared/domain/membership.ts';
import type { OpenStrategy } from '../application/application.ts';
import { seededRandom } from '../hub/kill-cycles.test-support.ts';
import { beginning } from '../comments.test-support.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { checkStrategy } from '../workspace/check.ts';
import { threadsOf } from '../workspace/comments.ts';
import type { DeviceIdentity } from './device-identity.ts';
import { HostSocket, type HostWebSocket } from './host-socket.ts';
import { parseInvitation } from './invitation.ts';
import { join } from './join.ts';
import { syncSocket, SYNC_URL } from './sync-socket.ts';
import { presenceMessage } from './upstream-message.ts';
import { appendParagraph, textsAt } from '../paragraphs.test-support.ts';

const [AUTH, TOKEN] = [2, 0];

/** A member's device on one document, which can send whatever it likes. */
class Member {
  readonly identity: DeviceIdentity;
  readonly connect: HostWebSocket;
  readonly doc: Y.Doc;
  readonly name: string;
  readonly socket: HostSocket;
  readonly provider: HocuspocusProvider;

  constructor(identity: DeviceIdentity, connect: HostWebSocket, name: string) {
    this.identity = identity;
    this.connect = connect;
    this.name = name;
    this.doc = carryDevice(new Y.Doc(), identity.device);
    this.socket = new HostSocket(connect);
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name,
      document: this.doc,
      awareness: null,
    });
    this.provider.attach();
  }

  async synced(): Promise<void> {
    await vi.waitFor(() => {
      expect(this.provider.isSynced).toBe(true);
      expect(this.provider.unsyncedChanges).toBe(0);
    }, 5000);
  }

  raw(bytes: Uint8Array): void {
    this.socket.webSocket?.send(bytes);
  }

  /** Sends bytes as an update of the document. */
  update(data: Uint8Array): void {
    this.raw(syncMessage(this.name, data));
  }

  close(): void {
    this.provider.destroy();
    this.socket.destroy();
  }
}

function syncMessage(name: string, data: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, 0);
  writeVarUint(encoder, 2);
  writeVarUint8Array(encoder, data);
  return toUint8Array(encoder);
}

/** A message that says of windows, by their Yjs client ids, where they are. */
function presenceOf(clients: readonly number[], state: unknown): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, clients.length);
  for (const client of clients) {
    writeVarUint(encoder, client);
    writeVarUint(encoder, 1);
    writeVarString(encoder, JSON.stringify(state));
  }
  return presenceMessage(OUTLINE, toUint8Array(encoder));
}

/** A shared strategy, somebody honest who writes in it, and a way to come as somebody else. */
async function stage() {
  const { application, folder } = temporaryApplication();
  const host = application.create(path(folder, 'host.strategy'), { title: 'A', template: 'action-plan' });
  await host.handlers.share({ listen: '127.0.0.1:0' });
  const section = (await host.workspace.outline()).sections[0]!.id;
  const document = sectionDocument(section);
  const come = async (role: Role, name = document): Promise<Member> => {
    const sections = role === 'contributor' ? [section] : [];
    const { invitation: text } = await host.handlers.invite({
      name: 'Somebody',
      role,
      sections,
      isPreApproved: true,
      hours: 1,
    });
    const invitation = parseInvitation(text);
    const identity = await temporaryApplication().application.profile.identity;
    await join({ invitation, identity, person: { name: 'Somebody', organisation: '' }, onCode: () => {} });
    const connect = syncSocket({ ...invitation, identity }) as unknown as HostWebSocket;
    const member = new Member(identity, connect, name);
    onTestFinished(() => member.close());
    return member;
  };
  const honest = await come('lead');
  await honest.synced();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return { host, document, come, honest };
}

let count = 0;

/** The host is up, the honest member writes and is answered, and the file agrees with itself. */
async function allIsWell(host: OpenStrategy, honest: Member): Promise<void> {
  const text = `honest ${++count}`;
  appendParagraph(honest.doc, text);
  await vi.waitFor(() => expect(honest.provider.unsyncedChanges).toBe(0), 1000);
  expect(await textsAt(host.workspace, honest.name)).toContain(text);
  expect(await checkStrategy(host.workspace)).toEqual({ ok: true, problems: [] });
}

/** A letter that a device of that number writes. */
function letterBy(device: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = createClientId(device);
  appendParagraph(doc, 'forged');
  return Y.encodeStateAsUpdate(doc);
}

/** The updates that a device makes by writing letter after letter. */
function flood({ identity }: Member, letters: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.clientID = createClientId(identity.device);
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let letter = 0; letter < letters; letter++) doc.getText('flood').insert(letter, 'x');
  return updates;
}

function floodAt({ workspace }: OpenStrategy, document: string): Promise<string> {
  return workspace.hub.read(document, (doc) => doc.getText('flood').toJSON());
}

/** The second is left out, and its place is marked. */
function withGap([first, , third]: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([first!, third!]);
}

/** Two blocks of one client, of which Yjs would read the last alone: a count, the blocks, and nothing deleted. */
function inTwoPlaces(updates: readonly Uint8Array[]): Uint8Array {
  const [first, second] = updates.map((update) => update.slice(1, -1));
  return Uint8Array.from([2, ...first!, ...second!, 0]);
}

test('R4: whoever writes in another device’s name is put off, and nothing of it is kept', async () => {
  const { host, document, come, honest } = await stage();
  const hostile = await come('lead');
  await hostile.synced();
  hostile.update(letterBy(honest.identity.device));
  await vi.waitFor(() => expect(hostile.provider.isSynced).toBe(false), 1000);
  expect(await textsAt(host.workspace, document)).not.toContain('forged');
  await allIsWell(host, honest);
});

test('R5: thousands of updates that build on nothing end that connection, and nobody else waits', async () => {
  const { host, document, come, honest } = await stage();
  const hostile = await come('lead');
  await hostile.synced();
  // Without the first, so that all of them lack something.
  for (const update of flood(hostile, 5000).slice(1)) hostile.update(update);
  await allIsWell(host, honest);
  await vi.waitFor(() => expect(hostile.provider.isSynced).toBe(false), 1000);
  expect(await floodAt(host, document)).toBe('');
});

test('R5: a gap, or one client’s structs in two places, ends the connection and leaves the document whole', async () => {
  const { host, document, come, honest } = await stage();
  for (const spoil of [withGap, inTwoPlaces]) {
    const hostile = await come('lead');
    await hostile.synced();
    hostile.update(spoil(flood(hostile, 3)));
    await vi.waitFor(() => expect(hostile.provider.isSynced).toBe(false), 1000);
    expect(await floodAt(host, document)).toBe('');
    await allIsWell(host, honest);
  }
});

test('frames that are sent again change nothing; sent by another device they end its connection', async () => {
  const { host, document, come, honest } = await stage();
  const [repeating, stealing] = [await come('lead'), await come('lead')];
  for (const member of [repeating, stealing]) await member.synced();
  const sent: Uint8Array[] = [];
  repeating.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== repeating.provider) sent.push(update);
  });
  appendParagraph(repeating.doc, 'said once');
  repeating.doc.transact(() => contentOf(repeating.doc).delete(0, 1));
  await repeating.synced();
  const before = await textsAt(host.workspace, document);
  for (let round = 0; round < 20; round++) for (const update of sent) repeating.update(update);
  await allIsWell(host, honest);
  expect(repeating.provider.isSynced).toBe(true);
  for (const update of sent) stealing.update(update);
  await vi.waitFor(() => expect(stealing.provider.isSynced).toBe(false), 1000);
  await allIsWell(host, honest);
  const after = await textsAt(host.workspace, document);
  expect(after.filter((text) => !text.startsWith('honest'))).toEqual(
    before.filter((text) => !text.startsWith('honest')),
  );
  expect(after.filter((text) => text === 'said once')).toHaveLength(1);
});

/** Opens connections one after the other, and says on each what comes before a frame, and the frame. */
async function sendEach({ name, connect: Connect }: Member, frames: readonly Uint8Array[]): Promise<void> {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, AUTH);
  writeVarUint(encoder, TOKEN);
  writeVarString(encoder, '');
  writeVarString(encoder, '4.8.0');
  const greeting = toUint8Array(encoder);
  for (const frame of frames) {
    const socket = new Connect(SYNC_URL);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('close', () => reject(new Error('The host let nobody in.')));
    });
    const ended = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()));
    socket.send(greeting);
    socket.send(frame);
    // In its turn behind both.
    socket.close();
    await ended;
  }
}

test('frames cut at every length, with turned bits and of noise do no harm', async () => {
  const { host, come, honest } = await stage();
  const random = seededRandom(2027);
  const hostile = await come('lead');
  await hostile.synced();
  const good = syncMessage(hostile.name, letterBy(hostile.identity.device));
  const frames = Array.from({ length: good.length }, (_, length) => good.slice(0, length));
  for (let round = 0; round < 80; round++) {
    const turned = good.slice();
    turned[Math.floor(random() * turned.length)]! ^= 1 << Math.floor(random() * 8);
    frames.push(
      turned,
      Uint8Array.from({ length: Math.floor(random() * 300) }, () => random() * 256),
    );
  }
  await sendEach(hostile, frames);
  await allIsWell(host, honest);
}, 120_000);

test('a frame of a hundred megabytes ends that connection alone', async () => {
  const { host, come, honest } = await stage();
  const hostile = await come('lead');
  await hostile.synced();
  hostile.raw(new Uint8Array(100 * 1024 * 1024));
  await allIsWell(host, honest);
  await vi.waitFor(() => expect(hostile.provider.isSynced).toBe(false), 5000);
});

test('only a lead makes documents that are not there', async () => {
  const { host, come, honest } = await stage();
  const before = host.workspace.file.documents().length;
  const hostile = await come('contributor', sectionDocument('nowhere'));
  const refused = vi.fn<() => void>();
  hostile.provider.on('authenticationFailed', refused);
  await vi.waitFor(() => expect(refused).toHaveBeenCalled(), 5000);
  expect(host.workspace.file.documents().length).toBe(before);
  await allIsWell(host, honest);
});

test.each(['reader', 'commenter'] as const)('R3: what a %s writes is not taken, and not acknowledged', async (role) => {
  const { host, document, come, honest } = await stage();
  const hostile = await come(role);
  await hostile.synced();
  appendParagraph(hostile.doc, 'not mine to write');
  await allIsWell(host, honest);
  expect(hostile.provider.unsyncedChanges).toBeGreaterThan(0);
  expect(await textsAt(host.workspace, document)).not.toContain('not mine to write');
});

test('what a member had sent before being put out, and was not taken yet, is not taken any more', async () => {
  const { host, document, come, honest } = await stage();
  const member = await come('lead');
  await member.synced();
  const entry = (await host.handlers.members({})).at(-1)!;
  let taken = 0;
  const put = await host.workspace.hub.read(document, (doc) => {
    const isOut = new Promise<void>((resolve) => {
      doc.on('update', () => {
        if (++taken === 10) resolve(host.handlers.revoke({ member: entry.member }).then(() => {}));
      });
    });
    return { isOut };
  });
  for (const update of flood(member, 500)) member.update(update);
  await put.isOut;
  await vi.waitFor(() => expect(member.provider.isSynced).toBe(false), 1000);
  await allIsWell(host, honest);
  expect(await floodAt(host, document)).toHaveLength(10);
});

test('nobody says where others are, nor calls themselves what they like; 50,000 windows, or noise, end that connection alone', async () => {
  const { host, come, honest } = await stage();
  const followed = await host.workspace.hub.follow(OUTLINE);
  onTestFinished(() => followed.release());
  const { awareness } = followed;
  const hostile = await come('reader', OUTLINE);
  await hostile.synced();
  const [own, forged] = [createClientId(hostile.identity.device), createClientId(honest.identity.device)];
  const place = { section: 's', block: null, caret: null, person: { name: 'The Prime Minister', organisation: '' } };
  hostile.raw(presenceOf([forged, own], place));
  await vi.waitFor(() => expect(awareness.getStates().get(own)).toMatchObject({ person: { name: 'Somebody' } }));
  expect(awareness.getStates().has(forged)).toBe(false);

  // At once, or one after the other.
  for (const size of [50_000, 1]) {
    const member = await come('reader', OUTLINE);
    await member.synced();
    const ended = new Promise((resolve) => member.socket.webSocket!.addEventListener('close', resolve));
    const windows = Array.from({ length: Math.max(size, 20) }, () => createClientId(member.identity.device));
    for (let at = 0; at < windows.length; at += size) member.raw(presenceOf(windows.slice(at, at + size), place));
    await ended;
    member.close();
    await allIsWell(host, honest);
    const left = [...awareness.getStates().keys()].filter(
      (client) => deviceOfClientId(client) === member.identity.device,
    );
    expect(left).toEqual([]);
  }

  const noisy = await come('reader', OUTLINE);
  await noisy.synced();
  noisy.raw(presenceMessage(OUTLINE, Uint8Array.of(200, 1, 2, 3)));
  noisy.raw(presenceMessage(OUTLINE, Uint8Array.of(1, 1, 1, 2, 0x7b, 0x7b)));
  await allIsWell(host, honest);
});

test('W1, R6: a comment bears the name that the host knows; a reader’s, a made-up one, noise and a flood of them do no harm', async () => {
  const { host, document, come, honest } = await stage();
  const section = sectionOfDocument(document)!;
  const ask = (member: Member, seq: number, command: object): void =>
    member.provider.sendStateless(
      JSON.stringify({ type: 'comment', seq, section, command, by: 'The lead', device: 1 }),
    );
  const begin = (text: string) => ({ ...beginning('p', '', text), by: 'The lead' });
  const said = async (): Promise<string[]> =>
    (await threadsOf(host.workspace, section)).flatMap(({ messages }) =>
      messages.map(({ by, text }) => `${by}: ${text}`),
    );

  const commenter = await come('commenter', OUTLINE);
  await commenter.synced();
  ask(commenter, 1, begin('Which?'));
  await vi.waitFor(async () => expect(await said()).toEqual(['Somebody: Which?']));

  const reader = await come('reader', OUTLINE);
  await reader.synced();
  const answers: string[] = [];
  reader.provider.on('stateless', ({ payload }: { payload: string }) => answers.push(payload));
  ask(reader, 7, begin('Not mine to say'));
  const refused = JSON.stringify({ type: 'comment-answer', seq: 7, refusal: 'not-granted' });
  await vi.waitFor(() => expect(answers).toContain(refused));

  for (const noise of ['', '{', 'null', '[1]', '{"type":"comment"}', '{"type":"comment","seq":1e99,"section":"../x"}'])
    commenter.provider.sendStateless(noise);
  ask(commenter, 2, { ...begin('x'), thread: '../outline' });
  ask(commenter, 3, begin('x'.repeat(100_000)));
  expect(await said()).toEqual(['Somebody: Which?']);
  await allIsWell(host, honest);

  const ended = new Promise((resolve) => commenter.socket.webSocket!.addEventListener('close', resolve));
  for (let seq = 10; seq < 1200; seq++) ask(commenter, seq, { kind: 'resolve', thread: randomUUID() });
  await ended;
  await allIsWell(host, honest);
  expect(await said()).toEqual(['Somebody: Which?']);
});
