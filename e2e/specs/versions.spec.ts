import { png } from '../../electron/png.test-support.ts';
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
  // What one does not see is not taken back.
  await expect(workbench.undoButton).toBeDisabled();
  await history.page.click();
  await workbench.undo();

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

test('a double click keeps one version', async ({ workbench, t }) => {
  const { history } = workbench;
  await history.tab.click();
  await history.panel.getByRole('textbox', { name: t('history.name') }).fill('For cabinet');
  await history.panel.getByRole('button', { name: t('history.keep') }).dblclick();
  await expect(history.version('For cabinet')).toBeVisible();
  await workbench.isSaved();
  await expect(history.versions).toHaveCount(1);
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

test('any two versions are compared, chosen by the keyboard', async ({ workbench, t }) => {
  const { text, history } = workbench;
  await workbench.addSection('Alpha');
  for (const word of ['one', 'two', 'three']) {
    await text.type(`${word} `);
    await history.keep(`Version ${word}`);
    await text.box.click();
  }
  await history.panel.getByRole('button', { name: t('history.compare') }).click();
  await expect(history.page).toContainText(t('history.same'));
  await history.compare('from', 'Version one');
  await history.compare('to', 'Version three');
  await expect(history.page.locator('ins')).toHaveText('two three ');
  await history.page
    .page()
    .getByRole('button', { name: t('history.swap') })
    .click();
  await expect(history.page.locator('del')).toHaveText('two three ');
  await history.compare('from', t('history.asItIs'));
  await history.compare('to', 'Version two');
  await expect(history.page.locator('del')).toHaveText('three ');
});

test('looks, pictures, cells, places and mentions that have changed are shown', async ({ workbench, page, t }) => {
  const { text, history, pictures, toolbar, outline } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Agencies report yearly', 'Second');
  await pictures.choose({ name: 'plan.png', mimeType: 'image/png', buffer: png(40, 20) });
  await pictures.describe('Three circles');
  await workbench.addSection('Beta');
  await text.type('Only mentioned here');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Alt+3');
  await workbench.picker.choose('9');
  await workbench.addSection('Gamma');
  await toolbar.button('editor.tools.table').click();
  await page.keyboard.type('Measure');
  await history.keep('Before');

  await page.keyboard.press('Tab');
  await text.box.getByRole('columnheader').nth(1).click();
  await page.keyboard.type('Who');
  await workbench.showSection('Alpha');
  await text.selectLetters('Agencies report yearly', 8);
  await page.keyboard.press('ControlOrMeta+b');
  await pictures.image('Three circles').click();
  await page.keyboard.press('Delete');
  await expect(pictures.image('Three circles')).toHaveCount(0);
  const titles = await outline.titles();
  const numberOf = (title: string): number => titles.findIndex((each) => each.endsWith(title)) + 1;
  await outline.choose(numberOf('Alpha'), 'Alpha', 'outline.moveUp');
  await outline.choose(numberOf('Beta'), 'Beta', 'outline.delete');
  await workbench.isSaved();

  await history.choose('Before', 'compareNow');
  await expect(history.block('changed', 'Agencies report yearly')).toContainText(t('history.aspect.bold'));
  await expect(history.block('removed', 'Three circles')).toContainText(t('history.role.picture'));
  await expect(history.block('changed', 'Measure')).toContainText('Measure | Who');
  await expect(history.page).toContainText(t('history.moved', { from: numberOf('Alpha'), to: numberOf('Alpha') - 1 }));
  await expect(history.page.getByRole('row').filter({ hasText: '9.' })).toContainText(
    t('history.passages', { sign: '−', count: 1, strength: t('strength.mention') }),
  );
});
