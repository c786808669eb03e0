import { deflateSync } from 'node:zlib';
import { docxParts } from '../fixtures/docx.ts';
import { expect, test } from '../fixtures/test.ts';
import { png } from '../../electron/png.test-support.ts';

test('a picture from a file is kept in the strategy, described, made smaller, exported, and there again later', async ({
  workbench,
  page,
  t,
}) => {
  const { text, pictures, toolbar } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before');
  await pictures.choose({ name: 'plan.png', mimeType: 'image/png', buffer: png(40, 20) });
  await expect(pictures.image('')).toBeVisible();
  await pictures.describe('Three circles');
  await expect(pictures.image('Three circles')).toBeVisible();
  await pictures.open();
  await pictures.width('50').click();
  await page.keyboard.press('Escape');
  await toolbar.more('editor.tools.caption');
  await page.keyboard.type('Governance');
  await expect(text.caption('Governance')).toBeVisible();
  await workbench.isSaved();
  await page.reload();
  await workbench.isOpen();
  const image = pictures.image('Three circles');
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(40);
  const share = await image.evaluate(
    (element) => element.getBoundingClientRect().width / element.closest('[role=textbox]')!.clientWidth,
  );
  expect(share).toBeCloseTo(0.5, 1);

  const parts = docxParts(await workbench.exporting.download());
  expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  expect(parts.get('word/document.xml')).toContain('descr="Three circles"');
  expect(parts.get('word/document.xml')).toContain('SEQ Figure');
  await expect(page.getByText(t('editor.picture.missing'))).toBeHidden();
});

test('a pasted picture is no base64 in the text; what is no picture is refused with a sentence', async ({
  workbench,
  page,
  t,
}) => {
  const { text, pictures } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before');
  await pictures.paste(png(3000, 30));
  await expect(pictures.image('')).toBeVisible();
  // Wider than anybody would see: kept smaller.
  await expect.poll(() => pictures.image('').evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(2400);
  await expect(text.box.locator('img[src^="data:"]')).toHaveCount(0);
  await pictures.choose({ name: 'a.png', mimeType: 'image/png', buffer: deflateSync('no picture') });
  await expect(page.getByText(t('failure.picture-unknown'))).toBeVisible();
  await workbench.undo();
  await expect(pictures.image('')).toBeHidden();
  await text.shows(['Before']);
});

test('a picture comes along as it is copied in a browser or in Word, and in the middle of a page', async ({
  workbench,
  page,
}) => {
  const { text, pictures } = workbench;
  await workbench.addSection('Alpha');
  await pictures.paste(
    png(20, 10),
    '<html><body><!--StartFragment--><img src="https://example.org/a.png"></body></html>',
  );
  await expect(pictures.image('')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+End');
  const address = `data:image/png;base64,${png(30, 10).toString('base64')}`;
  await pictures.paste(null, `<p>Before <b>all</b></p><p><img src="${address}" alt="three dots"></p><p>after</p>`);
  await expect(pictures.image('three dots')).toBeVisible();
  await expect.poll(() => pictures.image('three dots').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(30);
  await expect(text.box).toContainText('Before all');
  await expect(text.box.locator('img[src^="data:"]')).toHaveCount(0);
});

test('what does not come along is said, and takes nothing away', async ({ workbench, page, t }) => {
  const { text, pictures } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before');
  await pictures.paste(png(20, 10));
  await expect(pictures.image('')).toHaveCount(1);
  await pictures.paste(null, '<img src="file:///C:/a.png"><img src="https://example.org/b.png">');
  await expect(page.getByText(t('editor.picture.notTaken', { count: 2 }))).toBeVisible();
  await expect(pictures.image('')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+End');
  await pictures.paste(null, '<p>Kept <img src="https://example.org/b.png"> text</p>');
  await expect(text.box).toContainText('Kept text');
  await expect(page.getByText(t('editor.picture.notTaken', { count: 1 }))).toBeVisible();
});

test('a large picture asks for its description where one sees and hears it', async ({ workbench, page, t }) => {
  const { text, pictures } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before');
  await pictures.choose({ name: 'poster.png', mimeType: 'image/png', buffer: png(600, 1800) });
  await expect(pictures.image('')).toBeVisible();
  await expect(text.box.getByRole('button', { name: t('editor.picture.describe') })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('log')).toContainText(t('editor.picture.inserted'));
});

test('what is typed while a picture is selected is written below it', async ({ workbench, page }) => {
  const { text, pictures } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before');
  await pictures.choose({ name: 'plan.png', mimeType: 'image/png', buffer: png(40, 20) });
  await expect(pictures.image('')).toBeVisible();
  await page.keyboard.type('After');
  await expect(text.paragraph('After')).toBeVisible();
  await expect(pictures.image('')).toBeVisible();
});
