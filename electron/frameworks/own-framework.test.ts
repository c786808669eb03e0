import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeContent } from '../../shared/document/content.ts';
import { putFramework, removeFramework } from '../../shared/document/frameworks.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { temporaryApplication } from '../strategy.test-support.ts';

const CSV = 'number,title,group,scope\n1,Lights are kept,Harbours,national\n2,Pilots are trained,Harbours,regional\n';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A strategy with a framework of its own, one paragraph and a tag. */
async function withDuties() {
  const { application, folder } = temporaryApplication();
  application.profile.update(() => ({ person: { name: 'Lead', organisation: 'Harbour Board' } }));
  const path = join(folder, 'a.strategy');
  const open = application.create(path, { title: 'Plan', template: 'national' });
  const { workspace, handlers } = open;
  const section = (await workspace.outline()).sections[0]!.id;
  await workspace.edit(sectionDocument(section), (doc) =>
    writeContent(doc, [
      { type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: 'Lamps are lit at dusk.' }] },
    ]),
  );
  const { framework } = await handlers.readFramework({ name: 'duties.csv', data: base64(CSV) });
  await workspace.edit(OUTLINE, (doc) => putFramework(doc, framework));
  const ref = { framework: 'duties', principle: 1 };
  await handlers.tag({ block: 'p1', ...ref, strength: 'full', reason: '' });
  return { ...open, application, folder, path, framework, ref };
}

test('F1: a framework of the strategy’s own is covered, tagged and set aside like any other, after closing, too', async () => {
  const { application, path, handlers } = await withDuties();
  await handlers.setAside({ framework: 'duties', principle: 2, reason: 'No pilots here' });
  await application.close();
  const { handlers: again } = application.open(path);
  const { principles, gaps } = await again.coverage({ framework: 'duties' });
  expect(principles).toMatchObject([
    { number: 1, title: 'Lights are kept', state: 'text', paragraphs: ['p1'], inScope: true },
    { number: 2, state: 'set-aside', inScope: false, reason: 'No pilots here' },
  ]);
  expect(gaps).toEqual([]);
  expect(await again.check({})).toEqual({ ok: true, problems: [] });
});

test('a framework that is not there is refused with those that are', async () => {
  const { handlers } = await withDuties();
  await expect(handlers.coverage({ framework: 'dutys' })).rejects.toMatchObject({
    failure: {
      type: 'framework-unknown',
      values: { framework: 'dutys', known: 'valletta-2025, un-gcts-pillars, duties' },
    },
  });
});

test('F2, F7: what ships cannot be replaced, and a bad file changes nothing', async () => {
  const { handlers, workspace } = await withDuties();
  const before = await workspace.outline();
  await expect(handlers.readFramework({ name: 'Valletta 2025.csv', data: base64(CSV) })).rejects.toMatchObject({
    failure: { type: 'framework-shipped', values: { id: 'valletta-2025', line: 1 } },
  });
  await expect(handlers.readFramework({ name: 'x.csv', data: base64(`${CSV}two,x`) })).rejects.toMatchObject({
    failure: { type: 'data-file-number', values: { line: 4, value: 'two' } },
  });
  expect(await workspace.outline()).toEqual(before);
});

test('F3, F4: removing a framework, or a number from it, leaves the tags; they count again when it is back', async () => {
  const { handlers, workspace, framework, ref } = await withDuties();
  await workspace.edit(OUTLINE, (doc) => removeFramework(doc, 'duties'));
  expect((await handlers.blocks({})).find(({ id }) => id === 'p1')!.tags).toMatchObject([ref]);
  await expect(handlers.coverage({ framework: 'duties' })).rejects.toMatchObject({
    failure: { type: 'framework-unknown' },
  });
  const later = { ...framework, principles: framework.principles.slice(1) };
  await workspace.edit(OUTLINE, (doc) => putFramework(doc, later));
  const { principles } = await handlers.coverage({ framework: 'duties' });
  expect(principles).toMatchObject([{ number: 2, paragraphs: [] }]);
  await workspace.edit(OUTLINE, (doc) => putFramework(doc, framework));
  expect((await handlers.coverage({ framework: 'duties' })).principles[0]).toMatchObject({ paragraphs: ['p1'] });
  await workspace.edit(OUTLINE, (doc) => putFramework(doc, later));
  await handlers.untag({ block: 'p1', ...ref });
  expect((await handlers.blocks({})).find(({ id }) => id === 'p1')!.tags).toEqual([]);
  await expect(handlers.untag({ block: 'p1', ...ref })).rejects.toMatchObject({
    failure: { type: 'principle-unknown' },
  });
});

