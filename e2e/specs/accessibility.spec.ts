import type { Locator } from '@playwright/test';
import { hasNoViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { StartPage } from '../pages/start-page.ts';
import { Workbench } from '../pages/workbench.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test.describe('before a strategy', () => {
      test.use({ person: null });

      test('axe-core finds nothing', async ({ page, workspace, open, t }) => {
        const start = new StartPage(page, t);
        const workbench = new Workbench(page, t);
        await open((await workspace.serve()).url);
        await expect(start.person.dialog).toBeVisible();
        await hasNoViolations(page, 'the first-run dialog');
        await start.introduce('Legal adviser', 'Ministry of Justice');
        await workbench.isOpen();
        await workbench.topBar.getByRole('button', { name: t('topBar.home') }).click();
        await expect(start.recent).toHaveCount(1);
        await hasNoViolations(page, 'the start page');
        await start.newButton.click();
        await expect(start.newStrategy.dialog).toBeVisible();
        await hasNoViolations(page, 'the dialog for a new strategy');
      });
    });

    test.describe('in a strategy', () => {
      test.use({ begin: 'sample' });

      test('axe-core finds nothing in the text and beside it', async ({ workbench, page }) => {
        const { text, picker, card, coverage, find } = workbench;
        await workbench.showSection('Countering the financing of terrorism');
        await expect(text.box).toContainText('financ');
        await coverage.principle('Terrorism financing investigations').click();
        await expect(coverage.passages.first()).toBeVisible();
        await hasNoViolations(page, 'the workbench, with a principle open');
        await coverage.tab('guidance').click();
        await hasNoViolations(page, 'the guidance');

        await text.box.getByRole('paragraph').first().click();
        await page.keyboard.press('Alt+Enter');
        await expect(picker.search).toBeFocused();
        await hasNoViolations(page, 'the tag picker');
        await page.keyboard.press('Escape');
        await text.box.getByRole('button', { name: 'Principle' }).first().click();
        await expect(card.card).toBeVisible();
        await hasNoViolations(page, 'the card of a tag');
        await page.keyboard.press('Escape');

        await text.box.click();
        await page.keyboard.press('ControlOrMeta+f');
        await find.search.fill('financing');
        await hasNoViolations(page, 'the find bar');
      });

      test('axe-core finds nothing in a text with references', async ({ workbench, page }) => {
        await workbench.showSection('Vision, scope and objectives at a glance');
        await expect(workbench.text.references.first()).toBeVisible();
        await hasNoViolations(page, 'a text with references');
      });

      test('axe-core finds nothing in the dialogs', async ({ workbench, page, t }) => {
        const { exporting, palette, coverage } = workbench;
        await exporting.trigger.click();
        await expect(exporting.dialog).toBeVisible();
        await hasNoViolations(page, 'the export dialog');
        await page.keyboard.press('Escape');
        await page.keyboard.press('ControlOrMeta+k');
        await expect(palette.search).toBeFocused();
        await hasNoViolations(page, 'the palette');
        await page.keyboard.press('Escape');
        await page.keyboard.press('ControlOrMeta+/');
        await expect(page.getByRole('dialog', { name: t('shortcuts.title') })).toBeVisible();
        await hasNoViolations(page, 'the shortcuts');
        const body = page.getByRole('dialog').getByRole('group', { name: t('shortcuts.title') });
        expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
        await page.keyboard.press('Escape');
        await coverage.principle('Role of youth').click();
        await coverage.button('coverage.setAside').click();
        await expect(workbench.setAside(24).dialog).toBeVisible();
        await hasNoViolations(page, 'the dialog that sets aside');
      });
    });
  });
}

