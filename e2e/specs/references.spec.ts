import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';

test('a table gets a numbered caption, and references follow it when another comes before it', async ({
  workbench,
  page,
  t,
}) => {
  const { text, toolbar, references, outline } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before', '');
  await toolbar.insertTable();
  await toolbar.more('editor.tools.caption');
  await page.keyboard.type('Money by ministry');
  await expect(text.caption('Money by ministry')).toBeVisible();
  await text.caretIn('Before');
  await page.keyboard.type(', as ');
  await references.insert('money by ministry');
  await page.keyboard.type(' shows');
  await expect(text.box).toContainText('Before, as Table 1 shows');

  // Another section, put before it, with a table of its own.
  await workbench.addSection('Beta');
  await toolbar.insertTable();
  await toolbar.more('editor.tools.caption');
  await page.keyboard.type('Risks');
  await outline.focus('Beta');
  await page.keyboard.press('Alt+ArrowUp');
  await workbench.showSection('Alpha');
  await expect(text.box).toContainText('as Table 2 shows');
  await expect(text.references).toHaveAttribute('title', 'Money by ministry');

  // Enter on the reference goes to its target, also from another section.
  await workbench.showSection('Beta');
  await text.box.click();
  await text.caretIn('Risks');
  await references.insert('money by ministry');
  await expect(text.box).toContainText('Table 2');
  await text.references.click();
  await page.keyboard.press('Enter');
  await expect(workbench.head.title).toHaveValue('Alpha');
  expect(await page.evaluate(() => getSelection()?.anchorNode?.textContent)).toContain('Money');

  // A target that is deleted is said to be lost, until it is back.
  await text.caption('Money by ministry').click({ clickCount: 3 });
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await expect(text.references).toHaveText(t('docx.lostReference'));
  await workbench.undo();
  await workbench.undo();
  await expect(text.references).toHaveText('Table 2');
});

test('headings and footnotes are referred to by number or text, and numbers go on through the sections', async ({
  workbench,
  page,
  t,
}) => {
  const { text, references } = workbench;
  await workbench.addSection('Alpha');
  await text.type('## Courts', 'One');
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('Penal Code');
  await page.keyboard.press('Escape');
  await page.keyboard.type(' see ');
  await references.insert('courts');
  const number = await text.references.textContent();
  expect(number).toMatch(/^section \d+\.1\.1$|^section \d+\.1$/);
  await workbench.addSection('Beta');
  await text.type('Two');
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('Act 3');
  await page.keyboard.press('Escape');
  await references.insert('penal');
  await expect(text.references).toHaveText('footnote 1');
  await page.keyboard.press('ControlOrMeta+Alt+r');
  await references.dialog.getByRole('radio', { name: t('editor.reference.forms.text'), exact: true }).click();
  await references.search.click();
  await page.keyboard.type('courts');
  await page.keyboard.press('Enter');
  await expect(text.references.nth(1)).toHaveText('Courts');
});

test('a page break comes by its key, and a reference outlives reloading', async ({ workbench, page, t }) => {
  const { text, references } = workbench;
  await workbench.addSection('Alpha');
  await text.type('One');
  await page.keyboard.press('ControlOrMeta+Enter');
  const pageBreak = text.box.getByRole('separator', { name: t('editor.pageBreak') });
  await expect(pageBreak).toBeVisible();
  // One goes on writing behind it; and where it is selected, what is typed does not take its place.
  await page.keyboard.type('Two');
  await pageBreak.click();
  await page.keyboard.type('Three');
  await expect(text.box.getByRole('paragraph')).toHaveText(['One', 'Three', 'Two']);
  await expect(pageBreak).toBeVisible();
  await text.caretIn('One');
  await page.keyboard.type(' ');
  await references.insert('Alpha');
  await workbench.isSaved();
  await page.reload();
  await workbench.isOpen();
  await expect(text.references).toHaveText(/^section \d+$/);
});

test('a list that is too long to be shown says how much it leaves out', async ({
  workbench,
  workspace,
  strategy,
  page,
  t,
}) => {
  const { references, text } = workbench;
  const source = join(workspace.documents, 'many.md');
  writeFileSync(source, Array.from({ length: 70 }, (_, index) => `# Measure m${index + 1}\n\nText.\n`).join('\n'));
  await workspace.command('import', source, '--into', strategy.file);
  await text.box.focus();
  await page.keyboard.press('ControlOrMeta+Alt+r');
  await expect(references.options).toHaveCount(60);
  // However many the template has.
  const [, more] = t('editor.reference.more', { count: 42 }).split('42') as [string, string];
  await expect(references.dialog).toContainText(more);
  await page.keyboard.type('m70');
  await expect(references.options).toHaveText([/Measure m70/]);
  await expect(references.dialog).not.toContainText(more);
});
