import Database from 'better-sqlite3';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { expect, test } from '../fixtures/test.ts';
import { Workbench } from '../pages/workbench.ts';

const FIRST = 'Foreword, adoption and status';
const DAMAGED = 'Vision, scope and objectives at a glance';

test('a section that the file no longer holds whole says so, and the others can be written in', async ({
  workspace,
  originals,
  open,
  page,
  t,
}) => {
  const file = join(workspace.documents, 'damaged.strategy');
  copyFileSync(originals.national, file);
  const { sections } = (await workspace.command('info', file)) as { sections: { id: string; title: string }[] };
  const document = `section/${sections.find(({ title }) => title === DAMAGED)!.id}`;
  const database = new Database(file);
  expect(database.prepare('SELECT count(*) FROM update_log WHERE document = ?').pluck().get(document)).toBeGreaterThan(
    0,
  );
  database.prepare('DELETE FROM snapshot WHERE document = ?').run(document);
  database.prepare("UPDATE update_log SET data = x'0102', sum = NULL WHERE document = ?").run(document);
  database.close();

  const served = await workspace.serve(file);
  const workbench = new Workbench(page, t);
  await open(served.url);
  await workbench.isOpen();
  await workbench.outline.row(DAMAGED).click();
  await expect(page.getByRole('alert')).toContainText(t('failure.document-unreadable'));
  await workbench.showSection(FIRST);
  await expect(page.getByRole('alert')).toBeHidden();
  await workbench.text.box.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' And more.');
  await workbench.isSaved();

  // Nothing can be moved to where it would not be found again.
  const before = await workbench.text.blocks();
  await workbench.toolbar.choose('editor.tools.move', `2. ${DAMAGED}`);
  await expect(page.getByText(t('failure.document-unreadable'))).toBeVisible();
  await workbench.text.shows(before);
});

/** Makes a strategy what a newer version of the application would have written. */
function makeNewer(file: string): void {
  const database = new Database(file);
  const outline = new Y.Doc();
  const updates = database.prepare("SELECT data FROM update_log WHERE document = 'outline' ORDER BY seq").pluck();
  for (const update of updates.all() as Uint8Array[]) Y.applyUpdate(outline, update);
  const before = Y.encodeStateVector(outline);
  const version = outline.getMap<number>('meta').get('schemaVersion')!;
  outline.getMap<number>('meta').set('schemaVersion', version + 1);
  database
    .prepare("INSERT INTO update_log (document, author, at, data) SELECT 'outline', min(id), 0, ? FROM author")
    .run(Y.encodeStateAsUpdate(outline, before));
  database.close();
}

test('a strategy of a newer version can be read everywhere and changed nowhere', async ({
  workspace,
  originals,
  open,
  page,
  t,
}) => {
  const file = join(workspace.documents, 'newer.strategy');
  copyFileSync(originals.national, file);
  makeNewer(file);
  const served = await workspace.serve(file);
  const workbench = new Workbench(page, t);
  await open(served.url);
  await workbench.isOpen();
  const sentence = t('failure.strategy-newer');
  await expect(page.getByRole('alert')).toContainText(sentence);
  await expect(workbench.text.box).toHaveAttribute('contenteditable', 'false');
  await expect(workbench.head.title).not.toBeEditable();
  await expect(workbench.topBar.getByRole('textbox', { name: t('topBar.title') })).not.toBeEditable();
  await expect(workbench.outline.addButton).toBeDisabled();
  await expect(workbench.toolbar.button('editor.tools.bold')).toBeDisabled();
  await expect(workbench.toolbar.button('editor.tools.find')).toBeEnabled();

  // Keys of the text do nothing either, wherever the caret is.
  const before = await workbench.text.blocks();
  await workbench.text.box.getByRole('heading').first().click({ clickCount: 3 });
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.press('Delete');
  await page.keyboard.type('Mine');
  await workbench.text.shows(before);

  const titles = await workbench.outline.titles();
  await workbench.outline.focus(FIRST);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('alertdialog').filter({ hasText: sentence })).toBeVisible();
  await page.keyboard.press('Delete');
  await workbench.outline.rename(FIRST, 'Mine');
  expect(await workbench.outline.titles()).toEqual(titles);
  await workbench.isSaved();
});

test('a file that is moved away while it is open takes nothing in, and one can have it written anew', async ({
  workbench,
  workspace,
  strategy,
  page,
  t,
}) => {
  test.skip(process.platform === 'win32', 'An open file cannot be moved there.');
  await workbench.addSection('Alpha');
  await workbench.text.type('Before');
  await workbench.isSaved();
  renameSync(strategy.file, `${strategy.file}.moved`);
  await page.keyboard.type(' and after');
  const banner = page.getByRole('alert').filter({ hasText: t('save.bannerGone') });
  await expect(banner).toBeVisible();
  // As far as one could type before it was noticed.
  const [written] = await workbench.text.blocks();
  expect(written).toMatch(/^Before ./);
  await banner.getByRole('button', { name: t('save.tryAgain'), exact: true }).click();
  await expect(banner).toBeHidden();
  await workbench.isSaved();
  // One can go on writing where one was.
  await expect(workbench.text.box).toBeFocused();
  await page.keyboard.type(' and on');
  await workbench.isSaved();
  await strategy.process.kill();
  const blocks = (await workspace.command('blocks', strategy.file)) as { text: string }[];
  expect(blocks.map(({ text }) => text)).toContain(`${written} and on`);
});

test('a process that does not answer is noticed, and nothing is lost by it', async ({
  workbench,
  strategy,
  page,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Before');
  await workbench.isSaved();
  strategy.process.pause();
  await page.keyboard.type(' and after');
  await expect(page.getByRole('alert')).toContainText(t('save.bannerSlow'), { timeout: 20_000 });
  strategy.process.goOn();
  await expect(page.getByRole('alert')).toBeHidden();
  await workbench.isSaved();
});