test('F1: copies, clean copies and versions keep it', async () => {
  const { application, handlers, workspace, framework, folder } = await withDuties();
  const version = await handlers.keepVersion({ cause: 'person', name: 'With duties', note: '' });
  const files = [
    (await handlers.saveCopy({ file: join(folder, 'copy.strategy') })).file,
    (await handlers.cleanCopy({ file: join(folder, 'clean.strategy') })).file,
  ];
  for (const file of files) {
    const copy = application.open(file);
    expect((await copy.workspace.outline()).frameworks).toEqual([framework]);
    expect((await copy.handlers.coverage({ framework: 'duties' })).principles[0]).toMatchObject({ state: 'text' });
  }
  await workspace.edit(OUTLINE, (doc) => removeFramework(doc, 'duties'));
  expect((await handlers.text({ version: version.id })).frameworks).toEqual([framework]);
  expect((await handlers.text({ version: null })).frameworks).toEqual([]);
});

test('versions are compared by own frameworks, too, and by the tags of one that is gone (V1, V3)', async () => {
  const { handlers, workspace, framework } = await withDuties();
  const version = await handlers.keepVersion({ cause: 'person', name: 'Before', note: '' });
  await handlers.untag({ block: 'p1', framework: 'duties', principle: 1 });
  const { coverage } = await handlers.compare({ before: version.id, after: null });
  expect(coverage).toMatchObject([
    { framework: 'duties', principle: 1, lost: { full: 1 }, stateBefore: 'text', stateAfter: 'none' },
  ]);
  await workspace.edit(OUTLINE, (doc) => removeFramework(doc, framework.id));
  const after = await handlers.compare({ before: version.id, after: null });
  expect(after.coverage).toEqual(coverage);
  expect(after.facts).toEqual([{ fact: 'frameworks', before: framework.title, after: '' }]);
});

test.each(['html', 'md', 'json'])('F1: an export as %s has its coverage', async (ending) => {
  const { handlers, folder, framework } = await withDuties();
  const { file } = await handlers.exportTo({ file: join(folder, `out.${ending}`) });
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('Lights are kept');
  if (ending !== 'json') return;
  const data = JSON.parse(written) as { frameworks: unknown; coverage: { framework: string }[] };
  expect(data.frameworks).toEqual([framework]);
  expect(data.coverage.map((each) => each.framework)).toEqual(['valletta-2025', 'un-gcts-pillars', 'duties']);
});

test('F9: a wording is kept on this device, for shipped and own frameworks, and is in nothing that is written', async () => {
  const { application, handlers, folder, path } = await withDuties();
  const data = base64('1. Zanzibar lamps burn.\n2. Zanzibar pilots steer.\n');
  const order = { framework: 'duties', name: 'gazette.txt', data };
  const preview = await handlers.readWording(order);
  expect(await handlers.wordings({})).toEqual({ wordings: [] });
  expect(await handlers.addWording(order)).toEqual(preview);
  expect(await handlers.wordings({})).toEqual({ wordings: [preview] });
  await expect(handlers.readWording({ ...order, framework: 'none' })).rejects.toMatchObject({
    failure: { type: 'framework-unknown' },
  });
  const valletta = { framework: 'valletta-2025', name: 'v.csv', data: base64('number,wording\n43,x\n') };
  await expect(handlers.addWording(valletta)).rejects.toMatchObject({ failure: { type: 'wording-unknown' } });
  const { file } = await handlers.exportTo({ file: join(folder, 'out.json') });
  const copy = (await handlers.saveCopy({ file: join(folder, 'copy.strategy') })).file;
  await application.close();
  for (const each of [file, copy, path]) expect(readFileSync(each).includes('Zanzibar')).toBe(false);
  const again = application.open(path).handlers;
  await again.removeWording({ framework: 'duties' });
  expect(await again.wordings({})).toEqual({ wordings: [] });
});
