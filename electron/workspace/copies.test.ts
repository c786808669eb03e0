import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeContent } from '../../shared/document/content.ts';
import { contentOf, OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { putDecision, setMeta, setSectionDeleted, setSectionOwner } from '../../shared/document/outline.ts';
import { putTag } from '../../shared/document/tags.ts';
import { png } from '../png.test-support.ts';
import { temporaryApplication } from '../strategy.test-support.ts';

const AT = '2026-01-01T00:00:00.000Z';
const tag = (block: string, by: string) =>
  ({ block, framework: 'valletta-2025', principle: 14, strength: 'full', reason: 'Says so', by, at: AT }) as const;

/** A strategy that several people have written in, with everything that a clean copy leaves out. */
async function written() {
  const { application, folder } = temporaryApplication();
  application.profile.update(() => ({ person: { name: 'Zoë Author', organisation: 'Bureau of Secrets' } }));
  const path = join(folder, 'a.strategy');
  const open = application.create(path, { title: 'Plan', template: 'action-plan' }, 'Yara Creator');
  const { workspace } = open;
  const [first, second, third] = (await workspace.outline()).sections.map(({ id }) => id) as [string, string, string];
  await workspace.edit(OUTLINE, (doc) => setMeta(doc, { classification: 'Restricted' }));
  const picture = workspace.keepAsset(png(40, 20));
  const unused = workspace.keepAsset(png(41, 20));
  await workspace.edit(sectionDocument(first), (doc) => {
    writeContent(doc, [
      { type: 'heading', attrs: { id: 'h1', level: 2 }, content: [{ type: 'text', text: 'Kept heading' }] },
      {
        type: 'paragraph',
        attrs: { id: 'p1', origin: 'p0' },
        content: [
          { type: 'text', text: 'Kept text ' },
          { type: 'text', text: 'in bold', marks: [{ type: 'bold' }] },
          { type: 'footnote', attrs: { id: 'f1' }, content: [{ type: 'text', text: 'and a note' }] },
        ],
      },
      { type: 'paragraph', attrs: { id: 'gone' }, content: [{ type: 'text', text: 'Struck from the record' }] },
      { type: 'image', attrs: { asset: picture.hash, alt: 'A map' } },
    ]);
    putTag(doc, tag('p1', 'Xaver Tagger'));
    putTag(doc, tag('gone', 'Willa Tagger'));
  });
  await workspace.edit(
    sectionDocument(first),
    (doc) => contentOf(doc).delete(contentOf(doc).length - 2, 1),
    'Vito Editor',
  );
  await workspace.edit(sectionDocument(second), (doc) =>
    writeContent(doc, [
      { type: 'paragraph', attrs: { id: 'q1' }, content: [{ type: 'text', text: 'Of a deleted section' }] },
    ]),
  );
  await workspace.edit(OUTLINE, (doc) => {
    setSectionDeleted(doc, second, true);
    setSectionOwner(doc, third, 'Ministry of Works');
    putDecision(doc, { framework: 'valletta-2025', principle: 3, reason: 'Not ours', by: 'Ugo Decider', at: AT });
  });
  await workspace.hub.settle();
  const author = workspace.file.db.prepare('SELECT min(id) FROM author').pluck().get();
  workspace.file.db
    .prepare(`INSERT INTO version VALUES ('v', 'person', 'Draft of Tilda', 'by Tilda', ?, 0)`)
    .run(author);
  return { application, folder, path, first, picture, unused, ...open };
}

test('a copy has everything, opens elsewhere, and the strategy goes on', async () => {
  const { folder, handlers, workspace } = await written();
  const target = join(folder, 'copy.strategy');
  expect(await handlers.saveCopy({ file: target })).toEqual({ file: target });
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.strategy']);
  const { application: elsewhere } = temporaryApplication();
  const copy = elsewhere.open(target);
  expect(await copy.handlers.check({})).toEqual({ ok: true, problems: [] });
  expect(await copy.handlers.blocks({})).toEqual(await handlers.blocks({}));
  for (const table of ['meta', 'author', 'client', 'update_log', 'snapshot', 'version', 'asset']) {
    const rows = (db: typeof workspace.file.db): unknown => db.prepare(`SELECT * FROM ${table}`).all();
    expect(rows(copy.workspace.file.db)).toEqual(rows(workspace.file.db));
  }
  await expect(handlers.saveCopy({ file: target })).rejects.toThrow(/file-exists/);
  await workspace.edit(OUTLINE, (doc) => setSectionOwner(doc, 'none', ''));
});

test('a clean copy has the text, and nothing of how it came about', async () => {
  const { folder, handlers, workspace, first, picture } = await written();
  const target = join(folder, 'clean.strategy');
  await handlers.cleanCopy({ file: target });
  const { application: elsewhere, folder: other } = temporaryApplication();
  const bytes = readFileSync(target);
  for (const text of [
    ...[
      'Zoë Author',
      'Bureau of Secrets',
      'Yara Creator',
      'Xaver Tagger',
      'Willa Tagger',
      'Vito Editor',
      'Ugo Decider',
    ],
    ...['Tilda', 'Struck from the record', 'Of a deleted section'],
    // However a name may be cut up: nothing of it is there.
    ...['Zoë', 'Yara', 'Xaver', 'Willa', 'Vito', 'Ugo'],
  ]) {
    expect(bytes.includes(Buffer.from(text, 'utf8')), text).toBe(false);
    expect(bytes.includes(Buffer.from(text, 'utf16le')), text).toBe(false);
  }
  expect(bytes.includes(Buffer.from('Ministry of Works'))).toBe(true);
  expect(other).not.toBe(folder);
  const copy = elsewhere.open(target);
  expect(await copy.handlers.check({})).toEqual({ ok: true, problems: [] });
  const [own, clean] = await Promise.all([handlers.blocks({}), copy.handlers.blocks({})]);
  const unsigned = own.map((block) => ({ ...block, tags: block.tags.map((one) => ({ ...one, by: '', at: '' })) }));
  expect(clean.map((block) => ({ ...block, tags: block.tags.map((one) => ({ ...one, at: '' })) }))).toEqual(unsigned);
  expect(clean.filter(({ section }) => section === first).map(({ id }) => id)).toEqual(['h1', 'p1']);
  const outline = await copy.workspace.outline();
  expect(outline.classification).toBe('Restricted');
  expect(outline.deleted).toEqual([]);
  expect(outline.decisions).toMatchObject([{ principle: 3, reason: 'Not ours', by: '' }]);
  expect(outline.sections).toEqual((await workspace.outline()).sections);
  expect([...copy.workspace.assets.all().keys()]).toEqual([picture.hash]);
  const { db } = copy.workspace.file;
  expect(db.prepare('SELECT name, organisation, device FROM author').all()).toEqual([
    { name: '', organisation: '', device: 0 },
  ]);
  expect(db.prepare('SELECT count(*) FROM version').pluck().get()).toBe(0);
  const idOf = (file: typeof workspace.file): unknown =>
    file.db.prepare(`SELECT value FROM meta WHERE key = 'strategy'`).pluck().get();
  expect(idOf(copy.workspace.file)).not.toBe(idOf(workspace.file));
});

test('a section that cannot be read whole is not left out of a clean copy unsaid', async () => {
  const { folder, path, application, first } = await written();
  await application.close();
  const { application: again } = temporaryApplication();
  const { handlers, workspace } = again.open(path);
  const updates = workspace.file.db.prepare('SELECT seq FROM update_log WHERE document = ? ORDER BY seq');
  const [seq] = updates.pluck().all(sectionDocument(first));
  workspace.file.db.prepare('DELETE FROM update_log WHERE seq = ?').run(seq);
  await expect(handlers.cleanCopy({ file: join(folder, 'clean.strategy') })).rejects.toThrow(/document-unreadable/);
  expect(readdirSync(folder).some((name) => name.startsWith('clean'))).toBe(false);
});
