import { expect, test } from '../fixtures/test.ts';

test('a version is kept, read, compared and restored, and restoring can be undone', async ({ workbench, page, t }) => {
  const { text, history, coverage } = workbench;
  await workbench.addSection('Alpha');
  await text.type('The old agency reports', 'Stays');
  await history.keep('For cabinet', 'After the second reading');
  await expect(history.version('For cabinet')).toContainText('After the second reading');
  await expect(history.version('For cabinet')).toContainText('Legal adviser');

  await text.paragraph('The old agency reports').click();
  await page.keyboard.press('End');
  await text.type(' yearly');
  await workbench.tag('14');
  await workbench.outline.rename('Resources', 'Money');
  await workbench.isSaved();
  await history.open('For cabinet');
  await expect(history.page).toContainText('The old agency reports');
  await expect(history.page).not.toContainText('yearly');
  await expect(history.page).toContainText('Resources');
  await expect(text.box).toBeHidden();

  await history.choose('For cabinet', 'compareNow');
  await expect(history.page.locator('ins').filter({ hasText: 'yearly' })).toBeVisible();
  await expect(history.page.locator('del').filter({ hasText: 'Resources' })).toBeVisible();
  await expect(history.page.getByRole('row').filter({ hasText: '14.' })).toContainText('+1');
  await expect(history.page).not.toContainText('Stays and');

  await history.choose('For cabinet', 'restore');
  await expect(workbench.notice(t('history.restored'))).toBeVisible();
  await workbench.showSection('Alpha');
  await text.shows(['The old agency reports', 'Stays']);
  await expect(workbench.outline.row('Resources')).toBeVisible();
  await expect(history.version(t('history.causes.restore'))).toBeVisible();
  await text.box.click();
  await workbench.undo();
  await workbench.showSection('Alpha');
  await text.shows(['The old agency reports yearly [14]', 'Stays']);
  await expect(workbench.outline.row('Money')).toBeVisible();
  await page.getByRole('tab', { name: t('panel.coverage') }).click();
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
  await workbench.isSaved();
});

test('versions outlive the process; a section that came since is among the deleted after restoring', async ({
  workbench,
  workspace,
  strategy,
  open,
  t,
}) => {
  const { text, history } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Kept');
  await history.keep('First');
  await workbench.addSection('Beta');
  await text.type('Came since');
  await workbench.isSaved();
  await strategy.process.kill();
  const again = await workspace.serve(strategy.file);
  await open(again.url);
  await workbench.isOpen();
  await history.choose('First', 'restore');
  await expect(workbench.notice(t('history.restored'))).toBeVisible();
  await expect(workbench.outline.row('Beta')).toBeHidden();
  await expect(workbench.outline.row('Alpha')).toBeVisible();
  await workbench.undo();
  await expect(workbench.outline.row('Beta')).toBeVisible();
});