test('F6 goes from region to region and comes back to the same place', async ({ workbench, page }) => {
  const { outline, text, coverage } = workbench;
  await text.paragraph('').first().click();
  await page.keyboard.press('F6');
  await expect(coverage.tab('coverage')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(workbench.view('draft')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(outline.row('Foreword, adoption and status')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(text.box).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(outline.row('Foreword, adoption and status')).toBeFocused();
});

test('the focus goes back to where it was when a dialog closes', async ({ workbench, page, t }) => {
  const { text, exporting, palette, toolbar, coverage, outline, head, picker, find } = workbench;
  await workbench.showSection('Resources');
  await exporting.trigger.focus();
  await page.keyboard.press('Enter');
  await expect(exporting.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(exporting.trigger).toBeFocused();

  await text.paragraph('').first().click();
  for (const open of ['ControlOrMeta+k', 'ControlOrMeta+/', 'Alt+Enter', 'ControlOrMeta+f']) {
    await page.keyboard.press(open);
    const opened = palette.dialog
      .or(page.getByRole('dialog', { name: t('shortcuts.title') }))
      .or(picker.dialog)
      .or(find.bar);
    await expect(opened).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opened).toBeHidden();
    await expect(text.box, open).toBeFocused();
  }

  await toolbar.button('editor.tools.link').focus();
  await page.keyboard.press('Enter');
  await expect(toolbar.linkDialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(toolbar.button('editor.tools.link')).toBeFocused();

  await coverage.principle('Role of cities').click();
  await coverage.button('coverage.setAside').click();
  await expect(workbench.setAside(27).dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(coverage.button('coverage.setAside')).toBeFocused();

  await head.owner(t('outline.noOwner')).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(head.owner(t('outline.noOwner'))).toBeFocused();

  await outline.choose(15, 'Resources', 'outline.owner');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(outline.region.locator(':focus')).toBeVisible();
});

test('Escape leaves the palette at the first press, also when something is typed', async ({ workbench, page }) => {
  const { text, palette } = workbench;
  await text.paragraph('').first().click();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.search).toBeFocused();
  await page.keyboard.type('vis');
  await expect(palette.search).toHaveValue('vis');
  await page.keyboard.press('Escape');
  await expect(palette.dialog).toBeHidden();
  await expect(text.box).toBeFocused();
});

test('the palette tags the paragraph that one was in, and finds in its section', async ({ workbench, t }) => {
  const { text, palette, picker, find } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Mine');
  await palette.run(t('palette.tag'));
  await picker.choose('14');
  await text.shows(['Mine [14]']);
  await palette.run(t('palette.find'));
  await expect(find.search).toBeFocused();
});

test('the walk-through is done from the keyboard alone', async ({ page, workspace, open, t }) => {
  const start = new StartPage(page, t);
  const workbench = new Workbench(page, t);
  const { text, outline, picker, coverage, exporting, palette } = workbench;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await open((await workspace.serve()).url);
  await expect(start.heading).toBeVisible();
  await goTo(start.newButton);
  await press('Enter');
  await expect(start.newStrategy.field(t('newStrategy.title'))).toBeFocused();
  await page.keyboard.type('By keyboard');
  await press('Tab');
  await expect(start.newStrategy.dialog.getByRole('radio', { name: 'National' })).toBeFocused();
  await goTo(start.newStrategy.button(t('newStrategy.create')));
  await press('Enter');
  await workbench.isOpen();

  await goTo(outline.row('Foreword, adoption and status'), 'F6');
  await press('End');
  await press('Enter');
  await expect(workbench.head.title).toHaveValue('Implementation, monitoring, review and communication');
  await goTo(text.box, 'F6');
  await press('ControlOrMeta+End');
  await page.keyboard.type('Every measure is evaluated.');
  await press('Alt+Enter');
  await picker.choose('ongoing evaluation');
  await expect(text.chip(38, 'Ongoing evaluation and adaptation of strategies')).toBeVisible();
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');

  await goTo(coverage.tab('coverage'), 'F6');
  await goTo(coverage.principle('Ongoing evaluation and adaptation'));
  await press('Enter');
  await goTo(coverage.passages.first());
  await press('Enter');
  await expect(text.box).toBeFocused();

  await palette.run(t('palette.export'));
  await expect(exporting.button(t('export.start'))).toBeFocused();
  const download = page.waitForEvent('download');
  await press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.docx$/);
  await expect(exporting.dialog).toContainText(t('export.done', { file: (await download).suggestedFilename() }));

  /** Presses a key until something has the focus. */
  async function goTo(target: Locator, key = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
    for (let step = 0; step < 100 && !(await hasFocus()); step++) await press(key);
    await expect(target).toBeFocused();
  }
});

test('a new strategy is begun from the palette, over the one that is open', async ({ workbench, page, t }) => {
  await workbench.palette.run(t('palette.newStrategy'));
  const dialog = page.getByRole('dialog', { name: t('newStrategy.heading') });
  await expect(dialog.getByRole('textbox', { name: t('newStrategy.title') })).toBeFocused();
  await page.keyboard.type('A second one');
  await page.keyboard.press('Enter');
  await expect(workbench.topBar.getByRole('textbox', { name: t('topBar.title') })).toHaveValue('A second one');
});

test('Escape leads from the tools back to the text', async ({ workbench, page }) => {
  const { text, toolbar } = workbench;
  await text.box.click();
  await toolbar.button('editor.tools.more').click();
  await page.keyboard.press('Escape');
  await expect(toolbar.button('editor.tools.more')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text.box).toBeFocused();
});

test('what saves elsewhere says that everything is saved', async ({ workbench, page, t }) => {
  await workbench.isSaved();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(workbench.notice(t('save.allSaved'))).toBeVisible();
});

test('in a page much enlarged the outline makes way for the text, and is there when it is asked for', async ({
  workbench,
  page,
  t,
}) => {
  const { outline, text, head } = workbench;
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(outline.list).toBeHidden();
  expect((await text.box.boundingBox())!.width).toBeGreaterThan(400);
  const show = workbench.topBar.getByRole('button', { name: t('topBar.showOutline'), exact: true });
  await show.click();
  const [, second] = (await outline.titles()).map((title) => title.replace(/^\d+ /, ''));
  await expect(outline.rows.first()).toBeFocused();
  await hasNoViolations(page, 'the outline over the text');
  await page.keyboard.press('Escape');
  await expect(outline.list).toBeHidden();
  await show.click();
  await outline.row(second!).click();
  await expect(head.title).toHaveValue(second!);
  await expect(outline.list).toBeHidden();
});
