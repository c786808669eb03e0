import { hasNoViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { Workbench } from '../pages/workbench.ts';

test('somebody comments on a paragraph and on a phrase, and both stay with their words', async ({
  workbench,
  page,
  t,
}) => {
  const { text, comments } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Courts review each measure.', 'Schools take part.');
  await comments.add('Which schools?');
  await expect(text.box).toBeFocused();
  await text.caretIn('Courts review each measure.', 0);
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await comments.add('All of them?');
  // In the order of the text, not of the clock.
  await expect(comments.threads).toHaveText([/Courts.*All of them\?/, /Schools take part\..*Which schools\?/]);
  await hasNoViolations(page, 'the comments');

  await text.caretIn('Courts review each measure.', 0);
  await text.type('Independent ');
  await workbench.isSaved();
  await comments
    .thread('Which schools?')
    .getByRole('button', { name: t('comments.goTo', { quote: 'Schools take part.' }) })
    .click();
  await expect(text.box).toBeFocused();
  await text.type('Now: ');
  await text.shows(['Independent Courts review each measure.', 'Now: Schools take part.']);
});

test('a comment is replied to, resolved, seen again and reopened, and nothing of that is text or undo', async ({
  workbench,
  t,
}) => {
  const { text, comments } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Courts review each measure.');
  await comments.add('Which courts?');
  await comments.reply('Which courts?', 'The supreme court.');
  await comments.press('Which courts?', 'resolve');
  await expect(comments.threads).toHaveCount(0);
  await expect(comments.panel).toContainText(t('comments.allResolved'));
  await comments.panel.getByRole('checkbox', { name: t('comments.showResolved', { count: 1 }) }).press(' ');
  await expect(comments.thread('Which courts?')).toContainText('The supreme court.');
  await comments.press('Which courts?', 'reopen');
  await expect(comments.thread('Which courts?').getByRole('button', { name: t('comments.resolve') })).toBeVisible();
  await text.caretIn('Courts review each measure.');
  await workbench.undo();
  await expect(comments.threads).toHaveCount(1);
});

test('comments are seen beside their paragraph, over all sections, and by whom they concern', async ({
  workbench,
  page,
  t,
}) => {
  const { text, comments } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Courts review each measure.', 'Schools take part.');
  await comments.add('Which schools?');
  await comments.add('And why?');
  await workbench.addSection('Beta');
  await text.type('Police report.');
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(comments.field).toBeFocused();
  await page.keyboard.type('To @leg');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(comments.field).toHaveValue('To @Legal adviser ');
  await expect(comments.field).toBeFocused();
  await page.keyboard.type('soon');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(comments.thread('To @Legal adviser soon').locator('strong')).toHaveText('@Legal adviser');
  await comments.panel.getByRole('radio', { name: t('comments.scopes.strategy') }).click();
  await expect(comments.panel.getByRole('list', { name: t('comments.listOf', { title: 'Alpha' }) })).toContainText(
    'Which schools?',
  );
  await hasNoViolations(page, 'the comments of all sections');
  await comments.panel
    .getByRole('button', { name: t('comments.goTo', { quote: 'Schools take part.' }) })
    .first()
    .click();
  await expect(workbench.head.title).toHaveValue('Alpha');
  await comments.panel.getByRole('radio', { name: t('comments.scopes.section') }).click();
  await workbench.coverage.tab('coverage').click();
  const chip = text.box.getByRole('button', { name: t('editor.comments', { count: 2 }) });
  await chip.click();
  await expect(comments.thread('Which schools?').getByRole('button').first()).toBeFocused();
  await comments.press('Which schools?', 'resolve');
  await expect(text.box.getByRole('button', { name: t('editor.comments', { count: 1 }) })).toBeVisible();
});

test('words that are not sent stay when one leaves the field, and are asked about before the window goes', async ({
  workbench,
  page,
  t,
}) => {
  const { text, comments } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Schools take part.', 'Courts review each measure.');
  await workbench.isSaved();
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(comments.field).toBeFocused();
  await page.keyboard.type('Not done');
  await page.keyboard.press('Escape');
  await expect(text.box).toBeFocused();
  await expect(comments.field).toHaveValue('Not done');
  // Another one is not begun over it.
  await text.caretIn('Schools take part.');
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(workbench.notice(t('comments.begun'))).toBeVisible();
  await expect(comments.field).toHaveValue('Not done');
  await expect(comments.field).toBeFocused();
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await comments.field.fill('');
  await page.keyboard.press('Escape');
  await expect(comments.field).toBeHidden();
});

test('another window sees comments at once, and they are there after the process was killed', async ({
  workbench,
  secondWindow,
  strategy,
  workspace,
  open,
  context,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Courts review each measure.');
  await workbench.isSaved();
  const other = await secondWindow();
  await other.showSection('Alpha');
  await other.comments.tab.click();
  await workbench.page.bringToFront();
  await workbench.comments.add('Which courts?');
  await expect(other.comments.thread('Which courts?')).toBeVisible();
  await other.page.bringToFront();
  await other.comments.reply('Which courts?', 'All of them.');
  await expect(workbench.comments.thread('All of them.')).toBeVisible();

  await other.page.close();
  await strategy.process.kill();
  const again = await workspace.serve(strategy.file);
  const later = new Workbench(await context.newPage(), t);
  await open(again.url, later.page);
  await later.isOpen();
  await later.showSection('Alpha');
  await later.comments.tab.click();
  await expect(later.comments.thread('Which courts?')).toContainText('All of them.');
});

test('what was typed for a comment and not sent is there again after going elsewhere', async ({
  workbench,
  page,
  t,
}) => {
  const { text, comments } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Courts review each measure.');
  await comments.add('Which courts?');
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await page.keyboard.type('Half a thou');
  await page.getByRole('tab', { name: t('panel.coverage') }).click();
  await comments.tab.click();
  await expect(comments.field).toHaveValue('Half a thou');
  await comments.field.press('Escape');
  await comments
    .thread('Which courts?')
    .getByRole('button', { name: t('comments.reply') })
    .click();
  await page.keyboard.type('The sup');
  await workbench.addSection('Beta');
  await expect(comments.panel).toContainText(t('comments.empty.section'));
  await workbench.showSection('Alpha');
  await expect(comments.thread('Which courts?').getByRole('textbox')).toHaveValue('The sup');
});

test('a comment that was begun and given up leaves nothing behind', async ({ workbench, page, t }) => {
  const { text, comments } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Courts review each measure.');
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(comments.field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(comments.panel).toContainText(t('comments.missing'));
  await page.keyboard.press('Escape');
  await expect(comments.field).toBeHidden();
  await expect(text.box).toBeFocused();
  await expect(comments.panel).toContainText(t('comments.empty.section'));
});
