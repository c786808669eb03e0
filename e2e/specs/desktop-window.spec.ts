import { DESKTOP_COMMANDS } from '../../shared/contract/desktop.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesktopWindow } from '../pages/desktop-window.ts';
import { DialogModel } from '../pages/dialog.ts';
import { Workbench } from '../pages/workbench.ts';

/** The page in a window of the desktop application, whose side of the bridge is stood in for. */
test('says that it is there and what it shows, and why it had to come anew', async ({ page, strategy, open, t }) => {
  const desktop = await DesktopWindow.around(page, 'crash');
  const workbench = new Workbench(page, t);
  await open(strategy.process.url);
  await workbench.isOpen();
  await desktop.isShown(true);
  await expect(workbench.notice(t('shell.crashed'))).toBeVisible();
  await workbench.topBar.getByRole('button', { name: t('topBar.home') }).click();
  await desktop.isShown(false);
});

test('does what the menus ask, as the palette does', async ({ page, strategy, open, t }) => {
  const desktop = await DesktopWindow.around(page);
  const workbench = new Workbench(page, t);
  await open(strategy.process.url);
  await workbench.isOpen();
  await desktop.isShown(true);
  await workbench.addSection('Mine');
  await workbench.text.type('Written here');
  await workbench.isSaved();

  await desktop.command('undo');
  await expect(workbench.text.paragraph('Written here')).toBeHidden();
  await desktop.command('redo');
  await expect(workbench.text.paragraph('Written here')).toBeVisible();
  await desktop.command('matrix');
  await expect(workbench.view('matrix')).toHaveAttribute('aria-current', 'page');
  await desktop.command('draft');
  await expect(workbench.text.paragraph('Written here')).toBeVisible();

  // What is typed into a dialog stays: another one does not take its place, and undo undoes the typing.
  await desktop.command('save-copy');
  const copies = new DialogModel(page, t('copies.title'));
  await copies.field(t('copies.name')).pressSequentially('abc');
  await desktop.command('export');
  await expect(workbench.exporting.dialog).toBeHidden();
  await desktop.command('undo');
  await expect(copies.field(t('copies.name'))).not.toHaveValue('abc');
  await copies.button(t('action.cancel')).click();
  await expect(workbench.text.paragraph('Written here')).toBeVisible();
});

test('knows every command that a menu has', async ({ page, strategy, open, t }) => {
  const desktop = await DesktopWindow.around(page);
  const failures: Error[] = [];
  page.on('pageerror', (error) => failures.push(error));
  await page.addInitScript(() => {
    Object.assign(globalThis, { print: () => document.documentElement.toggleAttribute('data-printed', true) });
  });
  await open(strategy.process.url);
  await new Workbench(page, t).isOpen();
  await desktop.isShown(true);
  for (const command of DESKTOP_COMMANDS.filter((each) => each !== 'home' && each !== 'new-window')) {
    await desktop.command(command);
    await page.keyboard.press('Escape');
  }
  await desktop.command('print');
  await expect(page.locator('html')).toHaveAttribute('data-printed');
  await desktop.command('home');
  await desktop.isShown(false);
  expect(failures).toEqual([]);
});

test('says that it is saved when it is, and not before', async ({ page, strategy, open, workspace, t }) => {
  const desktop = await DesktopWindow.around(page);
  const workbench = new Workbench(page, t);
  await open(strategy.process.url);
  await workbench.isOpen();
  await workbench.addSection('Mine');
  await workbench.isSaved();
  strategy.process.pause();
  await workbench.text.type('Written last');
  await desktop.tells({ type: 'flush', request: 7 });
  expect(await desktop.asked('flushed')).toEqual([]);
  strategy.process.goOn();
  await expect.poll(() => desktop.asked('flushed')).toEqual([{ request: 7, isSaved: true }]);
  await strategy.process.kill();
  expect(JSON.stringify(await workspace.command('blocks', strategy.file))).toContain('Written last');

  // Nobody is there to write to any more; what is written now is in the window only.
  await workbench.text.type('Never written');
  await expect(workbench.saveState).toContainText('Not connected');
  await desktop.tells({ type: 'flush', request: 8 });
  await expect.poll(async () => (await desktop.asked('flushed')).at(-1)).toEqual({ request: 8, isSaved: false });
});

test('browses with the system’s dialogs where a path is asked for', async ({ page, strategy, open, workspace, t }) => {
  const desktop = await DesktopWindow.around(page);
  const workbench = new Workbench(page, t);
  await open(strategy.process.url);
  await workbench.isOpen();
  await desktop.answers('chooseCopy', { file: `${workspace.folder}/chosen.strategy` });
  await desktop.command('save-copy');
  const copies = new DialogModel(page, t('copies.title'));
  await copies.button(t('shell.browse')).click();
  await expect(copies.field(t('copies.name'))).toHaveValue(`${workspace.folder}/chosen.strategy`);
  expect(await desktop.asked('chooseCopy')).toEqual([{ name: 'National strategy – copy.strategy' }]);
  await copies.button(t('copies.save')).click();
  await expect(workbench.notice('chosen.strategy')).toBeVisible();

  await desktop.answers('chooseFolder', { file: workspace.folder });
  await desktop.command('backups');
  const backups = new DialogModel(page, t('backups.title'));
  await backups.button(t('shell.browse')).click();
  await expect(backups.field(t('backups.folder'))).toHaveValue(workspace.folder);
  await backups.button(t('action.cancel')).click();

  await desktop.answers('chooseStrategy', { file: `${workspace.folder}/chosen.strategy` });
  await workbench.palette.run('open a file');
  const opening = new DialogModel(page, t('openFile.title'));
  await opening.button(t('shell.browse')).click();
  await expect(opening.field(t('openFile.path'))).toHaveValue(`${workspace.folder}/chosen.strategy`);
});

test('says where an export went, or that nothing was written', async ({ page, strategy, open, t }) => {
  const desktop = await DesktopWindow.around(page);
  const { exporting, ...workbench } = new Workbench(page, t);
  await open(strategy.process.url);
  await expect(workbench.text.box).toBeVisible();
  await desktop.isShown(true);
  await desktop.command('export');
  for (const [file, isWritten, sentence] of [
    ['/home/here.docx', true, t('shell.written', { file: '/home/here.docx' })],
    [null, false, t('export.cancelled')],
    ['/full/disk.docx', false, t('shell.notWritten', { file: 'National strategy.docx' })],
  ] as const) {
    const download = page.waitForEvent('download');
    await exporting.dialog.getByRole('button', { name: /^Export/ }).click();
    const told = { type: 'download', name: 'National strategy.docx' } as const;
    await desktop.tells({ ...told, url: 'blob:of-another-download', file: '/home/other.docx', isWritten: true });
    await desktop.tells({ ...told, url: (await download).url(), file, isWritten });
    await expect(exporting.dialog.getByRole('status')).toContainText(sentence);
  }
});

test('in a tab of a browser there is nothing to browse with', async ({ workbench, page, t }) => {
  await workbench.palette.run('save a copy');
  const copies = new DialogModel(page, t('copies.title'));
  await expect(copies.button(t('copies.save'))).toBeVisible();
  await expect(copies.button(t('shell.browse'))).toBeHidden();
});
