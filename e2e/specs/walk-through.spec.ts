import { join } from 'node:path';
import type { Language } from '../fixtures/catalogue.ts';
import { readDocxText } from '../fixtures/docx.ts';
import { hasNoSidewaysOverflow } from '../fixtures/overflow.ts';
import { expect, test } from '../fixtures/test.ts';
import { StartPage } from '../pages/start-page.ts';
import { Workbench } from '../pages/workbench.ts';

const TITLE = 'Strategy of the walk-through';
const SENTENCE = 'Banks report what they cannot explain.';

walkThrough('en', 'ltr');
walkThrough('ar-XB', 'rtl');

function walkThrough(language: Language, direction: 'ltr' | 'rtl'): void {
  test.describe(language, () => {
    test.use({ language });

    test('from an empty start page to a Word file, with the process killed on the way', async ({
      page,
      workspace,
      open,
      t,
    }) => {
      const number = new Intl.NumberFormat(language);
      const start = new StartPage(page, t);
      const workbench = new Workbench(page, t);
      const { coverage, text } = workbench;
      const first = await workspace.serve();
      await open(first.url);
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      await hasNoSidewaysOverflow(page);

      await start.create(TITLE, 'National');
      await workbench.isOpen();
      await hasNoSidewaysOverflow(page);
      await expect.poll(() => coverage.count('coverage.count.text')).toBe(number.format(0));

      await workbench.showSection('Resources');
      await text.paragraph('').last().click();
      await text.type(SENTENCE);
      await workbench.tag('financing invest');
      await expect(text.chip(14, 'Integration of terrorism financing investigations')).toBeVisible();
      await expect.poll(() => coverage.count('coverage.count.text')).toBe(number.format(1));

      await text.newLine();
      await text.type('## What it costs', '- Salaries', 'Training');
      await expect(text.heading('What it costs')).toBeVisible();
      await expect(text.items).toHaveText(['Salaries', 'Training']);
      await workbench.isSaved();
      const before = await text.blocks();

      await first.kill();
      const [file] = workspace.strategies();
      const second = await workspace.serve(file!);
      await open(second.url);
      await workbench.isOpen();
      await expect(page).toHaveTitle(t('app.documentTitle', { title: TITLE }));
      await workbench.showSection('Resources');
      await text.shows(before);
      await expect(text.items).toHaveText(['Salaries', 'Training']);
      await expect.poll(() => coverage.count('coverage.count.text')).toBe(number.format(1));
      await hasNoSidewaysOverflow(page);

      await workbench.exporting.trigger.click();
      const download = await workbench.exporting.run();
      expect(download.suggestedFilename()).toMatch(/\.docx$/);
      const saved = join(workspace.folder, 'export.docx');
      await download.saveAs(saved);
      await expect(workbench.exporting.dialog).toContainText(t('export.done', { file: download.suggestedFilename() }));
      const words = readDocxText(saved);
      for (const expected of [TITLE, SENTENCE, 'What it costs', 'Salaries']) expect(words).toContain(expected);
    });
  });
}
