import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Framework } from '../domain/framework.ts';
import { frameworksMapOf, putFramework, readFrameworks, removeFramework } from './frameworks.ts';
import { outlineScope, readOutline, setMeta, writeOutline } from './outline.ts';
import { restoreOutline } from './restore.ts';

function framework(id: string, title: string): Framework {
  return {
    id,
    title,
    edition: '',
    binding: false,
    note: '',
    source: '',
    groups: [{ id: 'all', title }],
    principles: [
      {
        number: 1,
        title,
        short: title,
        group: 'all',
        level: 'all',
        scope: ['national'],
        explanation: '',
        prompts: [],
      },
    ],
  };
}

const DUTIES = framework('duties', 'Duties');

function outline(): Y.Doc {
  const doc = new Y.Doc();
  writeOutline(doc, { title: 'A', template: 'national', locale: 'en', sections: [{ title: 'One' }] });
  return doc;
}

function merge(...docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (to !== from) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

test('F1: frameworks are read in the order of their ids, and are the same as long as they do not change', () => {
  const doc = outline();
  putFramework(doc, DUTIES);
  putFramework(doc, framework('acts', 'Acts'));
  const before = readOutline(doc).frameworks;
  expect(before.map(({ id }) => id)).toEqual(['acts', 'duties']);
  setMeta(doc, { title: 'B' });
  const after = readOutline(doc).frameworks;
  expect(after[1]).toBe(before[1]);
  expect(removeFramework(doc, 'acts')).toBe(true);
  expect(removeFramework(doc, 'acts')).toBe(false);
  expect(readFrameworks(doc)).toEqual([DUTIES]);
});

test('F1: of two editions written at once one stands whole, for everybody; other frameworks are untouched', () => {
  const [one, two] = [outline(), new Y.Doc()];
  merge(one, two);
  putFramework(one, framework('duties', 'First edition'));
  putFramework(two, framework('duties', 'Second edition'));
  putFramework(two, framework('acts', 'Acts'));
  merge(one, two);
  expect(readFrameworks(one)).toEqual(readFrameworks(two));
  const [acts, duties] = readFrameworks(one);
  expect(acts!.title).toBe('Acts');
  expect(duties!.principles[0]!.title).toBe(duties!.title);
});

test('F1: adding and removing can be undone', () => {
  const doc = outline();
  const undo = new Y.UndoManager(outlineScope(doc));
  putFramework(doc, DUTIES);
  undo.undo();
  expect(readFrameworks(doc)).toEqual([]);
  undo.redo();
  expect(readFrameworks(doc)).toEqual([DUTIES]);
  undo.stopCapturing();
  removeFramework(doc, 'duties');
  undo.undo();
  expect(readFrameworks(doc)).toEqual([DUTIES]);
});

test('an entry that is no framework is passed over, and stays for whoever can read it', () => {
  const doc = outline();
  frameworksMapOf(doc).set('newer', { ...DUTIES, id: 'newer', groups: { of: 'a newer kind' } });
  frameworksMapOf(doc).set('named-otherwise', DUTIES);
  putFramework(doc, DUTIES);
  expect(readFrameworks(doc)).toEqual([DUTIES]);
  restoreOutline(doc, { ...readOutline(doc), frameworks: [] });
  expect(readFrameworks(doc)).toEqual([]);
  expect([...frameworksMapOf(doc).keys()].sort()).toEqual(['named-otherwise', 'newer']);
});

test('restoring brings back the frameworks that there were, and touches none that is so already', () => {
  const doc = outline();
  putFramework(doc, DUTIES);
  putFramework(doc, framework('acts', 'Acts'));
  const then = readOutline(doc);
  const untouched = frameworksMapOf(doc).get('acts');
  putFramework(doc, framework('duties', 'Later edition'));
  putFramework(doc, framework('later', 'Later'));
  restoreOutline(doc, then);
  expect(readOutline(doc)).toEqual(then);
  expect(frameworksMapOf(doc).get('acts')).toBe(untouched);
});
