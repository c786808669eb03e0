import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasNoViolations } from '../fixtures/axe.ts';
import { houseTemplate, readDocxPart } from '../fixtures/docx.ts';
import { expect, test } from '../fixtures/test.ts';
import { DialogModel } from '../pages/dialog.ts';

test.use({ begin: 'sample' });

test('a web page is one file that everybody can read, without a network', async ({ workbench, workspace, page }) => {
  const path = await workbench.exporting.download('html');
  const file = `${workspace.folder}/exported.html`;
  copyFileSync(path, file);
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
  await page.goto(`file://${file}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Maravia');
  const picture = page.getByRole('img').first();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500);
  await page.getByRole('link', { name: 'Table 12' }).first().click();
  await expect(page).toHaveURL(/#[A-Za-z0-9]{12}$/);
  await hasNoViolations(page, 'the exported page');
  expect(failed).toEqual([]);
});

test('Markdown and data are there as well', async ({ workbench }) => {
  const markdown = readFileSync(await workbench.exporting.download('md'), 'utf8');
  expect(markdown).toContain('# 1 Foreword, adoption and status');
  expect(markdown).toContain('[^1]:');
  const data = JSON.parse(readFileSync(await workbench.exporting.download('json'), 'utf8')) as { sections: unknown[] };
  expect(data.sections).toHaveLength(16);
});

test('a Word file takes tags along as comments, wears the house style, and says how confidential it is', async ({
  workbench,
  workspace,
  page,
  t,
}) => {
  const template = join(workspace.folder, 'ministry.dotx');
  writeFileSync(template, houseTemplate('Ministry Display'));
  const other = join(workspace.folder, 'other.dotx');
  writeFileSync(other, 'no template');
  const { exporting } = workbench;
  await exporting.trigger.click();
  await exporting.chooseHouseStyle(other);
  await expect(exporting.dialog.getByRole('alert')).toHaveText(t('failure.house-style-unreadable'));
  await exporting.chooseHouseStyle(template);
  await expect(exporting.check(t('export.houseStyle', { name: 'ministry.dotx' }))).toBeChecked();
  await exporting.check(t('export.tags')).check({ force: true });
  await exporting.field(t('classification.field')).fill('Restricted');
  const document = await (await exporting.run()).path();
  expect(readDocxPart(document, 'word/comments.xml')).toContain('answered in full');
  expect(readDocxPart(document, 'word/styles.xml')).toContain('w:ascii="Ministry Display"');
  expect(readDocxPart(document, 'word/header1.xml')).toContain('>Restricted<');
  await exporting.button(t('action.close')).click();

  const mark = page.getByRole('button', { name: t('classification.mark', { classification: 'Restricted' }) });
  await expect(mark).toBeVisible();
  await workbench.view('reading').click();
  await expect(page.getByRole('article').getByText('Restricted', { exact: true })).toBeVisible();
  await mark.click();
  const dialog = new DialogModel(page, t('classification.title'));
  await dialog.field(t('classification.field')).fill('');
  await dialog.button(t('action.save')).click();
  await expect(mark).toBeHidden();
  await workbench.undo();
  await expect(mark).toBeVisible();
});
