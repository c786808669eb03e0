import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  addSection,
  moveSection,
  putDecision,
  readOutline,
  renameSection,
  setSectionDeleted,
  withdrawDecision,
  writeOutline,
} from './outline.ts';

function outline(...titles: string[]): Y.Doc {
  const doc = new Y.Doc();
  writeOutline(doc, { title: 'T', template: 'national', locale: 'en', sections: titles.map((title) => ({ title })) });
  return doc;
}

const titles = (doc: Y.Doc): string[] => readOutline(doc).sections.map(({ title }) => title);
const idOf = (doc: Y.Doc, title: string): string =>
  readOutline(doc).sections.find((section) => section.title === title)!.id;

test('sections are added after another one, or at the end', () => {
  const doc = outline('a', 'b');
  addSection(doc, 'a2', idOf(doc, 'a'));
  addSection(doc, 'c', null);
  expect(titles(doc)).toEqual(['a', 'a2', 'b', 'c']);
});

test('sections are moved anywhere, also to the front', () => {
  const doc = outline('a', 'b', 'c');
  moveSection(doc, idOf(doc, 'c'), null);
  expect(titles(doc)).toEqual(['c', 'a', 'b']);
  moveSection(doc, idOf(doc, 'c'), idOf(doc, 'a'));
  expect(titles(doc)).toEqual(['a', 'c', 'b']);
  moveSection(doc, idOf(doc, 'a'), idOf(doc, 'b'));
  expect(titles(doc)).toEqual(['c', 'b', 'a']);
});

test('two people who move sections at once both have their way, and agree', () => {
  const a = outline('a', 'b', 'c');
  const b = new Y.Doc();
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  moveSection(a, idOf(a, 'c'), idOf(a, 'a'));
  moveSection(b, idOf(b, 'c'), null);
  moveSection(b, idOf(b, 'a'), idOf(b, 'b'));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  expect(titles(a)).toEqual(titles(b));
  expect(titles(a).toSorted()).toEqual(['a', 'b', 'c']);
  // Keys that came out equal must not stop the next move.
  moveSection(a, idOf(a, 'b'), idOf(a, 'a'));
  expect(titles(a)).toHaveLength(3);
});

test('a deleted section can be brought back as it was, also renamed meanwhile', () => {
  const doc = outline('a', 'b');
  const id = idOf(doc, 'a');
  setSectionDeleted(doc, id, true);
  expect(titles(doc)).toEqual(['b']);
  expect(readOutline(doc).deleted).toMatchObject([{ id, title: 'a' }]);
  renameSection(doc, id, 'again');
  setSectionDeleted(doc, id, false);
  expect(titles(doc)).toEqual(['again', 'b']);
});

test('decisions are kept by framework and principle, and can be withdrawn', () => {
  const doc = outline('a');
  putDecision(doc, { framework: 'f', principle: 2, reason: 'why', by: 'A', at: 'now' });
  expect(readOutline(doc).decisions).toEqual([{ framework: 'f', principle: 2, reason: 'why', by: 'A', at: 'now' }]);
  expect(withdrawDecision(doc, { framework: 'f', principle: 3 })).toBe(false);
  expect(withdrawDecision(doc, { framework: 'f', principle: 2 })).toBe(true);
  expect(readOutline(doc).decisions).toEqual([]);
});

test('what cannot be read is left out instead of stopping the rest', () => {
  const doc = outline('a');
  doc.getMap('sections').set('bad', 'not a map');
  doc.getMap('decisions').set('f:1', { reason: 3 });
  expect(titles(doc)).toEqual(['a']);
  expect(readOutline(doc).decisions).toEqual([]);
});
