import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { LOCAL_EDIT, UndoStack } from './undo-stack.ts';

function window_() {
  const stack = new UndoStack();
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  stack.track('a', [a.getText('t')] as never, []);
  stack.track('b', [b.getText('t')] as never, []);
  const write = (doc: Y.Doc, text: string, origin: unknown = LOCAL_EDIT): void =>
    doc.transact(() => doc.getText('t').insert(doc.getText('t').length, text), origin);
  const texts = (): string[] => [a, b].map((doc) => doc.getText('t').toJSON());
  return { stack, a, b, write, texts };
}

test('steps are taken back in the order in which they were made, across documents', () => {
  const { stack, a, b, write, texts } = window_();
  write(a, '1');
  write(b, '2');
  write(a, '3');
  stack.undo();
  expect(texts()).toEqual(['1', '2']);
  stack.undo();
  expect(texts()).toEqual(['1', '']);
  stack.redo();
  expect(texts()).toEqual(['1', '2']);
  stack.undo();
  stack.undo();
  expect(texts()).toEqual(['', '']);
  expect(stack.undo()).toBe(false);
});

test('what belongs together is one step', () => {
  const { stack, a, b, write, texts } = window_();
  write(a, '1');
  stack.group(() => {
    write(a, '2');
    write(b, '3');
  });
  stack.undo();
  expect(texts()).toEqual(['1', '']);
  stack.redo();
  expect(texts()).toEqual(['12', '3']);
});

test("a colleague's edits are never taken back", () => {
  const { stack, a, write, texts } = window_();
  write(a, 'mine');
  write(a, ' theirs', 'remote');
  stack.undo();
  expect(texts()[0]).toBe(' theirs');
  expect(stack.canUndo).toBe(false);
});

test('a new edit ends what could be redone', () => {
  const { stack, a, b, write, texts } = window_();
  write(a, '1');
  write(b, '2');
  stack.undo();
  write(a, '3');
  expect(stack.canRedo).toBe(false);
  expect(stack.redo()).toBe(false);
  expect(texts()).toEqual(['13', '']);
});

test('a step that has nothing left to change does not take others out of order', () => {
  const { stack, a, b, write, texts } = window_();
  write(a, '1');
  write(b, '2');
  write(a, '3');
  a.transact(() => a.getText('t').delete(1, 1), 'remote');
  stack.undo();
  stack.undo();
  expect(texts()).toEqual(['', '']);
  expect(stack.canUndo).toBe(false);
});

test('a paragraph in which a colleague has written since stays when its making is undone', () => {
  const stack = new UndoStack();
  const doc = new Y.Doc();
  const content = doc.getXmlFragment('content');
  stack.track('a', [content] as never, []);
  const text = new Y.XmlText();
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    content.push([paragraph]);
    paragraph.setAttribute('id', 'b1');
    paragraph.push([text]);
    text.insert(0, 'mine');
  }, LOCAL_EDIT);
  doc.transact(() => text.insert(4, ' theirs'), 'remote');
  stack.undo();
  expect(content.toJSON()).toBe('<paragraph id="b1"> theirs</paragraph>');
});
