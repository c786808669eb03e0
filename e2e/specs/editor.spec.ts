import { expect, test } from '../fixtures/test.ts';

test.beforeEach(async ({ workbench }) => {
  await workbench.addSection('Alpha');
});

test('`#`, `##` and `###` make headings, and the keys do too', async ({ workbench, page }) => {
  const { text } = workbench;
  await text.type('# Aims', 'Text', '## Means', '### Detail');
  await expect(text.box).toMatchAriaSnapshot(`
    - textbox:
      - heading "Aims" [level=2]
      - paragraph: Text
      - heading "Means" [level=3]
      - heading "Detail" [level=4]
  `);
  await text.caretIn('Text');
  await page.keyboard.press('ControlOrMeta+Alt+2');
  await expect(text.box.getByRole('heading', { name: 'Text', level: 3 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Alt+0');
  await expect(text.paragraph('Text')).toBeVisible();
});

test('`-` and `1.` make lists; Tab and Shift+Tab change the level', async ({ workbench, page }) => {
  const { text } = workbench;
  await text.type('- One', 'Two');
  await page.keyboard.press('Tab');
  await text.type('', 'Three');
  await page.keyboard.press('Shift+Tab');
  await text.type('', '', '1. First', 'Second');
  for (const [paragraph, mark] of [
    ['One', 'disc'],
    ['Two', 'circle'],
    ['First', 'decimal'],
  ] as const) {
    await expect(text.items.filter({ hasText: paragraph })).toHaveCSS('list-style-type', mark);
  }
  await expect(text.box).toMatchAriaSnapshot(`
    - textbox:
      - list:
        - listitem:
          - paragraph: One
          - list:
            - listitem:
              - paragraph: Two
        - listitem:
          - paragraph: Three
      - list:
        - listitem:
          - paragraph: First
        - listitem:
          - paragraph: Second
  `);
});

test('`>` makes a quotation', async ({ workbench }) => {
  const { text } = workbench;
  await text.type('> Nobody is above the law.');
  await expect(text.box.getByRole('blockquote')).toContainText('Nobody is above the law.');
});

test('bold, italic and underline by their keys', async ({ workbench, page }) => {
  const { text, toolbar } = workbench;
  for (const [key, words] of [
    ['b', 'strong'],
    ['i', 'slanted'],
    ['u', 'lined'],
  ] as const) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await page.keyboard.type(words);
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await page.keyboard.type(' ');
  }
  await expect(text.box.getByRole('strong')).toHaveText('strong');
  await expect(text.box.getByRole('emphasis')).toHaveText('slanted');
  await expect(text.box.getByText('lined', { exact: true })).toHaveCSS('text-decoration-line', 'underline');
  await page.keyboard.press('ControlOrMeta+b');
  await expect(toolbar.button('editor.tools.bold')).toHaveAttribute('aria-pressed', 'true');
});

test('a link is set, refused when it is not safe, and removed', async ({ workbench, page, t }) => {
  const { text, toolbar } = workbench;
  await text.type('See the strategy');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await toolbar.setLink('javascript:alert(1)');
  await expect(toolbar.linkDialog).toContainText(t('editor.link.invalid'));
  await expect(text.box.getByRole('link')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await toolbar.setLink('example.org/strategy');
  await expect(toolbar.linkDialog).toBeHidden();
  await expect(text.box.getByRole('link', { name: 'strategy' })).toHaveAttribute(
    'href',
    'https://example.org/strategy',
  );
  await toolbar.button('editor.tools.link').click();
  await toolbar.linkDialog.getByRole('button', { name: t('editor.link.remove') }).click();
  await expect(text.box.getByRole('link')).toHaveCount(0);
  await expect(text.paragraph('See the strategy')).toBeVisible();
});

test('a table is inserted, typed into with Tab, grown by Tab, merged and deleted', async ({ workbench, page, t }) => {
  const { text, toolbar } = workbench;
  const table = text.box.getByRole('table');
  await toolbar.button('editor.tools.table').click();
  for (const [index, words] of [
    'Measure',
    'Who',
    'When',
    'Train',
    'Police',
    '2027',
    'Equip',
    'Customs',
    '2028',
  ].entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.type('Review');
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('columnheader')).toHaveText(['Measure', 'Who', 'When']);
  await expect(table.getByRole('row').nth(2)).toContainText('Customs');
  await expect(table.getByRole('row').nth(3)).toContainText('Review');

  await toolbar.choose('editor.tools.editTable', t('editor.table.toggleHeaderRow'));
  await expect(table.getByRole('columnheader')).toHaveCount(0);
  await toolbar.choose('editor.tools.editTable', t('editor.table.toggleHeaderRow'));
  await expect(table.getByRole('columnheader')).toHaveCount(3);

  await text.caretIn('Train');
  await page.keyboard.press('Shift+ArrowRight');
  await toolbar.choose('editor.tools.editTable', t('editor.table.mergeOrSplit'));
  await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveCount(2);
  await expect(table.getByRole('row').nth(1).getByRole('cell').first()).toContainText('TrainPolice');
  await toolbar.choose('editor.tools.editTable', t('editor.table.deleteTable'));
  await expect(table).toHaveCount(0);
});

test('down from the last row of a table that ends the section leads below it', async ({ workbench, page }) => {
  const { text, toolbar } = workbench;
  await text.type('Before');
  await toolbar.button('editor.tools.table').click();
  const table = text.box.getByRole('table');
  await page.keyboard.type('First');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Last');
  await expect(table.getByRole('row').last()).toContainText('Last');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Below');
  await expect(text.box.locator('> p').last()).toHaveText('Below');
  await expect(table).not.toContainText('Below');
});

test('the end of a section that ends with a table is in its last cell', async ({ workbench, page }) => {
  const { text } = workbench;
  await text.type('Before');
  await workbench.toolbar.button('editor.tools.table').click();
  await page.keyboard.type('First');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Last');
  await expect(text.box.getByRole('row').last().getByRole('cell').last()).toContainText('Last');
  await text.paragraph('Before').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' of all');
  await expect(text.box.getByRole('row').last().getByRole('cell').last()).toContainText('Last of all');
});

test('a footnote is written by key and left with Escape; numbers follow the text', async ({ workbench, page, t }) => {
  const { text } = workbench;
  await text.type('First and last');
  await page.keyboard.press('ControlOrMeta+Alt+f');
  const field = text.box.getByRole('textbox', { name: t('editor.footnote') });
  await expect(field).toBeFocused();
  await page.keyboard.type('Act 9 of 2026');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(text.box).toBeFocused();
  await page.keyboard.type(' end');
  await text.caretBehind('First'.length);
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await expect(field).toBeFocused();
  await page.keyboard.type('Earlier');
  await page.keyboard.press('Escape');
  await expect(text.footnotes).toHaveCount(2);
  await expect(text.footnotes.nth(0)).toHaveAccessibleName(/Earlier$/);
  await expect(text.footnotes.nth(1)).toHaveAccessibleName(/Act 9 of 2026$/);
  await expect(text.box.getByRole('paragraph')).toContainText('First and last end');

  await text.footnotes.nth(1).click();
  await expect(field).toHaveText('Act 9 of 2026');
  await page.keyboard.press('Escape');
  await workbench.isSaved();
  await page.reload();
  await expect(text.footnotes.nth(0)).toHaveAccessibleName(/Earlier$/);
});

test('a footnote that is left empty goes, and a double click makes one', async ({ workbench, page, t }) => {
  const { text, toolbar } = workbench;
  const notes = text.box.getByRole('note');
  await text.type('One');
  await toolbar.button('editor.tools.footnote').dblclick();
  await expect(notes).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: t('editor.footnote') })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(notes).toHaveCount(0);
  await page.keyboard.type(' more');
  await text.shows(['One more']);
});

