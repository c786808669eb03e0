import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { writeContent } from '../../shared/document/content.ts';
import { readThreads } from '../../shared/document/comments.ts';
import { moveBlockToSection } from '../../shared/document/move-block.ts';
import { commentsDocument, sectionDocument } from '../../shared/document/layout.ts';
import { beginning } from '../comments.test-support.ts';
import { Peer } from '../hub/served-process.test-support.ts';
import { LoopbackServer } from '../loopback/loopback-server.ts';
import { temporaryApplication } from '../strategy.test-support.ts';

async function newStrategy() {
  const { application, folder } = temporaryApplication();
  const path = join(folder, 'a.strategy');
  const open = application.create(path, { title: 'A', template: 'action-plan' });
  const { sections } = await open.workspace.outline();
  const section = sections[0]!.id;
  const paragraph = (id: string, text: string) => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text }],
  });
  await open.workspace.edit(sectionDocument(section), (doc) =>
    writeContent(doc, [paragraph('p1', 'Police and the courts.'), paragraph('p2', 'Schools.')]),
  );
  return { application, folder, path, section, ...open };
}

const begin = (block: string, quote: string, text = 'Which?') => beginning(block, quote, text);

test('comments are in the file, signed, in the order of the text, and the file agrees with itself', async () => {
  const { application, path, section, handlers } = await newStrategy();
  const first = begin('p2', 'Schools');
  await handlers.comment({ section, command: first, as: 'Justice' });
  await handlers.comment({ section, command: begin('p1', 'courts'), as: 'Lead' });
  await handlers.comment({ section, command: begin('gone', 'nowhere') });
  await handlers.comment({ section, command: { kind: 'resolve', thread: first.thread }, as: 'Lead' });
  expect((await handlers.check({})).problems).toEqual([]);
  await application.close();

  const again = temporaryApplication().application.open(path);
  const threads = await again.handlers.threads({ section });
  expect(threads.map(({ place, messages }) => [place, messages[0]!.by])).toEqual([
    ['p1', 'Lead'],
    ['p2', 'Justice'],
    [null, expect.any(String)],
  ]);
  expect(threads[1]).toMatchObject({ resolved: { by: 'Lead' } });
  await expect(again.handlers.comment({ section: 'nowhere', command: begin('p1', '') })).rejects.toThrow(
    'section-unknown',
  );
});

test('W7: what is said about a paragraph that is moved to another section is shown there', async () => {
  const { workspace, section, handlers } = await newStrategy();
  const other = (await workspace.outline()).sections[1]!.id;
  await handlers.comment({ section, command: begin('p1', 'courts') });
  await handlers.comment({ section, command: begin('p2', 'Schools') });
  const [source, target] = [new Y.Doc(), new Y.Doc()];
  workspace.file.load(sectionDocument(section), source);
  workspace.file.load(sectionDocument(other), target);
  // Out of the one first: what stands in two sections at once gets another id in one of them (D2).
  await workspace.edit(sectionDocument(section), (doc) => moveBlockToSection(doc, target, 'p1', null));
  await workspace.edit(sectionDocument(other), (doc) => moveBlockToSection(source, doc, 'p1', null));
  const threads = await handlers.threads({});
  expect(threads.map(({ section: home, at, place }) => [home, at, place])).toEqual([
    [section, section, 'p2'],
    [section, other, 'p1'],
  ]);
  await handlers.comment({
    section,
    command: { kind: 'reply', thread: threads[1]!.id, message: randomUUID(), text: 'There now' },
  });
  expect((await handlers.threads({ section }))[1]!.messages).toHaveLength(2);
});

test('a clean copy has no comments', async () => {
  const { application, folder, section, handlers } = await newStrategy();
  await handlers.comment({ section, command: begin('p1', 'courts', 'Between ourselves') });
  const target = join(folder, 'clean.strategy');
  await handlers.cleanCopy({ file: target });
  const clean = application.open(target);
  expect(clean.workspace.file.documents().filter((name) => name.startsWith('comments/'))).toEqual([]);
});

test('no window writes comments by itself', async () => {
  const { application, id, section, handlers, workspace } = await newStrategy();
  await handlers.comment({ section, command: begin('p1', 'courts') });
  const server = await LoopbackServer.listen({ application, opened: id, port: 0 });
  onTestFinished(() => server.close());
  const served = { child: null as never, origin: server.origin, strategy: id, token: server.sessions.issueToken() };
  const peer = new Peer(served, commentsDocument(section), 11);
  onTestFinished(() => peer.close());
  await peer.synced();
  expect(readThreads(peer.doc)).toHaveLength(1);
  peer.doc.getMap('threads').clear();
  // What it asks for after that is answered after that.
  const answered = new Promise((resolve) => peer.provider.on('stateless', resolve));
  peer.provider.sendStateless('');
  await answered;
  expect(peer.provider.unsyncedChanges).toBeGreaterThan(0);
  const other = new Peer(served, commentsDocument(section), 12);
  onTestFinished(() => other.close());
  await other.synced();
  expect(readThreads(other.doc)).toHaveLength(1);
  const stored = new Y.Doc();
  workspace.file.load(commentsDocument(section), stored);
  expect(readThreads(stored)).toHaveLength(1);
});
