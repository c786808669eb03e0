import { expect, test } from 'vitest';
import { OUTLINE, sectionDocument } from './layout.ts';
import { mayWrite } from './rights.ts';

const documents = [OUTLINE, sectionDocument('a'), sectionDocument('b')];

function writable(role: Parameters<typeof mayWrite>[0]['role'], sections: readonly string[] = []): string[] {
  return documents.filter((document) => mayWrite({ role, sections }, document));
}

test('R1: the lead may change everything', () => {
  expect(writable('lead')).toEqual(documents);
});

test('R2: a contributor may change the sections that were granted, and not the outline', () => {
  expect(writable('contributor', ['b'])).toEqual([sectionDocument('b')]);
  expect(writable('contributor')).toEqual([]);
});

test('R3: commenters and readers change no document, whatever sections they are said to have', () => {
  expect(writable('commenter', ['a'])).toEqual([]);
  expect(writable('reader', ['a'])).toEqual([]);
});
