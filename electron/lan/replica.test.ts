import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket as Socket, WebSocketServer } from 'ws';
import { expect, onTestFinished, test, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Arrived } from '../../shared/contract/sharing.ts';
import { carryDevice } from '../../shared/document/client-id.ts';
import {
  commentsDocument,
  contentOf,
  OUTLINE,
  sectionDocument,
  sectionOfDocument,
} from '../../shared/document/layout.ts';
import { addSection } from '../../shared/document/outline.ts';
import { mayWrite } from '../../shared/document/rights.ts';
import type { Grant } from '../../shared/domain/membership.ts';
import { beginning } from '../comments.test-support.ts';
import { writeReplicaNote } from '../storage/replica-note.ts';
import { StrategyFile } from '../storage/strategy-file.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { checkStrategy } from '../workspace/check.ts';
import { comment, discardComment, threadsOf } from '../workspace/comments.ts';
import { answerComment } from './comment-messages.ts';
import { Replica } from './replica.ts';
import type { HostWebSocket } from './host-socket.ts';
import { appendParagraph, textsAt } from '../paragraphs.test-support.ts';

const LEAD: Grant = { role: 'lead', sections: [] };

/** @param believed What the replica takes for granted, where that is not what is. */
async function share(grant: Grant = LEAD, believed: Grant = grant) {
  const { application: hostApplication, folder } = temporaryApplication();
  const host = hostApplication.create(join(folder, 'host.strategy'), { title: 'A', template: 'action-plan' }).workspace;
  const { application } = temporaryApplication();
  const device = application.profile.device;
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const network = { isUp: true, isBroken: false, attempts: 0 };
  sockets.on('connection', (socket, request) => {
    network.attempts++;
    if (!network.isUp) return socket.terminate();
    host.hub.connect(socket, request, {
      author: { device, name: 'Ministry', organisation: '' },
      rights: { device, mayWrite: (document) => mayWrite(grant, document), mayCreate: () => grant.role === 'lead' },
      answer: async (message) => {
        if (network.isBroken) throw new Error('The disk does not answer.');
        return answerComment(host, message, { device, name: 'Ministry', organisation: '' }, grant);
      },
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const connect = class extends Socket {
    constructor() {
      super(`ws://127.0.0.1:${port}`);
      // As the real one: what is closed before it was open is no error to anybody.
      this.on('error', () => {});
    }
  } as unknown as HostWebSocket;
  const first = new Y.Doc();
  host.file.load(OUTLINE, first);
  const file = join(folder, 'replica.strategy');
  const note = { host: 'f', addresses: [], member: 'm', grant: believed, writers: [] };
  StrategyFile.create(
    file,
    new Map([[OUTLINE, first]]),
    application.author(),
    (db) => writeReplicaNote({ db }, note),
    host.file.strategy,
  ).close();
  const replica = application.open(file).workspace;
  const arrivals: Arrived[] = [];
  const start = () => Replica.start({ workspace: replica, connect, onArrived: (arrived) => arrivals.push(arrived) });
  const [section, other] = (await host.outline()).sections.map(({ id }) => sectionDocument(id)) as [string, string];
  return { host, replica, start, section, other, network, sockets, arrivals };
}

test('a replica gets every document, and both sides have what either writes', async () => {
  const { host, replica, start, section } = await share();
  await host.edit(section, (doc) => appendParagraph(doc, 'at the host'));
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(await textsAt(replica, section)).toContain('at the host');
  await replica.edit(section, (doc) => appendParagraph(doc, 'at the replica'));
  await link.whenInStep();
  expect(await textsAt(host, section)).toContain('at the replica');
  await host.edit(section, (doc) => appendParagraph(doc, 'at the host again'));
  await expect.poll(() => textsAt(replica, section)).toContain('at the host again');
  expect(await checkStrategy(host)).toMatchObject({ ok: true });
  expect(await checkStrategy(replica)).toMatchObject({ ok: true });
});

test('what came in while the host was away is told: where, and by whom; of a copy just made nothing is', async () => {
  const { host, replica, start, section, other, network, sockets, arrivals } = await share();
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const first = await start();
  await first.whenInStep();
  await host.edit(section, (doc) => appendParagraph(doc, 'as it is seen to come'));
  await expect.poll(() => textsAt(replica, section)).toContain('as it is seen to come');
  // Longer than it waits for more to come.
  await delay(700);
  await first.close();
  expect(arrivals).toEqual([]);
  await host.edit(section, (doc) => appendParagraph(doc, 'meanwhile'));
  await replica.edit(other, (doc) => appendParagraph(doc, 'of our own'));
  const section_ = sectionOfDocument(section)!;
  const shortened = (await host.outline()).sections[2]!.id;
  await host.edit(sectionDocument(shortened), (doc) => contentOf(doc).delete(0, 1));
  await comment(host, section_, beginning('b', '', 'Why?'));
  const again = await start();
  onTestFinished(() => again.close());
  await again.whenInStep();
  const told = (): unknown =>
    arrivals.map(({ sections, comments }) => [sections.map((entry) => entry.section).toSorted(), comments]);
  await expect.poll(told).toEqual([[[section_, shortened].toSorted(), [section_]]]);
  // Who they are, nobody has told this machine.
  expect(arrivals[0]!.sections.map(({ names }) => names)).toEqual([[], []]);
  arrivals.length = 0;
  await host.edit(section, (doc) => appendParagraph(doc, 'live'));
  await expect.poll(() => textsAt(replica, section)).toContain('live');
  // A moment without the host is nothing to tell of, hours are, whatever woke up first.
  for (const [hours, times] of [
    [0, 0],
    [8, 1],
  ] as const) {
    network.isUp = false;
    for (const socket of sockets.clients) socket.terminate();
    await expect.poll(() => again.state.isConnected).toBe(false);
    await host.edit(section, (doc) => appendParagraph(doc, `after ${hours} hours`));
    vi.setSystemTime(Date.now() + hours * 3_600_000);
    network.isUp = true;
    await expect.poll(() => textsAt(replica, section), { timeout: 5000 }).toContain(`after ${hours} hours`);
    await delay(700);
    expect(arrivals).toHaveLength(times);
  }
});

test('what waits is known after the machine was off, and what does not wait is not told', async () => {
  const { replica, start, section, network, sockets } = await share();
  const first = await start();
  await replica.edit(section, (doc) => appendParagraph(doc, 'the host has it'));
  await first.whenInStep();
  await first.close();
  network.isUp = false;
  for (const socket of sockets.clients) socket.terminate();
  const second = await start();
  expect(second.state.waiting).toBe(0);
  for (const text of ['one', 'two']) await replica.edit(section, (doc) => appendParagraph(doc, text));
  expect(second.state.waiting).toBe(2);
  await second.close();
  const third = await start();
  onTestFinished(() => third.close());
  expect(third.state.waiting).toBe(2);
  network.isUp = true;
  await expect.poll(() => third.state, { timeout: 5000 }).toMatchObject({ isConnected: true, waiting: 0 });
});

test('a section that nobody has written in yet is followed from when the outline names it, with what is said about it', async () => {
  const { host, replica, start } = await share({ role: 'commenter', sections: [] });
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  const section = await host.edit(OUTLINE, (doc) => addSection(doc, 'New', null));
  await comment(host, section, beginning('b', '', 'Who writes this?'));
  await expect.poll(async () => (await threadsOf(replica, section)).length).toBe(1);
  await host.edit(sectionDocument(section), (doc) => appendParagraph(doc, 'Somebody'));
  await expect.poll(() => textsAt(replica, sectionDocument(section))).toContain('Somebody');
  expect(link.state.refused).toBe(0);
});

test('what both wrote while they were apart is merged', async () => {
  const { host, replica, start, section } = await share();
  const before = await start();
  await before.whenInStep();
  await before.close();
  await replica.edit(section, (doc) => appendParagraph(doc, 'here'));
  await host.edit(section, (doc) => appendParagraph(doc, 'there'));
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  for (const side of [host, replica])
    expect(await textsAt(side, section)).toEqual(expect.arrayContaining(['here', 'there']));
  expect(await textsAt(host, section)).toEqual(await textsAt(replica, section));
});

test('R3: a reader’s change is refused where it is made', async () => {
  const { host, replica, start, section } = await share({ role: 'reader', sections: [] });
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  await expect(replica.edit(section, (doc) => appendParagraph(doc, 'not mine'))).rejects.toMatchObject({
    failure: { type: 'not-granted' },
  });
  await host.edit(section, (doc) => appendParagraph(doc, 'from the lead'));
  await expect.poll(() => textsAt(replica, section)).toContain('from the lead');
});

test('R3: whoever takes it for granted all the same is refused by the host, told, and everything else goes on', async () => {
  const { host, replica, start, section } = await share({ role: 'reader', sections: [] }, LEAD);
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  await replica.edit(section, (doc) => appendParagraph(doc, 'not mine'));
  await expect.poll(() => link.state.refused).toBe(1);
  expect(await textsAt(host, section)).not.toContain('not mine');
  await host.edit(section, (doc) => appendParagraph(doc, 'from the lead'));
  await expect.poll(() => textsAt(replica, section)).toContain('from the lead');
});

test('what is written before the host was ever reached is counted, until it has arrived', async () => {
  const { host, replica, start, section, network } = await share();
  network.isUp = false;
  const link = await start();
  onTestFinished(() => link.close());
  await replica.edit(section, (doc) => appendParagraph(doc, 'alone'));
  await replica.edit(section, (doc) => appendParagraph(doc, 'still alone'));
  expect(link.state.waiting).toBe(2);
  await expect.poll(() => network.attempts).toBeGreaterThan(0);
  await expect.poll(() => link.state).toMatchObject({ isConnected: false, waiting: 2 });
  network.isUp = true;
  await link.whenInStep();
  expect(link.state).toMatchObject({ waiting: 0, refused: 0 });
  expect(await textsAt(host, section)).toEqual(expect.arrayContaining(['alone', 'still alone']));
});

test('what was refused in one section hides nothing that is still on its way in another', async () => {
  const granted = await share({ role: 'contributor', sections: [] }, LEAD);
  await granted.replica.edit(granted.section, (doc) => appendParagraph(doc, 'refused'));
  await granted.replica.edit(granted.other, (doc) => appendParagraph(doc, 'refused too'));
  const link = await granted.start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(link.state).toMatchObject({ waiting: 0, refused: 2 });
});

test('a document that the host does not have, and takes from nobody but a lead, keeps nobody waiting', async () => {
  const { replica, start } = await share({ role: 'contributor', sections: [] }, LEAD);
  await replica.edit(sectionDocument('own'), (doc) => appendParagraph(doc, 'of my own'));
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(link.state).toMatchObject({ behind: 0, waiting: 0, refused: 1 });
});

test('a disk that was full is no end of it: what could not be kept comes when there is room', async () => {
  const { host, replica, start, section } = await share();
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { db } = replica.file;
  db.exec('VACUUM');
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  await host.edit(section, (doc) => appendParagraph(doc, 'x'.repeat(200_000)));
  await expect.poll(() => replica.hub.failure).toBe('SQLITE_FULL');
  // It builds on what could not be kept.
  await host.edit(section, (doc) => appendParagraph(doc, 'small'));
  db.pragma('max_page_count = 1073741823');
  replica.hub.retry();
  await expect.poll(() => textsAt(replica, section), { timeout: 10_000 }).toContain('small');
  await link.whenInStep();
  expect(await textsAt(replica, section)).toEqual(await textsAt(host, section));
  expect(await checkStrategy(replica)).toMatchObject({ ok: true });
});

/** A window that says where it is to the awareness of its process. */
function windowOf(awareness: Awareness, device: number) {
  const own = new Awareness(carryDevice(new Y.Doc(), device));
  onTestFinished(() => own.destroy());
  return {
    client: own.clientID,
    say: (state: Record<string, unknown>) => {
      own.setLocalState(state);
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(own, [own.clientID]), 'window');
    },
    leave: () => removeAwarenessStates(awareness, [own.clientID], 'window'),
  };
}

const place = (section: string) => ({ section, block: null, caret: null });

test('who is where is told both ways, under the name that the host knows, and forgotten without the host', async () => {
  const { host, replica, start, network, sockets } = await share();
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  const [atHost, atReplica] = await Promise.all([host.hub.follow(OUTLINE), replica.hub.follow(OUTLINE)]);
  const lead = windowOf(atHost.awareness, host.device);
  const colleague = windowOf(atReplica.awareness, replica.device);
  const seenAt = ({ awareness }: typeof atHost, { client }: typeof lead) => awareness.getStates().get(client);

  colleague.say({ ...place('s1'), person: { name: 'The Prime Minister', organisation: '' }, more: 'x' });
  const vouched = { ...place('s1'), person: { name: 'Ministry', organisation: '' } };
  await expect.poll(() => seenAt(atHost, colleague)).toEqual(vouched);
  lead.say({ ...place('s2'), person: { name: 'Lead', organisation: '' } });
  await expect.poll(() => seenAt(atReplica, lead)).toMatchObject({ section: 's2', person: { name: 'Lead' } });

  // Somebody else's window is not theirs to speak of.
  const forged = windowOf(atReplica.awareness, host.device);
  forged.say(place('s3'));
  colleague.say(place('s4'));
  await expect.poll(() => seenAt(atHost, colleague)).toMatchObject({ section: 's4' });
  expect(seenAt(atHost, forged)).toBeUndefined();

  colleague.leave();
  await expect.poll(() => seenAt(atHost, colleague)).toBeUndefined();
  colleague.say(place('s5'));
  await expect.poll(() => seenAt(atHost, colleague)).toMatchObject({ section: 's5' });

  network.isUp = false;
  for (const socket of sockets.clients) socket.terminate();
  await expect.poll(() => seenAt(atReplica, lead)).toBeUndefined();
  await expect.poll(() => seenAt(atHost, colleague)).toBeUndefined();
  expect(seenAt(atReplica, colleague)).toMatchObject({ section: 's5' });
  network.isUp = true;
  await expect.poll(() => seenAt(atHost, colleague), { timeout: 10_000 }).toMatchObject({ section: 's5' });
  await expect.poll(() => seenAt(atReplica, lead)).toMatchObject({ section: 's2' });
});

test('a place that is none is told to nobody', async () => {
  const { host, replica, start } = await share();
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  const [atHost, atReplica] = await Promise.all([host.hub.follow(OUTLINE), replica.hub.follow(OUTLINE)]);
  const long = windowOf(atReplica.awareness, replica.device);
  long.say(place('x'.repeat(10_000)));
  const honest = windowOf(atReplica.awareness, replica.device);
  honest.say(place('s1'));
  await expect.poll(() => atHost.awareness.getStates().get(honest.client)).toMatchObject({ section: 's1' });
  expect([...atHost.awareness.getStates().keys()]).toEqual([honest.client]);
});

const begin = (text: string) => beginning('p', '', text);

const COMMENTER: Grant = { role: 'commenter', sections: [] };

test('R6: what is commented without the host is seen here at once, and done by the host as soon as it is there', async () => {
  const { host, replica, start, section, network } = await share(COMMENTER);
  const id = sectionOfDocument(section)!;
  network.isUp = false;
  const command = begin('Which?');
  await comment(replica, id, command);
  const [waiting] = await threadsOf(replica, id);
  expect(waiting!.messages[0]).toMatchObject({ text: 'Which?' });
  expect(Object.values(waiting!.deliveries)).toEqual([{ kind: 'waiting' }]);
  const link = await start();
  onTestFinished(() => link.close());
  expect(link.state.waiting).toBe(1);
  network.isUp = true;
  await link.whenInStep();
  expect(await threadsOf(host, id)).toMatchObject([{ messages: [{ text: 'Which?', by: 'Ministry' }] }]);
  await expect.poll(() => threadsOf(replica, id)).toMatchObject([{ messages: [{ by: 'Ministry' }], deliveries: {} }]);
  expect(replica.outbox.list()).toEqual([]);
  await comment(host, id, { kind: 'resolve', thread: command.thread });
  await expect.poll(async () => (await threadsOf(replica, id))[0]?.resolved).not.toBeNull();
  expect(await checkStrategy(host)).toMatchObject({ ok: true });
  expect(await checkStrategy(replica)).toMatchObject({ ok: true });
});

test('W2: a comment whose answer was lost is sent again, and done once', async () => {
  const { host, replica, start, section } = await share(COMMENTER);
  const id = sectionOfDocument(section)!;
  const command = begin('Once');
  await comment(replica, id, command);
  await comment(replica, id, command);
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(replica.outbox.list()).toEqual([]);
  expect(await threadsOf(host, id)).toMatchObject([{ messages: [{ text: 'Once' }] }]);
});

test('R6: a reader may not comment; whoever was told otherwise is refused by the host and keeps the words', async () => {
  const known = await share({ role: 'reader', sections: [] });
  const id = sectionOfDocument(known.section)!;
  await expect(comment(known.replica, id, begin('No'))).rejects.toThrow('not-granted');

  const { host, replica, start, section } = await share({ role: 'reader', sections: [] }, COMMENTER);
  const there = sectionOfDocument(section)!;
  const command = begin('Not mine to say');
  await comment(replica, there, command);
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(await threadsOf(host, there)).toEqual([]);
  const [thread] = await threadsOf(replica, there);
  expect(thread).toMatchObject({ messages: [{ text: 'Not mine to say' }] });
  expect(Object.values(thread!.deliveries)).toEqual([{ kind: 'refused', reason: 'not-granted' }]);
  discardComment(replica, thread!.messages[0]!.id);
  expect(await threadsOf(replica, there)).toEqual([]);
});

test('W1: comments cannot be written as changes to their document, not by a lead either', async () => {
  const { host, replica, start, section } = await share();
  const id = sectionOfDocument(section)!;
  await comment(host, id, begin('From the host'));
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  await expect(replica.edit(commentsDocument(id), (doc) => doc.getMap('threads').clear())).rejects.toThrow(
    'not-granted',
  );
  expect(await threadsOf(host, id)).toHaveLength(1);
});

test('what builds on another comment that waits is done after it', async () => {
  const { host, replica, start, section } = await share(COMMENTER);
  const id = sectionOfDocument(section)!;
  const thread = randomUUID();
  await comment(replica, id, { kind: 'begin', thread, message: randomUUID(), block: 'p', quote: '', text: '0' });
  for (let text = 1; text < 20; text++)
    await comment(replica, id, { kind: 'reply', thread, message: randomUUID(), text: String(text) });
  await comment(replica, id, { kind: 'resolve', thread });
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  const [done] = await threadsOf(host, id);
  expect(done!.messages).toHaveLength(20);
  expect(done!.resolved).not.toBeNull();
  expect(replica.outbox.list()).toEqual([]);
});

test('a host that fails at a comment goes on, and does it when it is asked again', async () => {
  const { host, replica, start, section, network } = await share(COMMENTER);
  const id = sectionOfDocument(section)!;
  vi.spyOn(console, 'error').mockImplementation(() => {});
  network.isBroken = true;
  const before = await start();
  await comment(replica, id, begin('Which?'));
  await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
  network.isBroken = false;
  expect(before.state).toMatchObject({ isConnected: true, waiting: 1 });
  await before.close();
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(await threadsOf(host, id)).toMatchObject([{ messages: [{ text: 'Which?' }] }]);
});

test('a row of the outbox that cannot be read hinders nothing and stays', async () => {
  const { host, replica, start, section } = await share(COMMENTER);
  const id = sectionOfDocument(section)!;
  replica.file.db.prepare(`INSERT INTO outbox (section, command, at) VALUES (?, '{', 0)`).run(id);
  await comment(replica, id, begin('Which?'));
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(await threadsOf(host, id)).toHaveLength(1);
  expect(replica.file.db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(1);
});
