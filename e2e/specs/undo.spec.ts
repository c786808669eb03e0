import { expect, test } from '../fixtures/test.ts';

test('one stack holds the steps in all sections and in the outline, in their order', async ({ workbench, page }) => {
  const { text, outline, head } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Text of alpha');
  await workbench.tag('14');
  await text.shows(['Text of alpha [14]']);
  await outline.rename('Protection', 'Protecting people');
  await text.paragraph('').first().click();
  await text.type('Text of beta');
  await expect(text.paragraph('Text of beta')).toBeVisible();

  await workbench.undo();
  await expect(text.paragraph('Text of beta')).toHaveCount(0);
  await expect(head.title).toHaveValue('Protecting people');
  await workbench.undo();
  await expect(head.title).toHaveValue('Protection');
  await workbench.undo();
  await expect(head.title).toHaveValue('Alpha');
  await text.shows(['Text of alpha']);
  await workbench.undo();
  await text.shows(['']);

  await workbench.redo();
  await text.shows(['Text of alpha']);
  await workbench.redo();
  await text.shows(['Text of alpha [14]']);
  await workbench.redo();
  await expect(outline.row('Protecting people')).toBeVisible();
  await workbench.redo();
  await expect(head.title).toHaveValue('Protecting people');
  await expect(text.paragraph('Text of beta')).toBeVisible();
  await expect(workbench.redoButton).toBeDisabled();

  await workbench.isSaved();
  await page.reload();
  await expect(text.paragraph('Text of beta')).toBeVisible();
  await workbench.showSection('Alpha');
  await text.shows(['Text of alpha [14]']);
});

test('the section that an undo touched is shown, wherever one is', async ({ workbench }) => {
  const { text, head } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Text of alpha');
  await workbench.showSection('Resources');
  await workbench.undoButton.click();
  await expect(head.title).toHaveValue('Alpha');
  await text.shows(['']);
  await workbench.showSection('Resources');
  await workbench.redoButton.click();
  await expect(head.title).toHaveValue('Alpha');
  await text.shows(['Text of alpha']);
});

test('undoing the split of a tagged paragraph restores text and chips, and so does redoing it', async ({
  workbench,
  page,
}) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before', 'Left half right half', 'After');
  await text.caretIn('Left half right half');
  await workbench.tag('14');
  await workbench.tag('22');
  await text.caretIn('Left half right half', 'Left half'.length);
  await text.newLine();
  await text.shows(['Before', 'Left half [14 22]', ' right half [14 22]', 'After']);
  await workbench.undo();
  await text.shows(['Before', 'Left half right half [14 22]', 'After']);
  await workbench.redo();
  await text.shows(['Before', 'Left half [14 22]', ' right half [14 22]', 'After']);
  await workbench.undo();
  await text.shows(['Before', 'Left half right half [14 22]', 'After']);
  await workbench.isSaved();
  await page.reload();
  await text.shows(['Before', 'Left half right half [14 22]', 'After']);
});

test('undoing the merge of two tagged paragraphs restores both', async ({ workbench, page }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One', 'Two', 'Three');
  await text.caretIn('One');
  await workbench.tag('14');
  await text.caretIn('Two');
  await workbench.tag('22');
  await text.caretIn('Two', 0);
  await page.keyboard.press('Backspace');
  await text.shows(['OneTwo [14 22]', 'Three']);
  await workbench.undo();
  await text.shows(['One [14]', 'Two [22]', 'Three']);
  await workbench.redo();
  await text.shows(['OneTwo [14 22]', 'Three']);
});

test('the caret is back where it was, so that one can write on after an undo', async ({ workbench, page }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One', 'Two');
  await workbench.isSaved();
  // Nothing of before can be undone after this, so that the split is the only step.
  await page.reload();
  await text.caretIn('One', 1);
  await text.newLine();
  await text.shows(['O', 'ne', 'Two']);
  await workbench.undo();
  await text.shows(['One', 'Two']);
  await page.keyboard.type('x');
  await text.shows(['Oxne', 'Two']);
});

test('the caret is behind what a redo brings back, however much stands after it', async ({ workbench, page }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One after', 'A paragraph that follows it');
  await workbench.isSaved();
  await page.reload();
  await text.caretIn('One after', 'One'.length);
  await page.keyboard.type(' two three');
  await text.shows(['One two three after', 'A paragraph that follows it']);
  await workbench.undo();
  await text.shows(['One after', 'A paragraph that follows it']);
  await workbench.redo();
  await text.shows(['One two three after', 'A paragraph that follows it']);
  await page.keyboard.type('x');
  await text.shows(['One two threex after', 'A paragraph that follows it']);
});

test('the edits of a second window are never undone', async ({ workbench, secondWindow }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Mine', 'Theirs');
  await workbench.isSaved();
  const other = await secondWindow();
  await other.showSection('Alpha');
  await other.text.caretIn('Theirs');
  await other.text.type(' and more');
  await other.tag('22');
  await text.shows(['Mine', 'Theirs and more [22]']);

  await text.caretIn('Mine');
  await text.type(' too');
  await other.text.shows(['Mine too', 'Theirs and more [22]']);
  await workbench.undo();
  await text.shows(['Mine', 'Theirs and more [22]']);
  // How many steps the typing was depends on its speed; all of them are taken back, and nothing else.
  const isMineThere = async (): Promise<boolean> => /Mine|Theirs/.test((await text.blocks()).join(' '));
  while (await isMineThere()) await workbench.undo();
  await text.shows(['', ' and more [22]']);
  await other.text.shows(['', ' and more [22]']);
});
