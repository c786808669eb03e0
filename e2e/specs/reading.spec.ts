import type { Locator } from '@playwright/test';
import { hasNoViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe('the sample', () => {
  test.use({ begin: 'sample' });

  test('is read from its title to its last section, and stays so when the window is loaded again', async ({
    workbench,
    page,
    t,
  }) => {
    await workbench.view('reading').click();
    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { level: 1 })).toContainText('Maravia');
    const titles = article.getByRole('heading', { level: 2 });
    await expect(titles).toHaveCount(16);
    await expect(article.getByRole('heading', { level: 3, name: 'Objectives tree' })).toBeAttached();
    await expect(article.getByRole('list', { name: t('reading.notes') }).first()).toBeAttached();
    await expect(page.getByRole('textbox', { name: t('editor.text') })).toBeHidden();
    await page.reload();
    await expect(titles).toHaveCount(16);
    await workbench.view('draft').click();
    await workbench.isOpen();
  });

  test('is printed on numbered pages, all of it', async ({ workbench, page }) => {
    await workbench.view('reading').click();
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(5);
    // The table that wants it lies on its side, and nothing else does.
    expect(pdf.toString('latin1').match(/MediaBox\s*\[0 0 84/g)).toHaveLength(1);
  });

  test('has a title page and contents on paper, fills its width, and keeps together what belongs together', async ({
    workbench,
    page,
    t,
  }) => {
    await workbench.view('reading').click();
    const article = page.getByRole('article');
    const contents = article.getByRole('navigation', { name: t('docx.contents') });
    await expect(article.getByRole('heading', { level: 2 })).toHaveCount(16);
    await expect(contents).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(article.getByText('Ministry of the Interior', { exact: true }).first()).toBeVisible();
    await expect(
      article.getByText(new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date()), { exact: true }),
    ).toBeVisible();
    await expect(contents.getByRole('link', { name: '2 Vision, scope and objectives at a glance' })).toBeVisible();
    await expect(contents.getByRole('link', { name: '2.3 Objectives tree' })).toBeVisible();
    const box = (await article.boundingBox())!;
    expect([box.x, box.width]).toEqual([0, 1440]);
    expect(await article.locator('.section-text').first().boundingBox()).toMatchObject({ x: 0, width: 1440 });
    const loose = await article
      .locator('h2, h3, h4, h5, .strategy-pages-owner, [data-caption="table"]')
      .evaluateAll((elements) => elements.filter((element) => getComputedStyle(element).breakAfter !== 'avoid').length);
    expect(loose).toBe(0);
    const tables = article.getByRole('table');
    await expect(tables).toHaveCount(13);
    await expect(article.locator('thead')).toHaveCount(13);
    const rows = await article
      .getByRole('row')
      .evaluateAll((each) => each.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length);
    expect(rows).toBe(0);
  });

  test('numbers its tables through, and leaves room below them', async ({ workbench, page }) => {
    await workbench.view('reading').click();
    const caption = page.getByRole('article').getByText('Budget by year and body, in million crowns').first();
    await caption.scrollIntoViewIfNeeded();
    const session = await page.context().newCDPSession(page);
    // Numbers that the style sheet counts are nowhere in the document.
    const said = async (): Promise<boolean> => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes.some(({ name }) => /^Table 12\b/.test(String(name?.value)));
    };
    await expect.poll(said).toBe(true);
    const table = page.getByRole('article').getByRole('table').first();
    await table.scrollIntoViewIfNeeded();
    const room = await table.evaluate((element) => {
      const below = element.closest('.tableWrapper')!.nextElementSibling!;
      return below.getBoundingClientRect().top - element.getBoundingClientRect().bottom;
    });
    expect(room).toBeGreaterThan(10);
  });

  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ]) {
    test(`breaks no word of a table at ${size.width} pixels`, async ({ workbench, page }) => {
      await page.setViewportSize(size);
      await workbench.showSection('Resources');
      expect(await brokenWords(workbench.text.box.getByRole('table'))).toEqual([]);
      await workbench.view('reading').click();
      const tables = page.getByRole('article').getByRole('table');
      await expect(tables).toHaveCount(13);
      for (const table of await tables.all()) {
        await table.scrollIntoViewIfNeeded();
        expect(await brokenWords(table)).toEqual([]);
      }
    });
  }
});

test('what is written is read: captions, references, footnotes and pictures as in the text', async ({
  workbench,
  page,
}) => {
  const { text, toolbar, references } = workbench;
  await workbench.addSection('Alpha');
  await toolbar.insertTable();
  for (const head of ['Year', 'Body', 'Crowns']) {
    await page.keyboard.type(head);
    await page.keyboard.press('Tab');
  }
  await toolbar.more('editor.tools.caption');
  await page.keyboard.type('Money');
  await workbench.addSection('Beta');
  await text.type('See ');
  await references.insert('money');
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('Penal Code');
  await page.keyboard.press('Escape');
  await workbench.isSaved();
  await workbench.view('reading').click();
  const article = page.getByRole('article');
  await expect(article).toContainText('See Table 1');
  await expect(article.getByRole('listitem').filter({ hasText: 'Penal Code' })).toBeVisible();
  await hasNoViolations(page, 'the reading view');
});

/** Words that stand on more than one line. */
function brokenWords(table: Locator): Promise<string[]> {
  return table.evaluate((element) => {
    const broken: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, 0: word } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}.,]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  });
}
