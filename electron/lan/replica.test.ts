import { join } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket as Socket, WebSocketServer } from 'ws';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { readBlocks } from '../../shared/document/blocks.ts';
import { contentOf, OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { mayWrite } from '../../shared/document/rights.ts';
import type { Grant } from '../../shared/domain/membership.ts';
import { writeReplicaNote } from '../storage/replica-note.ts';
import { StrategyFile } from '../storage/strategy-file.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { checkStrategy } from '../workspace/check.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Replica } from './replica.ts';
import type { HostWebSocket } from './host-socket.ts';

function write(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  contentOf(doc).push([paragraph]);
  paragraph.push([new Y.XmlText(text)]);
}

async function textsOf(workspace: Workspace, document: string): Promise<string[]> {
  return workspace.hub.read(document, (doc) => readBlocks(contentOf(doc)).map(({ text }) => text));
}

const LEAD: Grant = { role: 'lead', sections: [] };

/** @param believed What the replica takes for granted, where that is not what is. */
async function share(grant: Grant = LEAD, believed: Grant = grant) {
  const { application: hostApplication, folder } = temporaryApplication();
  const host = hostApplication.create(join(folder, 'host.strategy'), { title: 'A', template: 'action-plan' }).workspace;
  const { application } = temporaryApplication();
  const device = application.profile.device;
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    host.hub.connect(socket, request, {
      author: { device, name: 'Ministry', organisation: '' },
      rights: { device, mayWrite: (document) => mayWrite(grant, document), mayCreate: grant.role === 'lead' },
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
    }
  } as unknown as HostWebSocket;
  const first = new Y.Doc();
  host.file.load(OUTLINE, first);
  const file = join(folder, 'replica.strategy');
  const note = { host: 'f', addresses: [], member: 'm', grant: believed };
  StrategyFile.create(
    file,
    new Map([[OUTLINE, first]]),
    application.author(),
    (db) => writeReplicaNote({ db }, note),
    host.file.strategy,
  ).close();
  const replica = application.open(file).workspace;
  const start = () => Replica.start({ workspace: replica, connect, memberOf: () => null });
  const section = sectionDocument((await host.outline()).sections[0]!.id);
  return { host, replica, start, section };
}

test('a replica gets every document, and both sides have what either writes', async () => {
  const { host, replica, start, section } = await share();
  await host.edit(section, (doc) => write(doc, 'at the host'));
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  expect(await textsOf(replica, section)).toContain('at the host');
  await replica.edit(section, (doc) => write(doc, 'at the replica'));
  await link.whenInStep();
  expect(await textsOf(host, section)).toContain('at the replica');
  await host.edit(section, (doc) => write(doc, 'at the host again'));
  await expect.poll(() => textsOf(replica, section)).toContain('at the host again');
  expect(await checkStrategy(host)).toMatchObject({ ok: true });
  expect(await checkStrategy(replica)).toMatchObject({ ok: true });
});

test('what both wrote while they were apart is merged', async () => {
  const { host, replica, start, section } = await share();
  const before = await start();
  await before.whenInStep();
  await before.close();
  await replica.edit(section, (doc) => write(doc, 'here'));
  await host.edit(section, (doc) => write(doc, 'there'));
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  for (const side of [host, replica])
    expect(await textsOf(side, section)).toEqual(expect.arrayContaining(['here', 'there']));
  expect(await textsOf(host, section)).toEqual(await textsOf(replica, section));
});

test('R3: a reader’s change is refused where it is made', async () => {
  const { host, replica, start, section } = await share({ role: 'reader', sections: [] });
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  await expect(replica.edit(section, (doc) => write(doc, 'not mine'))).rejects.toMatchObject({
    failure: { type: 'not-granted' },
  });
  await host.edit(section, (doc) => write(doc, 'from the lead'));
  await expect.poll(() => textsOf(replica, section)).toContain('from the lead');
});

test('R3: whoever takes it for granted all the same is refused by the host, told, and everything else goes on', async () => {
  const { host, replica, start, section } = await share({ role: 'reader', sections: [] }, LEAD);
  const link = await start();
  onTestFinished(() => link.close());
  await link.whenInStep();
  await replica.edit(section, (doc) => write(doc, 'not mine'));
  await expect.poll(() => link.state.refused).toBe(1);
  expect(await textsOf(host, section)).not.toContain('not mine');
  await host.edit(section, (doc) => write(doc, 'from the lead'));
  await expect.poll(() => textsOf(replica, section)).toContain('from the lead');
});
