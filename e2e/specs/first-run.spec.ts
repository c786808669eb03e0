import { rmSync } from 'node:fs';
import { expect, test } from '../fixtures/test.ts';
import { StartPage } from '../pages/start-page.ts';
import { Workbench } from '../pages/workbench.ts';

test.use({ person: null });

test('asks who is writing, which cannot be put off; then the sample is there', async ({ page, workspace, open, t }) => {
  const start = new StartPage(page, t);
  const workbench = new Workbench(page, t);
  await open((await workspace.serve()).url);
  await expect(start.person.dialog).toBeVisible();
  await expect(start.person.field(t('person.name'))).toBeFocused();

  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await expect(start.person.dialog).toBeVisible();
  await expect(start.person.button(t('action.cancel'))).toBeHidden();
  await start.introduce('   ', 'Ministry of Justice');
  await expect(start.person.dialog).toContainText(t('person.nameNeeded'));

  await start.introduce('Legal adviser', 'Ministry of Justice');
  await expect(start.person.dialog).toBeHidden();
  await workbench.isOpen();
  await expect(page).toHaveTitle(/Republic of Maravia/);
  await workbench.showSection('Countering the financing of terrorism');
  await expect(workbench.text.box).toContainText('financ');

  await workbench.addSection('Mine');
  await workbench.text.type('One', 'Two');
  await workbench.tag('14');
  await workbench.text.chip(14, 'Integration of terrorism financing investigations').click();
  await expect(workbench.card.card).toContainText('Legal adviser');
});

test('is remembered, and the sample is among the recent strategies', async ({ page, workspace, open, t }) => {
  const start = new StartPage(page, t);
  const workbench = new Workbench(page, t);
  const first = await workspace.serve();
  await open(first.url);
  await start.introduce('Legal adviser', '');
  await workbench.isOpen();
  await first.stop();

  const second = await workspace.serve();
  await open(second.url);
  await expect(start.heading).toBeVisible();
  await expect(start.person.dialog).toBeHidden();
  await expect(start.recent).toHaveCount(1);
  await start.recent.getByRole('button').click();
  await workbench.isOpen();
  await expect(page).toHaveTitle(/Republic of Maravia/);
});

test('a recent strategy whose file is gone says so, and can be taken off the list', async ({
  page,
  workspace,
  open,
  t,
}) => {
  const start = new StartPage(page, t);
  const first = await workspace.serve();
  await open(first.url);
  await start.introduce('Legal adviser', '');
  await new Workbench(page, t).isOpen();
  await first.stop();
  for (const file of workspace.strategies()) rmSync(file);

  await open((await workspace.serve()).url);
  await expect(start.recent).toContainText(t('start.missing'));
  await start.recent.getByRole('button').click();
  await expect(start.recent).toHaveCount(0);
});

test('a file is opened by its path, and one that is not there is said to be missing', async ({
  page,
  workspace,
  open,
  t,
  originals,
}) => {
  const start = new StartPage(page, t);
  const workbench = new Workbench(page, t);
  await workspace.serve().then((served) => open(served.url));
  await start.introduce('Legal adviser', '');
  await workbench.isOpen();
  await workbench.topBar.getByRole('button', { name: t('topBar.home') }).click();
  await start.openButton.click();
  const path = start.openFile.field(t('openFile.path'));
  await path.fill('/nowhere/at-all.strategy');
  await page.keyboard.press('Enter');
  await expect(start.openFile.dialog.getByRole('alert')).toContainText('at-all.strategy');
  await path.fill(originals.national);
  await page.keyboard.press('Enter');
  await workbench.isOpen();
  await expect(page).toHaveTitle(/National strategy/);
});

test.describe('somebody who is known', () => {
  test.use({ person: { name: 'Legal adviser', organisation: 'Ministry of Justice' } });

  test('a double click creates one strategy', async ({ page, workspace, open, t }) => {
    const start = new StartPage(page, t);
    await open((await workspace.serve()).url);
    await start.newButton.click();
    await start.newStrategy.field(t('newStrategy.title')).fill('Draft of the year');
    await start.newStrategy.button(t('newStrategy.create')).dblclick();
    await new Workbench(page, t).isOpen();
    await page.getByRole('button', { name: t('topBar.home'), exact: true }).click();
    await expect(start.recent.filter({ hasText: 'Draft of the year' })).toHaveCount(1);
  });
});
