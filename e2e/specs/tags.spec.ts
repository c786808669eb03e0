import { expect, test } from '../fixtures/test.ts';

test.describe('rules of shared/document/SPEC.md', () => {
  test('S1, S2: what a split means for tags', async ({ workbench, page }) => {
    const { text } = workbench;
    await workbench.addSection('Alpha');
    await text.type('Left right');
    await workbench.tag('14');
    await text.caretIn('Left right', 4);
    await text.newLine();
    await text.shows(['Left [14]', ' right [14]']);
    await text.caretIn(' right');
    await text.newLine();
    await page.keyboard.type('New');
    await text.shows(['Left [14]', ' right [14]', 'New']);
    await text.caretIn('Left', 0);
    await text.newLine();
    await text.shows(['', 'Left [14]', ' right [14]', 'New']);
  });

  test('J1, J2: what a merge means for tags', async ({ workbench, page }) => {
    const { text } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One', 'Two', '', 'Three');
    await text.caretIn('One');
    await workbench.tag('14');
    await text.caretIn('Two');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('Alt+2');
    await workbench.picker.choose('14');
    await workbench.tag('22');
    await text.caretIn('Three');
    await workbench.tag('33');
    await text.shows(['One [14]', 'Two [14 partial 22]', '', 'Three [33]']);
    await text.caretIn('Three', 0);
    await page.keyboard.press('Backspace');
    await text.shows(['One [14]', 'Two [14 partial 22]', 'Three [33]']);
    await text.caretIn('One');
    await page.keyboard.press('Delete');
    await text.shows(['OneTwo [14 22]', 'Three [33]']);
  });

  test('X1, U1: tags of a deleted paragraph are unplaced, do not count, and come back with it', async ({
    workbench,
    page,
  }) => {
    const { text, coverage } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One', 'Two', 'Three');
    await text.caretIn('Two');
    await workbench.tag('14');
    await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
    await text.select('Two');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Backspace');
    await text.shows(['One', 'Three']);
    await expect.poll(() => coverage.count('coverage.count.text')).toBe('0');
    await coverage.unplaced(1).click();
    await expect(coverage.region).toContainText('14 Terrorism financing investigations: full');
    await expect(coverage.region).toContainText('Section 17 · Legal adviser');
    // One step or two, depending on how fast the keys came.
    while (!(await text.blocks()).join(' ').includes('Two')) await workbench.undo();
    await text.shows(['One', 'Two [14]', 'Three']);
    await expect(coverage.unplaced(1)).toBeHidden();
    await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
  });

  test('an unplaced tag can be removed by hand, and that undone', async ({ workbench, page, t }) => {
    const { text, coverage } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One', 'Two');
    await workbench.tag('14');
    await text.select('One', 'Two');
    await page.keyboard.press('Delete');
    await text.shows(['']);
    await coverage.unplaced(1).click();
    const name = t('coverage.removeUnplaced', { principle: 14, number: 17 });
    await coverage.region.getByRole('button', { name, exact: true }).click();
    await expect(coverage.unplaced(1)).toBeHidden();
    await workbench.undoButton.click();
    await expect(coverage.unplaced(1)).toBeVisible();
  });

  test('M1: what is cut and pasted within a section is the same paragraph; pasted once more, it is a copy', async ({
    workbench,
    workspace,
    strategy,
  }) => {
    const { text } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One', 'Two', 'Three');
    await text.caretIn('One');
    await workbench.tag('14');
    await workbench.isSaved();
    const idOf = blocksOf(workspace, strategy.file);
    const [before] = await idOf('One');
    await text.select('One');
    await text.cut();
    await text.caretIn('Three');
    await text.newLine();
    await text.paste();
    await text.shows(['', 'Two', 'Three', 'One [14]']);
    await workbench.isSaved();
    expect(await idOf('One')).toEqual([before]);
    await text.newLine();
    await text.paste();
    await text.shows(['', 'Two', 'Three', 'One [14]', 'One [14]']);
    await workbench.isSaved();
    const [first, second] = await idOf('One');
    expect(first).toBe(before);
    expect(second).not.toBe(before);
  });

  test('M2: what is cut and pasted into another section takes its tags along', async ({
    workbench,
    workspace,
    strategy,
    page,
  }) => {
    const { text, coverage } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One', 'Two', 'Three');
    await text.select('One', 'Two');
    await workbench.tag('14');
    await text.caretIn('Two');
    await workbench.tag('22');
    await workbench.isSaved();
    const idOf = blocksOf(workspace, strategy.file);
    const before = [...(await idOf('One')), ...(await idOf('Two'))];
    await text.select('One', 'Two');
    await text.cut();
    await workbench.addSection('Beta');
    await text.paste();
    await text.shows(['One [14]', 'Two [14 22]']);
    await expect(coverage.unplaced(1)).toBeHidden();
    await workbench.isSaved();
    expect([...(await idOf('One')), ...(await idOf('Two'))]).toEqual(before);
    await page.reload();
    await text.shows(['One [14]', 'Two [14 22]']);
  });

  test('C1: a copy gets an id of its own and the same tags, here and in another section', async ({
    workbench,
    workspace,
    strategy,
  }) => {
    const { text } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One', 'Two');
    await text.caretIn('One');
    await workbench.tag('14');
    await text.select('One');
    await text.copy();
    await text.caretIn('Two');
    await text.newLine();
    await text.paste();
    await text.shows(['One [14]', 'Two', 'One [14]']);
    await workbench.addSection('Beta');
    await text.paste();
    await text.shows(['One [14]']);
    await workbench.isSaved();
    expect(new Set(await blocksOf(workspace, strategy.file)('One')).size).toBe(3);
  });

  test('C2: a part of a paragraph, and a paragraph pasted into another one, are text', async ({ workbench }) => {
    const { text } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One and more', 'Two');
    await text.caretIn('One and more');
    await workbench.tag('14');
    await text.selectLetters('One and more', 'One'.length);
    await text.copy();
    await text.caretIn('Two');
    await text.newLine();
    await text.paste();
    await text.shows(['One and more [14]', 'Two', 'One']);
    await text.select('One and more');
    await text.copy();
    await text.caretIn('Two');
    await text.paste();
    await text.shows(['One and more [14]', 'TwoOne and more', 'One']);
  });

  test('K1: a paragraph that becomes a heading or a list item keeps its tags', async ({ workbench, page }) => {
    const { text, toolbar } = workbench;
    await workbench.addSection('Alpha');
    await text.type('One', 'Two');
    await workbench.tag('14');
    await page.keyboard.press('ControlOrMeta+Alt+1');
    await expect(text.heading('Two')).toBeVisible();
    await text.shows(['One', 'Two [14]']);
    await page.keyboard.press('ControlOrMeta+Alt+0');
    await expect(text.heading('Two')).toBeHidden();
    await toolbar.button('editor.tools.bulletList').click();
    await expect(text.items).toHaveText(['Two']);
    await text.shows(['One', 'Two [14]']);
  });
});