test('alignment and direction of a paragraph', async ({ workbench, page, t }) => {
  const { text, toolbar } = workbench;
  await text.type('One', 'Two');
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(text.paragraph('Two')).toHaveCSS('text-align', 'center');
  await toolbar.choose('editor.tools.alignment', t('editor.alignments.natural'));
  await expect(text.paragraph('Two')).toHaveCSS('text-align', 'start');
  await toolbar.choose('editor.tools.alignment', t('editor.directions.rtl'));
  await expect(text.paragraph('Two')).toHaveCSS('direction', 'rtl');
  await expect(text.paragraph('One')).toHaveCSS('direction', 'ltr');
  await workbench.isSaved();
  await page.reload();
  await expect(text.paragraph('Two')).toHaveCSS('direction', 'rtl');
});

test('Enter goes from one place found to the next, and Escape leaves the last one selected', async ({
  workbench,
  page,
}) => {
  const { text, find } = workbench;
  await text.type('One threat', 'Two threat', 'Three threat');
  await text.caretIn('One threat', 0);
  await page.keyboard.press('ControlOrMeta+f');
  await expect(find.search).toBeFocused();
  await page.keyboard.type('threat');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Escape');
  await expect(text.box).toBeFocused();
  await page.keyboard.type('risk');
  await text.shows(['One threat', 'Two risk', 'Three threat']);
});

test('everything found is replaced in one step', async ({ workbench, page, t }) => {
  const { text, find } = workbench;
  await text.type('Threat and risk', 'A threat', 'No match');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(find.search).toBeFocused();
  await page.keyboard.type('threat');
  await expect(find.count).toHaveText(t('editor.matches', { count: 2 }));
  await find.replacement.fill('danger');
  await find.button('editor.replaceAll').click();
  await text.shows(['danger and risk', 'A danger', 'No match']);
  await expect(find.count).toHaveText(t('editor.matches', { count: 0 }));
  await expect(find.search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(find.bar).toBeHidden();
  await expect(text.box).toBeFocused();
  await workbench.undo();
  await text.shows(['Threat and risk', 'A threat', 'No match']);
});

test('a column of a table stays as wide as it was drawn, whatever is written beside it', async ({
  workbench,
  page,
}) => {
  const { text, toolbar } = workbench;
  await workbench.addSection('Alpha');
  await toolbar.insertTable();
  const head = text.box.getByRole('columnheader');
  const { x, y, width } = (await head.first().boundingBox())!;
  await page.mouse.move(x + width - 1, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + 90, y + 12, { steps: 8 });
  await page.mouse.up();
  const drawn = async (): Promise<number> => Math.round((await head.first().boundingBox())!.width / 4);
  await expect.poll(drawn).toBe(Math.round(90 / 4));
  await head.first().click();
  await page.keyboard.type('Responsibilities');
  await head.nth(1).click();
  await page.keyboard.type('Much is written here, so that this column would like to be wider than it is.');
  expect(await drawn()).toBe(Math.round(90 / 4));
});
