import { readFileSync } from 'node:fs';
import { hasNoViolations } from '../fixtures/axe.ts';
import { hasNoSidewaysOverflow } from '../fixtures/overflow.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ begin: 'sample' });

test('sections by principles: gaps stand out, a cell leads to its passage, and one comes back', async ({
  workbench,
  page,
  t,
}) => {
  await workbench.view('matrix').click();
  const table = page.getByRole('grid').or(page.getByRole('table')).last();
  await expect(table.getByRole('rowheader')).toHaveCount(16);
  await expect(page.getByRole('columnheader').filter({ hasText: '24' })).toContainText(/24/);
  await hasNoSidewaysOverflow(page);
  await hasNoViolations(page, 'the matrix');

  const cell = page.getByRole('gridcell', { name: /principle 14 .*: \d/ }).first();
  await cell.click();
  await expect(workbench.text.box).toBeVisible();
  await expect(workbench.text.box).toBeFocused();
  await page.keyboard.press('F8');
  // The keys go on where one was.
  await expect(cell).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(workbench.text.box).toBeFocused();
  await page.keyboard.press('F8');
  await page.reload();
  await expect(table.getByRole('rowheader')).toHaveCount(16);
  await page.getByRole('button', { name: t('matrix.csvName') }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t('matrix.csvName') }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  // A head and a line for the whole strategy besides those of the sections.
  expect(lines).toHaveLength(1 + 16 + 1);
  await expect(page.getByText(/\.csv/)).toBeVisible();
});

test('the matrix follows a tag that is made in another window', async ({ workbench, secondWindow, page }) => {
  await workbench.view('matrix').click();
  const cells = page.getByRole('gridcell', { name: /principle 24 .*: \d/ });
  await expect(cells).toHaveCount(0);
  const other = await secondWindow();
  await other.showSection('Prevention');
  await other.text.box.getByRole('paragraph').first().click();
  await other.tag('24');
  await page.bringToFront();
  await expect(cells).toHaveCount(1);
});

test('all principles of this kind of strategy fit the window; others are shown when they are asked for', async ({
  workbench,
  page,
  t,
}) => {
  await workbench.view('matrix').click();
  const columns = page.getByRole('columnheader', { name: /^Principle \d/ });
  const others = page.getByRole('checkbox', { name: t('matrix.showOthers') });
  await expect(columns).toHaveCount(38);
  expect(await overhang()).toBe(0);
  await others.press(' ');
  await expect(others).toBeChecked();
  await expect(columns).toHaveCount(42);
  expect(await overhang()).toBe(0);
  await expect(page.getByRole('columnheader', { name: 'Procedural principles' }).first()).toHaveAttribute(
    'title',
    'Procedural principles',
  );

  function overhang(): Promise<number> {
    return page.getByRole('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  }
});

test('F6 leads out of the matrix and back to the same cell', async ({ workbench, page }) => {
  await workbench.view('matrix').click();
  const row = page.getByRole('grid').getByRole('link').first();
  await row.focus();
  await page.keyboard.press('ArrowRight');
  const cell = page.getByRole('gridcell', { name: /Section 1 .*principle 1 / });
  await expect(cell).toBeFocused();
  await page.keyboard.press('F6');
  await expect(workbench.view('matrix')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(cell).toBeFocused();
});

test.describe('in a low window', () => {
  test.use({ viewport: { width: 1280, height: 560 } });

  test('the matrix comes back as one has left it, with what has changed meanwhile', async ({ workbench, page }) => {
    const scrolled = (): Promise<number> => page.locator('main:visible').evaluate(({ scrollTop }) => scrollTop);
    await workbench.showSection('Countering the financing of terrorism');
    const outline = page.locator('.outline-scroll');
    await outline.evaluate((element) => element.scrollTo(0, 150));
    await expect(outline).toHaveJSProperty('scrollTop', 150);
    await workbench.text.box.click();
    await page.keyboard.press('F8');
    await expect(page.getByRole('gridcell').last()).toBeVisible();
    // The focus follows a moment after what is seen.
    await expect(page.locator('#region-matrix:focus, #region-matrix :focus')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+End');
    const focused = page.locator('.matrix-table td:focus');
    await expect(focused).toHaveAccessibleName(/principle/);
    await expect(page.getByRole('tooltip')).toBeVisible();
    const name = await focused.getAttribute('aria-label');
    const place = await scrolled();
    expect(place).toBeGreaterThan(100);

    await page.keyboard.press('F8');
    await expect(workbench.text.box).toBeFocused();
    await expect(outline).toHaveJSProperty('scrollTop', 150);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    const cells = page.getByRole('gridcell', { name: /principle 24 .*: \d/ });
    await workbench.text.box.getByRole('paragraph').first().click();
    await workbench.tag('24');
    await page.keyboard.press('F8');
    await expect(cells).toHaveCount(1);
    await expect(focused).toHaveAccessibleName(name!);
    await expect(page.getByRole('gridcell').last()).toBeVisible();
    expect(await scrolled()).toBe(place);
  });
});
