import { expect, test } from '../fixtures/test.ts';

test('a text is found anywhere in the strategy and leads to its place, all from the keyboard', async ({
  workbench,
  page,
}) => {
  const { text, searching } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One needle here');
  await workbench.addSection('Beta');
  await text.type('Nothing', 'A haystack with a Needle and a needle');
  await searching.search('needle');
  await expect.poll(() => searching.marked()).toEqual(['needle', 'Needle', 'needle']);
  await expect(searching.count).toHaveText('3 matches');
  await page.keyboard.press('Enter');
  await expect(searching.hits.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(searching.hits.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(workbench.head.title).toHaveValue('Alpha');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('needle');
  await expect(text.box).toBeFocused();
  await searching.field.focus();
  await page.keyboard.press('F6');
  await expect(searching.field).not.toBeFocused();
  await text.box.focus();
  // What is written meanwhile is found, too.
  await page.keyboard.press('End');
  await text.type(' and another needle');
  await expect(searching.count).toHaveText('4 matches');
});

test('replacing everywhere is one step, of all sections, titles and footnotes, with a version kept before', async ({
  workbench,
  page,
  t,
}) => {
  const { text, searching, history } = workbench;
  await workbench.addSection('Bureau work');
  await text.type('The bureau');
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('Bureau Act');
  await page.keyboard.press('Escape');
  await workbench.addSection('Beta');
  await text.type('No Act, one bureau');
  await searching.search('bureau');
  await expect(searching.count).toHaveText('4 matches');
  await searching.replacement.fill('Office');
  await searching.replaceAll.click();
  await expect(workbench.notice(t('editor.replaced', { count: 4 }))).toBeVisible();
  await text.shows(['No Act, one Office']);
  await expect(workbench.outline.row('Office work')).toBeVisible();
  // Where the focus is now, undo is not that of the field.
  await expect(searching.field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(searching.replacement).toHaveValue('Office');
  await expect(workbench.notice(t('editor.replaced', { count: 4 }))).toBeHidden();
  await text.shows(['No Act, one bureau']);
  await expect(workbench.outline.row('Bureau work')).toBeVisible();
  await workbench.redo();
  await text.shows(['No Act, one Office']);
  await history.tab.click();
  await expect(history.version(t('history.causes.replace'))).toContainText('“bureau” to “Office”');
});

test('letters of another script, case and whole words are minded', async ({ workbench, t }) => {
  const { text, searching } = workbench;
  await workbench.addSection('Alpha');
  await text.type('国家反恐战略', 'Court courts', 'Élection');
  await searching.search('反恐');
  await expect.poll(() => searching.marked()).toEqual(['反恐']);
  await searching.field.fill('election');
  await expect.poll(() => searching.marked()).toEqual(['Élection']);
  await searching.field.fill('court');
  await searching.option('search.wholeWords').press(' ');
  await expect.poll(() => searching.marked()).toEqual(['Court']);
  await searching.option('editor.matchCase').press(' ');
  await expect(searching.count).toHaveText(t('search.matches', { count: 0 }));
});
