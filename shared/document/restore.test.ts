import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readContent, writeContent } from './content.ts';
import { createTag, paragraph } from './draft.test-support.ts';
import { contentOf } from './layout.ts';
import {
  addSection,
  putDecision,
  readOutline,
  renameSection,
  setMeta,
  setSectionDeleted,
  writeOutline,
} from './outline.ts';
import { restoreOutline, restoreSection } from './restore.ts';
import { putTag, readTags } from './tags.ts';

test('a section is as it was, text and tags, and what had not changed is not touched', () => {
  const doc = new Y.Doc();
  writeContent(doc, [paragraph('a', 'one'), paragraph('b', 'two')]);
  putTag(doc, createTag('a', 14));
  putTag(doc, createTag('b', 20, 'mention', 'why'));
  const [content, tags] = [readContent(doc), readTags(doc)];
  const untouched = contentOf(doc).get(0);
  contentOf(doc).delete(1, 1);
  writeMore(doc, 'c', 'three');
  putTag(doc, createTag('b', 20));
  putTag(doc, createTag('a', 30));
  restoreSection(doc, content, tags);
  expect(readContent(doc)).toEqual(content);
  expect(readTags(doc)).toEqual(tags);
  expect(contentOf(doc).get(0)).toBe(untouched);
});

test('restoring takes no marking of confidentiality away', () => {
  const doc = new Y.Doc();
  writeOutline(doc, { title: 'Plan', template: 'national', locale: 'en', sections: [] });
  const before = readOutline(doc);
  setMeta(doc, { classification: 'Restricted', title: 'Other' });
  restoreOutline(doc, before);
  expect(readOutline(doc)).toMatchObject({ title: 'Plan', classification: 'Restricted' });
});

test('restoring is an edit like any other: it merges with what a colleague writes meanwhile', () => {
  const doc = new Y.Doc();
  writeContent(doc, [paragraph('a', 'one'), paragraph('b', 'two')]);
  const content = readContent(doc);
  contentOf(doc).delete(0, 1);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  writeMore(other, 'c', 'from elsewhere');
  restoreSection(doc, content, []);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(JSON.stringify(readContent(doc))).toContain('one');
  expect(JSON.stringify(readContent(doc))).toContain('from elsewhere');
});

test('the outline is as it was; sections that came since are among the deleted, those deleted since are back', () => {
  const doc = new Y.Doc();
  writeOutline(doc, { title: 'A', template: 'national', locale: 'en', sections: [{ title: 'One' }, { title: 'Two' }] });
  putDecision(doc, { framework: 'f', principle: 1, reason: 'r', by: 'b', at: 't' });
  const then = readOutline(doc);
  const added = addSection(doc, 'Three', null);
  renameSection(doc, then.sections[0]!.id, 'First');
  setSectionDeleted(doc, then.sections[1]!.id, true);
  putDecision(doc, { framework: 'f', principle: 2, reason: 'r', by: 'b', at: 't' });
  restoreOutline(doc, then);
  const now = readOutline(doc);
  expect(now.sections).toEqual(then.sections);
  expect(now.decisions).toEqual(then.decisions);
  expect(now.deleted.map(({ id }) => id)).toEqual([added]);
});

function writeMore(doc: Y.Doc, id: string, value: string): void {
  const element = new Y.XmlElement('paragraph');
  element.setAttribute('id', id);
  element.insert(0, [new Y.XmlText(value)]);
  contentOf(doc).push([element]);
}
