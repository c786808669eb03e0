import { readFileSync } from 'node:fs';
import { hasNoViolations } from '../fixtures/axe.ts';
import { readDocxText } from '../fixtures/docx.ts';
import { hasNoSidewaysOverflow } from '../fixtures/overflow.ts';
import { expect, test } from '../fixtures/test.ts';
import { Workbench } from '../pages/workbench.ts';

const DUTIES = [
  'number;title;group;wording',
  '1;Lighthouses;Lights and pilots;Lamps are kept lit.',
  '2;Pilots;;',
  '3;Berths;Quays;"Berths are let fairly;\nin turn."',
  '',
].join('\r\n');

const PILLARS = 'UN Global Counter-Terrorism Strategy: four pillars';
const WORDING = '1. One grand zephyr.\n2. Two.\nAnd more of two.\n3. Three.\n4. Four.\n';

/** In Windows-1252, as Excel saves it. */
const LATIN = Buffer.from(DUTIES.replace('Pilots', 'Pilotes diplômés'), 'latin1');

test('a framework from a table is tagged, covered, kept, exported, and seen by a colleague', async ({
  workbench,
  secondWindow,
  strategy,
  workspace,
  page,
  t,
}) => {
  const { text, coverage, frameworks, exporting } = workbench;
  await coverage.chooseFramework(t('frameworks.menu'));
  await hasNoViolations(page, 'the list of frameworks');
  await frameworks.chooseFramework('Harbour duties.csv', LATIN);
  await expect(frameworks.title).toHaveValue('Harbour duties');
  await expect(frameworks.previewed).toHaveCount(3);
  await expect(frameworks.previewed.nth(1)).toContainText('Pilotes diplômés');
  await expect(frameworks.previewed.nth(1)).toContainText('Lights and pilots');
  await hasNoViolations(page, 'the preview of a framework');
  await frameworks.title.fill('Duties of the harbour');
  await page.keyboard.press('Enter');
  await expect(frameworks.row('Duties of the harbour')).toContainText(t('frameworks.own'));
  await frameworks.button(t('action.close')).click();
  await expect(coverage.principles).toHaveCount(3);

  await workbench.addSection('Alpha');
  await text.type('Lamps are lit at dusk.');
  await workbench.tag('lighthouses');
  await expect(text.chip(1, 'Lighthouses')).toBeVisible();
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
  await workbench.view('matrix').click();
  await expect(
    page.getByRole('grid', { name: t('matrix.caption', { framework: 'Duties of the harbour' }) }),
  ).toBeVisible();
  await workbench.view('draft').click();
  await workbench.isSaved();

  const other = await secondWindow();
  await other.coverage.chooseFramework('Duties of the harbour');
  await other.coverage.principle('Lighthouses').click();
  await expect(other.coverage.passages).toHaveCount(1);
  await other.page.close();

  await page.reload();
  await workbench.isOpen();
  await coverage.chooseFramework('Duties of the harbour');
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
  const word = readDocxText(await exporting.download('docx'));
  expect(word).toContain('Duties of the harbour');
  expect(word).toContain('Pilotes diplômés');
  expect(readFileSync(await exporting.download('html'), 'utf8')).toContain('Pilotes diplômés');
  const report = await workspace.command('coverage', strategy.file, '--framework', 'harbour-duties');
  expect(report).toMatchObject({
    principles: [{ number: 1, state: 'text' }, { number: 2 }, { number: 3 }],
    gaps: [2, 3],
  });
});

test('a bad file is refused with the line that is wrong, and changes nothing', async ({ workbench, page, t }) => {
  const { frameworks, coverage } = workbench;
  await workbench.palette.run(t('palette.frameworks'));
  const file = 'duties.csv';
  await frameworks.chooseFramework(file, DUTIES.replace('2;Pilots', 'two;Pilots'));
  await expect(frameworks.error).toHaveText(t('failure.data-file-number', { file, line: 3, value: 'two', most: 9999 }));
  await hasNoViolations(page, 'a file that was refused');
  await frameworks.chooseFramework(file, DUTIES.replace('3;Berths', '1;Berths'));
  await expect(frameworks.error).toHaveText(
    t('failure.data-file-number-twice', { file, line: 4, number: 1, first: 2 }),
  );
  await frameworks.chooseFramework('duties.json', '{\n  "id": "duties"\n  "title": "Duties"\n}');
  await expect(frameworks.error).toHaveText(t('failure.data-file-json', { file: 'duties.json', line: 3, column: 3 }));
  await frameworks.chooseFramework('Valletta 2025.csv', DUTIES);
  await expect(frameworks.error).toHaveText(
    t('failure.framework-shipped', { file: 'Valletta 2025.csv', line: 1, id: 'valletta-2025' }),
  );
  await frameworks.chooseFramework(file, Buffer.alloc(3 * 1024 * 1024, 'a'));
  await expect(frameworks.error).toHaveText(t('failure.data-file-too-large', { file, megabytes: 2 }));
  await expect(frameworks.row('')).toHaveCount(2);

  // The same file, put right.
  await frameworks.chooseFramework(file, DUTIES);
  await expect(frameworks.previewed).toHaveCount(3);
  await frameworks.button(t('action.cancel')).click();
  await expect(frameworks.error).toBeHidden();
  await frameworks.button(t('action.close')).click();
  await coverage.chooseFramework(PILLARS);
  await expect(coverage.principles).toHaveCount(4);
});

