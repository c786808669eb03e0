import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';

const clipboard = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'clipboard', name), 'utf8');

test('from Word: headings, lists with their levels, tables, footnotes, links and bold stay', async ({
  workbench,
  page,
}) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.pasteHtml(clipboard('word.html'));
  await expect(text.box).toMatchAriaSnapshot(`
    - textbox:
      - heading "Financing" [level=2]
      - paragraph:
        - text: Banks
        - strong: must
        - text: report, and do so
        - emphasis: quickly
        - text: .
        - 'note "Footnote: Act 9 of 2026, section 4."'
      - heading "Duties" [level=2]
      - list:
        - listitem:
          - paragraph: Identify customers
          - list:
            - listitem:
              - paragraph: natural persons
            - listitem:
              - paragraph: companies
        - listitem:
          - paragraph: Keep records
      - list:
        - listitem:
          - paragraph: Report
        - listitem:
          - paragraph: Freeze
      - table:
        - rowgroup:
          - row:
            - cell:
              - paragraph:
                - strong: Measure
            - cell:
              - paragraph:
                - strong: Who
          - row:
            - cell:
              - paragraph: Training for all
      - paragraph:
        - text: See
        - link "the report":
          - /url: https://example.org/report
  `);
  await expect(text.items).toHaveText([
    'Identify customers',
    'natural persons',
    'companies',
    'Keep records',
    'Report',
    'Freeze',
  ]);
  await expect(text.box.getByRole('paragraph').filter({ hasText: 'See the report' })).toHaveCSS('text-align', 'center');
  await expect(text.box).not.toContainText('[1]');
  await expect(text.box).not.toContainText('·');
  await workbench.isSaved();
  const before = await text.blocks();
  await page.reload();
  await text.shows(before);
  await expect(text.footnotes).toHaveCount(1);
});

test('from a web page: structure stays; scripts, pictures and unsafe links go', async ({ workbench, page }) => {
  const { text } = workbench;
  const title = await page.title();
  await workbench.addSection('Alpha');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => asked.push(dialog.message()));
  await text.pasteHtml(clipboard('web-page.html'));
  await expect(text.box).toMatchAriaSnapshot(`
    - textbox:
      - heading "Partners" [level=2]
      - paragraph:
        - text: Read
        - link "this":
          - /url: https://example.org/a
      - list:
        - listitem:
          - paragraph: Cities
          - list:
            - listitem:
              - paragraph: Large
            - listitem:
              - paragraph: Small
        - listitem:
          - paragraph: Regions
      - list:
        - listitem:
          - paragraph: First
        - listitem:
          - paragraph: Second
      - table:
        - rowgroup:
          - row:
            - columnheader:
              - paragraph: Who
            - columnheader:
              - paragraph: What
          - row:
            - cell:
              - paragraph: Cities
            - cell:
              - paragraph: Prevention
      - blockquote:
        - paragraph: Nobody is above the law.
      - paragraph:
        - strong: last
  `);
  await expect(text.box.getByRole('link')).toHaveCount(1);
  await expect(text.box).toContainText('Read this, not that.');
  await expect(text.box.getByRole('img')).toHaveCount(0);
  await expect(text.box).not.toContainText('taken over');
  await expect(text.box).not.toContainText('Send');
  await expect(page).toHaveTitle(title);
  expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
});

test('into a table cell: headings and tables become text, lists stay', async ({ workbench }) => {
  const { text, toolbar } = workbench;
  await workbench.addSection('Alpha');
  await toolbar.button('editor.tools.table').click();
  await text.pasteHtml(clipboard('web-page.html'));
  const table = text.box.getByRole('table');
  await expect(table).toHaveCount(1);
  await expect(table.getByRole('heading')).toHaveCount(0);
  await expect(table.getByRole('cell').or(table.getByRole('columnheader')).first()).toContainText('Partners');
  await expect(table.getByRole('list').first()).toContainText('Cities');
  await expect(table).toContainText('Prevention');
  await workbench.isSaved();
});

test('cells that were copied take the place of the cells that they are pasted over', async ({ workbench, page }) => {
  const { text, toolbar } = workbench;
  await workbench.addSection('Alpha');
  await toolbar.button('editor.tools.table').click();
  for (const [index, words] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  await text.caretIn('a');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+c');
  await text.caretIn('e');
  await page.keyboard.press('ControlOrMeta+v');
  const table = text.box.getByRole('table');
  await expect(table.getByRole('row').nth(1).locator('td, th')).toHaveText(['d', 'a', 'b']);
  await expect(table.getByRole('row').first().locator('td, th')).toHaveText(['a', 'b', 'c']);
});

test('plain text becomes a paragraph for every line, and is one step of undo', async ({ workbench }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Before', 'Between');
  await text.pasteHtml('', 'One\n\nTwo');
  await text.shows(['Before', 'BetweenOne', 'Two']);
  await workbench.undo();
  await text.shows(['Before', 'Between']);
});

test('P1: ids and tags that another page made up are not believed', async ({ workbench, workspace, strategy }) => {
  const { text } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Mine', '');
  const tag = {
    block: 'made-up',
    framework: 'valletta-2025',
    principle: 14,
    strength: 'full',
    reason: '',
    by: 'X',
    at: '',
  };
  const tags = JSON.stringify([tag]).replaceAll('"', '&quot;');
  await text.pasteHtml(`<p data-id="made-up" data-tags="${tags}">First</p><p data-id="made-up">Second</p><p>Third</p>`);
  await text.shows(['Mine', 'First', 'Second', 'Third']);
  await workbench.isSaved();
  const blocks = (await workspace.command('blocks', strategy.file)) as readonly { readonly id: string }[];
  expect(blocks.map(({ id }) => id)).not.toContain('made-up');
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
  expect(await workspace.command('check', strategy.file)).toEqual({ ok: true, problems: [] });
});