test('several principles at once: Ctrl+Enter keeps the list open for the next one', async ({ workbench, page }) => {
  const { text, picker } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One');
  await page.keyboard.press('Alt+Enter');
  await picker.choose('14', 'ControlOrMeta+Enter');
  await expect(picker.search).toHaveValue('');
  await picker.choose('victims', 'ControlOrMeta+Enter');
  await picker.choose('cities', 'ControlOrMeta+Enter');
  await expect(picker.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(picker.dialog).toBeHidden();
  await text.shows(['One [14 22 27]']);
  await page.keyboard.type('!');
  await text.shows(['One! [14 22 27]']);
});

test('several paragraphs at once', async ({ workbench }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One', 'Two', 'Three');
  await text.select('One', 'Two');
  await workbench.tag('14');
  await text.shows(['One [14]', 'Two [14]', 'Three']);
  await workbench.undo();
  await text.shows(['One', 'Two', 'Three']);
});

test('how far a principle is answered, and why, is said while tagging', async ({ workbench, page }) => {
  const { text, picker, card } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Alt+2');
  await expect(picker.strength('partial')).toBeChecked();
  await picker.reason.fill('Names the agency only');
  await picker.search.click();
  await picker.choose('financing invest');
  const chip = text.chip(14, 'Integration of terrorism financing investigations', 'partial');
  await chip.click();
  await expect(card.strength('partial')).toBeChecked();
  await expect(card.reason).toHaveValue('Names the agency only');
  await expect(card.card).toContainText('Legal adviser');
});

test('the card of a chip changes strength and reason, and removes the tag', async ({ workbench, page }) => {
  const { text, card } = workbench;
  const title = 'Integration of terrorism financing investigations';
  await workbench.addSection('Alpha');
  await text.type('One', 'Two');
  await workbench.tag('14');
  await text.chip(14, title).click();
  await card.strength('mention').click();
  await card.reason.fill('Only in passing');
  await page.keyboard.press('Escape');
  await expect(card.card).toBeHidden();
  await text.shows(['One', 'Two [14 mention]']);
  await text.chip(14, title, 'mention').click();
  await expect(card.strength('mention')).toBeChecked();
  await expect(card.reason).toHaveValue('Only in passing');
  await card.removeButton.click();
  await text.shows(['One', 'Two']);
  await workbench.undoButton.click();
  await text.shows(['One', 'Two [14 mention]']);
});

test('choosing a principle once more takes the tag away', async ({ workbench }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One');
  await workbench.tag('14');
  await text.shows(['One [14]']);
  await workbench.tag('14');
  await text.shows(['One']);
});

test('a tag that is there takes on what is chosen while choosing its principle again, and keeps the rest', async ({
  workbench,
  page,
}) => {
  const { text, picker, card } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One');
  await workbench.tag('14');
  await text.shows(['One [14]']);
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Alt+2');
  await picker.reason.fill('Courts decide');
  await picker.search.click();
  await picker.choose('14');
  await text.shows(['One [14 partial]']);
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Alt+3');
  await picker.choose('14');
  await text.shows(['One [14 mention]']);
  const chip = text.chip(14, 'Integration of terrorism financing investigations', 'mention');
  await chip.click();
  await expect(card.reason).toHaveValue('Courts decide');
  await page.keyboard.press('Escape');
  await text.box.click();
  await page.keyboard.press('Alt+Enter');
  await picker.reason.fill('Judges decide');
  await picker.search.click();
  await picker.choose('14');
  await expect(picker.dialog).toBeHidden();
  await chip.click();
  await expect(card.reason).toHaveValue('Judges decide');
});

test('a short number finds the principles of that number, and none whose text happens to hold it', async ({
  workbench,
  page,
  t,
}) => {
  const { text, picker } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One');
  await page.keyboard.press('Alt+Enter');
  await picker.search.fill('0');
  await expect(picker.dialog).toContainText(t('editor.pickerEmpty'));
  await picker.search.fill('39');
  await expect(picker.options).toHaveCount(1);
  await picker.search.fill('2006');
  await expect(picker.options.first()).toContainText('2006');
});

test('moving a paragraph to another section takes its tags along, and one undo brings it back', async ({
  workbench,
  page,
}) => {
  const { text, toolbar, head } = workbench;
  await workbench.addSection('Beta');
  await text.type('There');
  await workbench.addSection('Alpha');
  await text.type('One', 'Two', 'Three');
  await text.caretIn('Two');
  await workbench.tag('14');
  await toolbar.choose('editor.tools.move', '17. Beta');
  await expect(head.title).toHaveValue('Beta');
  await text.shows(['There', 'Two [14]']);
  await page.keyboard.type('x');
  await expect(text.paragraph('xTwo')).toBeVisible();
  await workbench.undo();
  await text.shows(['There', 'Two [14]']);
  await workbench.undo();
  await text.shows(['There']);
  await workbench.showSection('Alpha');
  await text.shows(['One', 'Two [14]', 'Three']);
});

interface Block {
  readonly id: string;
  readonly text: string;
}

/** The ids of the blocks with a text, as the file has them, in reading order. */
function blocksOf(
  workspace: { readonly command: (...args: string[]) => Promise<unknown> },
  file: string,
): (text: string) => Promise<string[]> {
  return async (text) => {
    const blocks = (await workspace.command('blocks', file)) as Block[];
    return blocks.filter((block) => block.text === text).map(({ id }) => id);
  };
}