test('a later edition says what changes; tags of numbers that are gone stay, and adding is one step of undo', async ({
  workbench,
  t,
}) => {
  const { text, coverage, frameworks, card } = workbench;
  await frameworks.addFramework('Duties.csv', DUTIES);
  await workbench.addSection('Alpha');
  await text.type('Pilots are trained.');
  await workbench.tag('pilots');
  await expect(text.chip(2, 'Pilots')).toBeVisible();

  await frameworks.open();
  await expect(frameworks.row('Duties')).toContainText(t('frameworks.tags', { count: 1 }));
  const later = DUTIES.replace('2;Pilots;;\r\n', '').replace('3;Berths', '3;Moorings') + '4;Tugs;;\r\n';
  await frameworks.chooseFramework('Duties.csv', later);
  const changes = frameworks.dialog.getByRole('list', { name: t('frameworks.changes') }).getByRole('listitem');
  await expect(changes).toHaveText([
    t('frameworks.added', { number: 4, title: 'Tugs' }),
    `${t('frameworks.dropped', { number: 2, title: 'Pilots' })} ${t('frameworks.droppedTags', { count: 1 })}`,
    t('frameworks.renamed', { number: 3, before: 'Berths', after: 'Moorings' }),
  ]);
  await frameworks.button(t('frameworks.replace')).click();
  await frameworks.button(t('action.close')).click();
  await expect(coverage.principle('Moorings')).toBeVisible();
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('0');
  const stray = text.chip(2, t('frameworks.numberUnknown'));
  await expect(stray).toBeVisible();
  await coverage.region.getByRole('button', { name: t('coverage.strays', { count: 1 }), exact: true }).click();
  await expect(coverage.passages).toHaveCount(1);

  await workbench.undoButton.click();
  await expect(coverage.principle('Pilots')).toBeVisible();
  await expect(text.chip(2, 'Pilots')).toBeVisible();
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
  await workbench.redoButton.click();
  await stray.click();
  await card.removeButton.click();
  await text.shows(['Pilots are trained.']);
  await expect(coverage.region.getByRole('button', { name: t('coverage.strays', { count: 1 }) })).toBeHidden();
});

test('a framework that is removed takes its chips out of sight, and brings them back', async ({ workbench, t }) => {
  const { text, coverage, frameworks } = workbench;
  await frameworks.addFramework('Duties.csv', DUTIES);
  await workbench.addSection('Alpha');
  await text.type('Lamps are lit.');
  await workbench.tag('lighthouses');
  await text.shows(['Lamps are lit. [1]']);

  await frameworks.open();
  await frameworks.button(t('frameworks.remove', { title: 'Duties' })).click();
  await expect(frameworks.dialog).toContainText(t('frameworks.removed', { title: 'Duties', count: 1 }));
  await expect(frameworks.row('duties')).toContainText(t('frameworks.absent', { count: 1 }));
  await expect(frameworks.button(t('action.undo'))).toBeFocused();
  await frameworks.button(t('action.close')).click();
  await text.shows(['Lamps are lit.']);
  await expect(coverage.principles.first()).toContainText('UN Global Strategy');

  await frameworks.open();
  await frameworks.chooseFramework('Duties.csv', DUTIES);
  await frameworks.button(t('frameworks.take')).click();
  await frameworks.button(t('frameworks.remove', { title: 'Duties' })).click();
  await frameworks.button(t('action.undo')).click();
  await expect(frameworks.row('Duties')).toContainText(t('frameworks.tags', { count: 1 }));
  await frameworks.button(t('action.close')).click();
  await text.shows(['Lamps are lit. [1]']);
});

