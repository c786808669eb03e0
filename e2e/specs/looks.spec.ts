import { hasNoSidewaysOverflow } from '../fixtures/overflow.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ begin: 'sample' });

for (const [language, width, height] of [
  ['en', 1440, 900],
  ['en', 1280, 720],
  ['ar-XB', 1440, 900],
  ['ar-XB', 1280, 720],
] as const) {
  test.describe(`${language}, ${width} × ${height}`, () => {
    test.use({ language, viewport: { width, height } });

    test('nothing reaches beyond the window, and the tools stand in one row', async ({ workbench, page }) => {
      const { text, toolbar, coverage } = workbench;
      await workbench.showSection('Countering the financing of terrorism');
      await expect(text.box).toContainText('financ');
      await hasNoSidewaysOverflow(page);
      const boxes = await toolbar.bar.getByRole('button').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { top, bottom } = button.getBoundingClientRect();
          return (top + bottom) / 2;
        }),
      );
      expect(boxes.length).toBeGreaterThan(10);
      expect(Math.max(...boxes) - Math.min(...boxes)).toBeLessThan(4);

      await coverage.principle('Terrorism financing investigations').click();
      await expect(coverage.passages.first()).toBeVisible();
      await hasNoSidewaysOverflow(page);
      await coverage.tab('guidance').click();
      await hasNoSidewaysOverflow(page);
      await text.box.getByRole('paragraph').first().click();
      await page.keyboard.press('Alt+Enter');
      await expect(workbench.picker.search).toBeFocused();
      await hasNoSidewaysOverflow(page);
    });
  });
}

test('how one likes the window is remembered when the application is started again', async ({
  workbench,
  workspace,
  strategy,
  open,
  page,
  t,
}) => {
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'light');
  const isKept = page.waitForResponse((response) => response.url().endsWith('/setPreferences') && response.ok());
  await workbench.palette.run(t('palette.themeDark'));
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await isKept;
  await strategy.process.stop();
  const again = await workspace.serve(strategy.file);
  await open(again.url);
  await workbench.isOpen();
  await expect(root).toHaveAttribute('data-theme', 'dark');
});
