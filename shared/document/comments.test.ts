import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  applyAsked,
  applyCommentCommand,
  commentCommandSchema,
  placeOfThread,
  readThreads,
  type Signature,
} from './comments.ts';

const at = (minute: number): string => `2027-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const signed = (by: string, minute: number): Signature => ({ by, organisation: 'Interior', device: 1, at: at(minute) });
const [one, two, a, b] = [1, 2, 3, 4].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
  string,
];
const begin = { kind: 'begin', thread: one, message: a, block: 'p1', quote: 'the courts', text: 'Which?' } as const;

test('a thread is begun, replied to, resolved, reopened, and opened again by a reply', () => {
  const doc = new Y.Doc();
  applyCommentCommand(doc, begin, signed('Lead', 1));
  applyCommentCommand(doc, { kind: 'reply', thread: one, message: b, text: 'All.' }, signed('Justice', 2));
  const [thread] = readThreads(doc);
  expect(thread).toMatchObject({ id: one, block: 'p1', quote: 'the courts', resolved: null });
  expect(thread!.messages.map(({ by, text }) => [by, text])).toEqual([
    ['Lead', 'Which?'],
    ['Justice', 'All.'],
  ]);
  applyCommentCommand(doc, { kind: 'resolve', thread: one }, signed('Lead', 3));
  expect(readThreads(doc)[0]!.resolved).toEqual(signed('Lead', 3));
  applyCommentCommand(doc, { kind: 'reopen', thread: one }, signed('Justice', 4));
  expect(readThreads(doc)[0]!.resolved).toBeNull();
  applyCommentCommand(doc, { kind: 'resolve', thread: one }, signed('Lead', 5));
  applyCommentCommand(doc, { kind: 'reply', thread: one, message: two, text: 'No.' }, signed('Justice', 6));
  expect(readThreads(doc)[0]!.resolved).toBeNull();
});

test('W8: what is proposed is kept with its thread; what a newer version proposes is a comment like others', () => {
  const doc = new Y.Doc();
  const proposal = { framework: 'valletta-2025', principle: 14, strength: 'partial', reason: 'It says so.' } as const;
  applyCommentCommand(doc, { ...begin, proposal }, signed('Commenter', 1));
  applyCommentCommand(doc, { ...begin, thread: two, message: b }, signed('Commenter', 2));
  expect(readThreads(doc).map((thread) => thread.proposal)).toEqual([proposal, null]);
  doc.getMap('threads').set(one, { block: 'p1', quote: '', proposal: { kind: 'of later' } });
  expect(readThreads(doc).map((thread) => thread.proposal)).toEqual([null, null]);
  expect(readThreads(doc)[0]!.messages).toHaveLength(1);
  // What no tag could be.
  for (const made of [{ principle: 0 }, { principle: 100_000 }, { framework: 'a|b' }])
    expect(commentCommandSchema.safeParse({ ...begin, proposal: { ...proposal, ...made } }).success).toBe(false);
});

test('what is asked for twice is done once, and nobody writes over the words of another', () => {
  const doc = new Y.Doc();
  applyCommentCommand(doc, begin, signed('Lead', 1));
  const before = Y.encodeStateVector(doc);
  applyCommentCommand(doc, begin, signed('Lead', 2));
  applyCommentCommand(doc, { ...begin, block: 'p9', text: 'Mine.' }, signed('Other', 3));
  applyCommentCommand(doc, { kind: 'reply', thread: one, message: a, text: 'Mine.' }, signed('Other', 4));
  expect(Y.encodeStateVector(doc)).toEqual(before);
  applyCommentCommand(doc, { kind: 'resolve', thread: one }, signed('Lead', 5));
  applyCommentCommand(doc, { kind: 'reply', thread: one, message: a, text: 'Mine.' }, signed('Other', 6));
  expect(readThreads(doc)[0]!.resolved).not.toBeNull();
});

test('only a thread that is there can be replied to, resolved or reopened', () => {
  for (const command of [
    { kind: 'reply', thread: one, message: a, text: 'What?' },
    { kind: 'resolve', thread: one },
    { kind: 'reopen', thread: one },
  ] as const) {
    const doc = new Y.Doc();
    expect(() => applyCommentCommand(doc, command, signed('Lead', 1))).toThrow('thread-unknown');
    expect(readThreads(doc)).toEqual([]);
  }
});

test('what nobody has answered is kept, though the thread that it replies to is gone', () => {
  const doc = new Y.Doc();
  applyAsked(doc, { kind: 'resolve', thread: one }, signed('Lead', 1));
  applyAsked(doc, { kind: 'reply', thread: one, message: a, text: 'All.' }, signed('Lead', 2));
  expect(readThreads(doc)).toMatchObject([{ block: '', messages: [{ text: 'All.' }] }]);
});

test('a section takes in no more than can be read at each comment', () => {
  const doc = new Y.Doc();
  applyCommentCommand(doc, begin, signed('Lead', 1));
  for (let message = 1; message < 5000; message++) doc.getMap('messages').set(`${one}|${message}`, {});
  const reply = { kind: 'reply', thread: one, message: b, text: 'One more' } as const;
  expect(() => applyCommentCommand(doc, reply, signed('Lead', 2))).toThrow('comments-full');
  // What is there already is not refused for it: the answer to it was lost.
  applyCommentCommand(doc, begin, signed('Lead', 2));
  applyCommentCommand(doc, { kind: 'resolve', thread: one }, signed('Lead', 3));
  expect(readThreads(doc)[0]!.resolved).not.toBeNull();
});

test('threads come in the order in which they were begun, and what cannot be read is left out', () => {
  const doc = new Y.Doc();
  applyCommentCommand(doc, { ...begin, thread: two }, signed('Late', 5));
  applyCommentCommand(doc, begin, signed('Early', 1));
  doc.getMap('threads').set('x', { block: 3 });
  doc.getMap('threads').set('y', { block: 'p1', quote: '' });
  doc.getMap('messages').set(`${one}|z`, 'nonsense');
  expect(readThreads(doc).map(({ id }) => id)).toEqual([one, two]);
});

test('a thread stays with its paragraph, and goes to its words where that is gone', () => {
  const blocks = [
    { id: 'p1', text: 'Police and the courts.' },
    { id: 'p2', text: 'Again the courts.' },
  ];
  expect(placeOfThread({ block: 'p2', quote: 'the courts' }, blocks)).toBe('p2');
  expect(placeOfThread({ block: 'p2', quote: 'not there' }, blocks)).toBe('p2');
  expect(placeOfThread({ block: 'gone', quote: 'the courts' }, blocks)).toBe('p1');
  expect(placeOfThread({ block: 'gone', quote: 'schools' }, blocks)).toBeNull();
  expect(placeOfThread({ block: 'gone', quote: '' }, blocks)).toBeNull();
});

test('an empty comment, or an id that was made up, is no command', () => {
  expect(commentCommandSchema.safeParse({ ...begin, text: '  ' }).success).toBe(false);
  expect(commentCommandSchema.safeParse({ ...begin, thread: '../x' }).success).toBe(false);
  expect(commentCommandSchema.safeParse({ ...begin, text: 'x'.repeat(5001) }).success).toBe(false);
});