test('an official wording is shown where a principle is opened, and found when tagging', async ({
  workbench,
  page,
  t,
}) => {
  const { coverage, frameworks, text, picker } = workbench;
  await frameworks.open();
  await frameworks.chooseWording(PILLARS, 'gazette.txt', WORDING.replace('3.', '5.'));
  await expect(frameworks.error).toHaveText(
    t('failure.wording-order', { file: 'gazette.txt', line: 5, number: 4, expected: 3 }),
  );
  await frameworks.chooseWording(PILLARS, 'gazette.txt', WORDING);
  await expect(frameworks.previewed).toHaveCount(4);
  await frameworks.button(t('frameworks.keepWording')).click();
  await expect(frameworks.row(PILLARS)).toContainText(t('frameworks.hasWording', { count: 4, source: 'gazette.txt' }));
  await frameworks.button(t('action.close')).click();

  await coverage.chooseFramework(PILLARS);
  await coverage.principle('Prevent and combat').click();
  const official = coverage.region.getByRole('figure');
  await expect(official.getByRole('blockquote')).toHaveText('Two.\nAnd more of two.');
  await expect(official).toContainText('gazette.txt');
  await workbench.addSection('Alpha');
  await text.type('Winds');
  await page.keyboard.press('Alt+Enter');
  // What the panel shows comes first.
  await expect(picker.options.first()).toContainText('Conditions conducive to the spread of terrorism');
  await picker.search.fill('zephyr');
  await expect(picker.options).toHaveCount(1);
  await expect(picker.options).toContainText('One grand zephyr.');
  await page.keyboard.press('Enter');
  await text.shows(['Winds [1]']);
});

test('an official wording is this person’s in every window, until it is removed, and after starting again', async ({
  workbench,
  secondWindow,
  workspace,
  strategy,
  open,
  context,
  page,
  t,
}) => {
  const { frameworks } = workbench;
  await frameworks.open();
  await frameworks.addWording(PILLARS, 'gazette.txt', WORDING);
  const other = await secondWindow();
  const official = other.coverage.region.getByRole('figure');
  await other.coverage.chooseFramework(PILLARS);
  await other.coverage.principle('Prevent and combat').click();
  await expect(official).toBeVisible();
  await page.bringToFront();
  await frameworks.button(t('frameworks.removeWordingOf', { title: PILLARS })).click();
  await expect(frameworks.row(PILLARS)).not.toContainText('gazette.txt');
  await expect(official).toBeHidden();
  await other.page.close();

  await frameworks.addWording(PILLARS, 'gazette.txt', WORDING);
  await strategy.process.stop();
  const later = new Workbench(await context.newPage(), t);
  await open((await workspace.serve(strategy.file)).url, later.page);
  await later.isOpen();
  await later.coverage.chooseFramework(PILLARS);
  await later.coverage.principle('Prevent and combat').click();
  await expect(later.coverage.region.getByRole('figure')).toBeVisible();
});

test('axe-core finds nothing in what a later edition changes, nor in an official wording', async ({
  workbench,
  page,
  t,
}) => {
  const { frameworks, coverage } = workbench;
  await frameworks.addFramework('Duties.csv', DUTIES);
  await frameworks.open();
  await frameworks.chooseFramework('Duties.csv', DUTIES.replace('3;Berths', '4;Berths'));
  await expect(frameworks.previewed).toHaveCount(3);
  await hasNoViolations(page, 'what a later edition changes');
  await frameworks.button(t('action.cancel')).click();
  await frameworks.addWording('Duties', 'x.csv', 'number,wording\n1,One\n');
  await frameworks.button(t('action.close')).click();
  await coverage.principle('Lighthouses').click();
  await expect(coverage.region.getByRole('figure')).toBeVisible();
  await hasNoViolations(page, 'an official wording');
});

test('the example is a table that can be added as it is', async ({ workbench, page, t }) => {
  const { frameworks, coverage } = workbench;
  await frameworks.open();
  const downloading = page.waitForEvent('download');
  await frameworks.button(t('frameworks.saveExample')).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${t('frameworks.example.file')}.csv`);
  await frameworks.chooseFramework(download.suggestedFilename(), readFileSync(await download.path()));
  await expect(frameworks.previewed).toHaveCount(2);
  await frameworks.button(t('frameworks.take')).click();
  await frameworks.button(t('action.close')).click();
  await expect(coverage.principles).toHaveCount(2);
});

for (const [language, width, height] of [
  ['en', 1280, 720],
  ['ar-XB', 1440, 900],
  ['ar-XB', 1024, 720],
] as const) {
  test.describe(`${language}, ${width} × ${height}`, () => {
    test.use({ language, viewport: { width, height } });

    test('nothing in the dialog reaches beyond the window', async ({ workbench, page, t }) => {
      const { frameworks } = workbench;
      await frameworks.open();
      await hasNoSidewaysOverflow(page);
      await frameworks.chooseFramework('Duties.csv', DUTIES);
      await expect(frameworks.previewed).toHaveCount(3);
      await hasNoSidewaysOverflow(page);
      await frameworks.button(t('frameworks.take')).click();
      await frameworks.chooseWording('Duties', 'x.csv', 'number,wording\n1,One\n');
      await expect(frameworks.previewed).toHaveCount(1);
      await hasNoSidewaysOverflow(page);
    });
  });
}
