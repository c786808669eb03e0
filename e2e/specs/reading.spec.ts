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
    const titles = article.getByRole('heading', { level: 2 }).and(page.locator('.strategy-pages-section'));
    await expect(titles).toHaveCount(16);
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
  });
});

test('what is written is read: captions, references, footnotes and pictures as in the text', async ({
  workbench,
  page,
}) => {
  const { text, toolbar, references } = workbench;
  await workbench.addSection('Alpha');
  await toolbar.insertTable();
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
});
