import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createId } from '../../shared/document/ids.ts';
import { contentOf, sectionDocument } from '../../shared/document/layout.ts';
import { readDocxLabels } from '../resources.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { partsOf } from './docx/written-parts.test-support.ts';
import { fileNameOf } from '../../shared/domain/file-name.ts';
import { Exporter } from './exporter.ts';
import { runExportInWorker } from './run-export-in-worker.ts';

function sampleExporter() {
  const { application, folder } = temporaryApplication();
  process.env['VALLETTA_DOCUMENTS'] = join(folder, 'documents');
  const { workspace } = application.createSample();
  const options = { workspace, frameworks: application.frameworks, organisation: () => 'Ministry of Justice' };
  return {
    folder,
    workspace,
    inline: new Exporter(options),
    threaded: new Exporter({ ...options, run: runExportInWorker }),
  };
}

test('on its own thread or not, the same content gives the same bytes', async () => {
  const { folder, inline, threaded } = sampleExporter();
  const [a, b] = [join(folder, 'a.docx'), join(folder, 'b.docx')];
  await inline.exportTo(a, { include: ['coverage'], houseStyle: null });
  await threaded.exportTo(b, { include: ['coverage'], houseStyle: null });
  expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
});

test('a job tells its progress and its result can be fetched once', async () => {
  const { threaded } = sampleExporter();
  const job = threaded.start('docx', { include: ['coverage'], houseStyle: null });
  let download = threaded.takeDownload(job);
  await expect.poll(() => (download ??= threaded.takeDownload(job)), { timeout: 20_000 }).not.toBeNull();
  expect(download!.fileName).toMatch(/Maravia\.docx$/);
  expect(Buffer.from(download!.bytes).toString('latin1', 0, 2)).toBe('PK');
  expect(threaded.takeDownload(job)).toBeNull();
});

test('a job that is cancelled gives nothing', async () => {
  const { threaded } = sampleExporter();
  const job = threaded.start('docx', { include: ['coverage'], houseStyle: null });
  threaded.cancel(job);
  const other = threaded.start('docx', { include: [], houseStyle: null });
  await expect.poll(() => threaded.takeDownload(other), { timeout: 20_000 }).not.toBeNull();
  expect(threaded.takeDownload(job)).toBeNull();
});

test('a section that cannot be read keeps no other from being exported, and the document says where it lacks one', async () => {
  const { folder, inline, workspace } = sampleExporter();
  const { sections } = await workspace.outline();
  const document = sectionDocument(sections[1]!.id);
  workspace.file.db.prepare('DELETE FROM snapshot WHERE document = ?').run(document);
  workspace.file.db.prepare("UPDATE update_log SET data = x'0102' WHERE document = ?").run(document);
  const file = join(folder, 'a.docx');
  const { warnings } = await inline.exportTo(file, { include: ['coverage'], houseStyle: null });
  expect(warnings).toContainEqual({ what: 'incomplete-section', count: 1 });
  const xml = partsOf(readFileSync(file)).get('word/document.xml')!;
  expect(xml).toContain(sections[1]!.title);
  expect(xml.split(readDocxLabels('en').incomplete)).toHaveLength(2);
});

test('a section of whose log a part is missing is exported as far as it goes, and says so, in the annex too', async () => {
  const { folder, inline, workspace } = sampleExporter();
  const { sections } = await workspace.outline();
  const document = sectionDocument(sections[1]!.id);
  for (const text of ['is missing', 'comes after it']) {
    await workspace.edit(document, (doc) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.setAttribute('id', createId());
      contentOf(doc).push([paragraph]);
      paragraph.push([new Y.XmlText(text)]);
    });
  }
  const { db } = workspace.file;
  const [, missing] = db
    .prepare('SELECT seq FROM update_log WHERE document = ? ORDER BY seq DESC LIMIT 2')
    .pluck()
    .all(document);
  db.prepare('DELETE FROM update_log WHERE seq = ?').run(missing);
  const file = join(folder, 'a.docx');
  const { warnings } = await inline.exportTo(file, { include: ['coverage'], houseStyle: null });
  expect(warnings).toContainEqual({ what: 'incomplete-section', count: 1 });
  const xml = partsOf(readFileSync(file)).get('word/document.xml')!;
  expect(xml.includes(readDocxLabels('en').incomplete)).toBe(true);
  expect(/Not read whole[^<]*Section 2\./.test(xml)).toBe(true);
  expect(xml.includes('is missing')).toBe(false);
});

test('what cannot be exported is said, and leaves nothing behind', async () => {
  const { folder, inline } = sampleExporter();
  await expect(
    inline.exportTo(join(folder, 'none', 'a.docx'), { include: [], houseStyle: null }),
  ).rejects.toMatchObject({
    failure: { type: 'folder-missing' },
  });
  await expect(inline.exportTo(join(folder, 'a.pdf'), { include: [], houseStyle: null })).rejects.toMatchObject({
    failure: { type: 'format-unknown' },
  });
  await expect(inline.exportTo(join(folder, 'a.docx'), { include: ['plan'], houseStyle: null })).rejects.toMatchObject({
    failure: { type: 'not-yet' },
  });
  expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false);
  expect(existsSync(join(folder, 'a.docx'))).toBe(false);
});

test.each([
  ['National: strategy / draft?', 'National strategy draft'],
  ['  ...  ', 'Strategy'],
  ['con', 'Strategy'],
  ['x'.repeat(300), 'x'.repeat(120)],
])('%j becomes a file name', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});
