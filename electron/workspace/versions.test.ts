import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeContent } from '../../shared/document/content.ts';
import { contentOf, OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { moveSection, readOutline, setMeta, setSectionOwner } from '../../shared/document/outline.ts';
import { putTag, type Tag } from '../../shared/document/tags.ts';
import { temporaryApplication } from '../strategy.test-support.ts';

const paragraph = (id: string, text: string) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});

async function newStrategy() {
  const { application, folder } = temporaryApplication();
  const path = join(folder, 'a.strategy');
  const open = application.create(path, { title: 'A', template: 'action-plan' }, 'Lead');
  const { sections } = await open.workspace.outline();
  const section = sections[0]!.id;
  const write = (...texts: string[]) =>
    open.workspace.edit(sectionDocument(section), (doc) => {
      contentOf(doc).delete(0, contentOf(doc).length);
      writeContent(
        doc,
        texts.map((text, index) => paragraph(`p${index}`, text)),
      );
    });
  const tag = (block: string, principle: number) =>
    open.workspace.edit(sectionDocument(section), (doc) => putTag(doc, tagOf(block, principle)));
  const keep = (name: string) => open.handlers.keepVersion({ cause: 'person', name, note: '', as: 'Lead' });
  return { application, path, section, write, tag, keep, ...open };
}

function tagOf(block: string, principle: number): Tag {
  const [by, at] = ['Lead', '2027-01-01T00:00:00.000Z'];
  return { block, framework: 'valletta-2025', principle, strength: 'full', reason: '', by, at };
}

test('a version has the strategy as it was, after closing too, and says who kept it', async () => {
  const { application, path, workspace, section, write, keep } = await newStrategy();
  await write('first words');
  const { id } = await keep('For cabinet');
  await write('other words');
  await workspace.edit(OUTLINE, (doc) => setMeta(doc, { title: 'B' }));
  await application.close();
  const { handlers } = application.open(path);
  const [version] = await handlers.versions({});
  expect(version).toMatchObject({ id, name: 'For cabinet', by: 'Lead', cause: 'person' });
  const then = await handlers.text({ version: id });
  const now = await handlers.text({ version: null });
  expect([then.title, now.title]).toEqual(['A', 'B']);
  const textOf = (text: typeof then) => JSON.stringify(text.sections.find((each) => each.id === section)!.content);
  expect(textOf(then)).toContain('first words');
  expect(textOf(then)).not.toContain('other words');
  expect(textOf(now)).toContain('other words');
});

test('the one kept before an import names the file', async () => {
  const { path, handlers } = await newStrategy();
  const file = join(dirname(path), 'Draft of the ministry.md');
  writeFileSync(file, '# One\n\nText');
  await handlers.importText({ file, splitLevel: 1 });
  expect(await handlers.versions({})).toMatchObject([{ cause: 'import', name: '', note: 'Draft of the ministry.md' }]);
});

test('documents that have not changed are kept once, and go when no version needs them', async () => {
  const { workspace, write, keep, handlers } = await newStrategy();
  const count = (): unknown => workspace.file.db.prepare('SELECT count(*) FROM version_state').pluck().get();
  const first = await keep('1');
  const documents = count() as number;
  await write('changed');
  const second = await keep('2');
  expect(count()).toBe(documents + 1);
  await handlers.removeVersion({ version: first.id });
  expect(count()).toBe(documents);
  expect((await handlers.text({ version: second.id })).sections).toHaveLength(documents - 1);
  await handlers.removeVersion({ version: second.id });
  expect(count()).toBe(0);
  await expect(handlers.text({ version: first.id })).rejects.toMatchObject({ failure: { type: 'version-unknown' } });
});

test('a version that finds no room is not kept at all, and whoever wanted it is told', async () => {
  const { workspace, write, keep, handlers } = await newStrategy();
  await write('x'.repeat(200_000).replace(/x/g, () => String.fromCharCode(97 + Math.random() * 26)));
  const { db } = workspace.file;
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  await expect(keep('No room')).rejects.toMatchObject({ failure: { type: 'storage-failed' } });
  expect(await handlers.versions({})).toEqual([]);
});

test('comparing tells what the text and the coverage have gained and lost', async () => {
  const { section, write, tag, keep, handlers } = await newStrategy();
  await write('The old agency reports', 'stays');
  await tag('p0', 14);
  const before = await keep('before');
  await write('The new agency reports', 'stays', 'comes');
  await tag('p2', 22);
  await tag('p1', 14);
  const { sections, coverage } = await handlers.compare({ before: before.id, after: null });
  const changed = sections.find((each) => each.section === section)!;
  expect(changed.blocks.map(({ change }) => change)).toEqual(['changed', 'same', 'added']);
  expect(sections.filter(({ change }) => change !== 'same')).toHaveLength(1);
  expect(coverage).toMatchObject([
    { principle: 14, gained: { full: 1 }, lost: { full: 0 }, stateBefore: 'text', stateAfter: 'text' },
    { principle: 22, gained: { full: 1 }, lost: { full: 0 }, stateBefore: 'none', stateAfter: 'text' },
  ]);
  const after = await keep('after');
  const back = await handlers.compare({ before: after.id, after: before.id });
  expect(back.coverage.map(({ principle, lost }) => [principle, lost.full])).toEqual([
    [14, 1],
    [22, 1],
  ]);
});

test('any two versions can be compared, the strategy as it is among them, in either direction', async () => {
  const { section, write, keep, handlers } = await newStrategy();
  const kept = [];
  for (const name of ['one', 'two', 'three']) {
    await write(name);
    kept.push((await keep(name)).id);
  }
  await write('now');
  const partsOf = async (before: string | null, after: string | null) => {
    const { sections } = await handlers.compare({ before, after });
    const [block] = sections.find((each) => each.section === section)!.blocks;
    return block && block.change !== 'gap' ? block.parts.map(({ change, text }) => `${change} ${text}`) : [];
  };
  expect(await partsOf(kept[0]!, kept[2]!)).toEqual(['removed one', 'added three']);
  expect(await partsOf(null, kept[1]!)).toEqual(['removed now', 'added two']);
  expect(await partsOf(kept[1]!, kept[1]!)).toEqual([]);
});

test('what has become of the document and its outline is compared', async () => {
  const { workspace, section, keep, handlers } = await newStrategy();
  const before = await keep('before');
  await workspace.edit(OUTLINE, (doc) => {
    setMeta(doc, { title: 'B', classification: 'RESTRICTED' });
    setSectionOwner(doc, section, 'Interior');
    moveSection(doc, section, readOutline(doc).sections[1]!.id);
  });
  const { facts, sections } = await handlers.compare({ before: before.id, after: null });
  expect(facts).toEqual([
    { fact: 'title', before: 'A', after: 'B' },
    { fact: 'classification', before: '', after: 'RESTRICTED' },
  ]);
  expect(sections.filter(({ change }) => change !== 'same')).toMatchObject([
    { section, moved: { from: 1, to: 2 }, facts: [{ fact: 'owner', before: '', after: 'Interior' }] },
  ]);
});
