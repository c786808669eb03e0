import { copyFileSync, readFileSync } from 'node:fs';
import { hasNoViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

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
