import { writeFileSync } from 'node:fs';
import { expect, test } from '../fixtures/test.ts';

const SOURCE = `# Draft of the ministry

## Aims

Text with a note[^1] and **weight**.

| Year | Money |
| --- | --- |
| 2027 | 4 |

### Scope

- one
- two

## Courts

![A map](map.png) and more.

[^1]: Penal Code, article 5
`;

test('a text is chosen, looked at, brought in as sections, and taken back by one undo', async ({
  workbench,
  page,
  t,
}) => {
  const { importing, outline, text, history } = workbench;
  await importing.open();
  await importing.choose('ministry.md', SOURCE);
  await expect(importing.sections).toHaveText([/^Aims/, /^Courts/]);
  await expect(importing.dialog).toContainText(t('importDrop.picture', { count: 1 }));
  await expect(importing.dialog).toContainText(t('importDrop.title', { count: 1 }));
  await importing.option('radio', t('import.level', { level: 1 })).click();
  await expect(importing.sections).toHaveText([/^Draft of the ministry/]);
  await importing.option('radio', t('import.level', { level: 2 })).click();
  await expect(importing.sections).toHaveCount(2);
  await importing.button(t('import.start')).click();
  await expect(importing.dialog).toBeHidden();

  await expect(workbench.head.title).toHaveValue('Aims');
  await text.shows(['Text with a note and weight.', 'Year', 'Money', '2027', '4', 'Scope', 'one', 'two']);
  await expect(text.footnotes).toHaveCount(1);
  await expect(outline.row('Courts')).toBeVisible();
  await workbench.isSaved();
  await text.box.click();
  await workbench.undo();
  await expect(outline.row('Aims')).toBeHidden();
  await expect(outline.row('Courts')).toBeHidden();
  await workbench.redo();
  await expect(outline.row('Courts')).toBeVisible();
  await history.tab.click();
  await expect(history.version(t('history.causes.import'))).toContainText('ministry.md');
  await page.reload();
  await workbench.showSection('Courts');
  await text.shows(['A map and more.']);
});

test('a text that is dropped is looked at; undone, it leaves one where one was, without a notice', async ({
  workbench,
  t,
}, testInfo) => {
  const { importing, outline, head } = workbench;
  const file = testInfo.outputPath('dropped.txt');
  writeFileSync(file, '1. AIMS OF ALL\n\nOne line.\n\n2. COURTS OF ALL\n\nAnother line.');
  await workbench.addSection('Alpha');
  await workbench.addSection('Beta');
  await workbench.showSection('Alpha');
  await importing.open();
  await importing.drop(file);
  await expect(importing.sections).toHaveText([/^AIMS OF ALL/, /^COURTS OF ALL/]);
  await importing.button(t('import.start')).click();
  await expect(head.title).toHaveValue('AIMS OF ALL');
  await workbench
    .notice(t('import.done'))
    .getByRole('button', { name: t('action.undo') })
    .click();
  await expect(outline.row('AIMS OF ALL')).toBeHidden();
  await expect(head.title).toHaveValue('Alpha');
  await expect(workbench.notice(t('outline.deletedOne', { title: 'AIMS OF ALL' }))).toBeHidden();
});

test('a text goes to the end of the section in view, and undo takes it out again', async ({ workbench, t }) => {
  const { importing, text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before');
  await importing.open();
  await importing.choose('more.txt', 'One line.\nAnother line.');
  await importing.option('radio', t('import.targets.here')).click();
  await expect(importing.dialog).toContainText(t('import.oneSection', { blocks: 2, words: 4 }));
  await importing.button(t('import.start')).click();
  await text.shows(['Before', 'One line.', 'Another line.']);
  // The notice takes back what it speaks of, and goes when that is not what was done last.
  const notice = workbench.notice(t('import.done'));
  await expect(notice).toBeVisible();
  await text.caretIn('Another line.');
  await text.type('!');
  await expect(notice).toBeHidden();
  await text.shows(['Before', 'One line.', 'Another line.!']);
  await workbench.undo();
  await workbench.undo();
  await text.shows(['Before']);
});

test('what is no text is refused with a sentence, and nothing is changed', async ({ workbench, t }) => {
  const { importing } = workbench;
  await importing.open();
  await importing.choose('latin.txt', Buffer.from('Élection', 'latin1'));
  await expect(importing.dialog.getByRole('alert')).toHaveText(t('failure.source-encoding', { file: 'latin.txt' }));
  await expect(importing.button(t('import.start'))).toBeDisabled();
  await importing.choose('a.md', Buffer.from([0, 1, 2, 3]));
  await expect(importing.dialog.getByRole('alert')).toHaveText(t('failure.source-no-text', { file: 'a.md' }));
  await importing.choose('a.md', '# Fine\n\nText');
  await expect(importing.dialog.getByRole('alert')).toBeHidden();
  await expect(importing.sections).toHaveCount(1);
});
