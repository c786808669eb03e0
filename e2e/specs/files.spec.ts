import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { DialogModel } from '../pages/dialog.ts';
import { StartPage } from '../pages/start-page.ts';
import { Workbench } from '../pages/workbench.ts';

test('what can be read of a damaged file is recovered into a new one, with a report', async ({
  workspace,
  originals,
  open,
  page,
  t,
}) => {
  const file = join(workspace.documents, 'damaged.strategy');
  const bytes = readFileSync(originals.sample);
  // A page in the middle, as a bad sector leaves it.
  bytes.fill(0, 40 * 4096, 42 * 4096);
  writeFileSync(file, bytes);
  const served = await workspace.serve();
  await open(served.url);
  const start = new StartPage(page, t);
  await start.openButton.click();
  await start.openFile.field(t('openFile.path')).fill(file);
  await start.openFile.button(t('openFile.open')).click();
  await expect(start.openFile.dialog.getByRole('alert')).toContainText(t('failure.file-damaged', { file }));
  await start.openFile.button(t('recovery.offer')).click();
  const recovery = new DialogModel(page, t('recovery.title'));
  const recovered = join(workspace.documents, 'damaged (recovered).strategy');
  await expect(recovery.dialog).toContainText(t('recovery.written', { file: recovered }));
  await expect(recovery.dialog.getByRole('listitem').first()).toBeVisible();
  await recovery.button(t('recovery.open')).click();
  const workbench = new Workbench(page, t);
  await workbench.isOpen();
  expect(readFileSync(file).equals(bytes)).toBe(true);
  await workbench.text.box.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' It goes on.');
  await workbench.isSaved();
  await served.stop();
  expect(await workspace.command('check', recovered)).toEqual({ ok: true, problems: [] });
});

test('a copy and a clean copy are saved from the palette, and the window says where', async ({
  workbench,
  workspace,
  page,
  t,
}) => {
  const copies = new DialogModel(page, t('copies.title'));
  const title = 'National strategy';
  for (const [asked, name] of [
    ['palette.saveCopy', t('copies.copyNames.copy', { title })],
    ['palette.cleanCopy', t('copies.copyNames.clean', { title })],
  ] as const) {
    await workbench.palette.run(t(asked));
    await copies.button(t('copies.save')).click();
    const file = join(workspace.documents, `${name}.strategy`);
    await expect(workbench.notice(t('copies.saved', { file }))).toBeVisible();
    expect(await workspace.command('check', file)).toEqual({ ok: true, problems: [] });
  }
  await workbench.palette.run(t('palette.saveCopy'));
  await copies.field(t('copies.name')).fill('strategy.strategy');
  await copies.button(t('copies.save')).click();
  await expect(copies.dialog.getByRole('alert')).toContainText(
    t('failure.file-exists', { file: join(workspace.documents, 'strategy.strategy') }),
  );
});

test('backups go where the settings say', async ({ workbench, workspace, strategy, page, t }) => {
  await workbench.topBar.getByRole('button', { name: t('topBar.settings') }).click();
  await page.getByRole('menuitem', { name: t('backups.menu') }).click();
  const backups = new DialogModel(page, t('backups.title'));
  await backups.field(t('backups.folder')).fill(join(workspace.folder, 'mistyped', 'backups'));
  await backups.button(t('action.save')).click();
  await expect(backups.dialog).toContainText(join(workspace.folder, 'mistyped'));
  const folder = join(workspace.folder, 'backups');
  await backups.field(t('backups.folder')).fill(folder);
  await backups.button(t('action.save')).click();
  await expect(backups.dialog).toBeHidden();
  await workbench.addSection('Alpha');
  await workbench.text.type('Worth keeping');
  await workbench.isSaved();
  expect(existsSync(folder)).toBe(false);
  await strategy.process.stop();
  const [copy] = readdirSync(folder);
  const blocks = (await workspace.command('blocks', join(folder, copy!))) as { text: string }[];
  expect(blocks.map(({ text }) => text)).toContain('Worth keeping');
});

test('a file that may not be written is read everywhere, and the window says what to do', async ({
  workspace,
  originals,
  open,
  page,
  t,
}) => {
  test.skip(process.platform === 'win32' || process.getuid?.() === 0, 'Nothing is forbidden to the superuser.');
  const folder = join(workspace.folder, 'cabinet');
  mkdirSync(folder);
  const file = join(folder, 'a.strategy');
  copyFileSync(originals.national, file);
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  const served = await workspace.serve(file);
  const workbench = new Workbench(page, t);
  await open(served.url);
  await expect(workbench.text.box).toBeVisible();
  const banner = page.getByRole('alert').filter({ hasText: t('place.readOnly') });
  await expect(banner).toBeVisible();
  await expect(workbench.saveState).toHaveText(t('save.read-only'));
  await expect(workbench.text.box).toHaveAttribute('contenteditable', 'false');
  await expect(workbench.outline.addButton).toBeDisabled();
  await banner.getByRole('button', { name: t('place.saveCopy'), exact: true }).click();
  const copies = new DialogModel(page, t('copies.title'));
  await copies.button(t('copies.save')).click();
  await expect(copies.dialog).toBeHidden();
  expect(workspace.strategies()).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['a.strategy']);
  chmodSync(folder, 0o777);
});
