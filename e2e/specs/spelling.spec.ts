import { hasNoViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { Workbench } from '../pages/workbench.ts';

test('a misspelt word is underlined once it is written, and mended from the keyboard in one step of undo', async ({
  workbench,
  page,
}) => {
  const { text, spelling } = workbench;
  await workbench.addSection('Alpha');
  await text.type('We recieve');
  // The word is not done yet.
  await expect(text.box).toHaveAttribute('spellcheck', 'false');
  await text.type(' the governmnet');
  await spelling.shows(['recieve']);
  await text.type(' plan.');
  await spelling.shows(['recieve', 'governmnet']);
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+F7');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('recieve');
  await page.keyboard.press('Shift+F10');
  await expect(spelling.menu('recieve')).toBeVisible();
  await expect(spelling.item('receive')).toBeFocused();
  await page.keyboard.press('Enter');
  await text.shows(['We receive the governmnet plan.']);
  await expect(text.box).toBeFocused();
  await spelling.shows(['governmnet']);
  await workbench.undo();
  await text.shows(['We recieve the governmnet plan.']);
  await workbench.redo();
  await page.keyboard.press('Alt+F7');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('governmnet');
  await page.keyboard.press('Shift+F10');
  await expect(spelling.menu('governmnet')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(spelling.menu('governmnet')).toBeHidden();
  await expect(text.box).toBeFocused();
});

test('the right button of the mouse opens the suggestions, which keep the look of the word', async ({
  workbench,
  page,
}) => {
  const { text, spelling } = workbench;
  await workbench.addSection('Alpha');
  await page.keyboard.press('ControlOrMeta+b');
  await text.type('Terorism');
  await page.keyboard.press('ControlOrMeta+b');
  await text.type(' and teh law');
  await spelling.shows(['Terorism', 'teh']);
  await spelling.openByMouse('Terorism');
  await hasNoViolations(page, 'the menu of a misspelt word');
  await spelling.item('Terrorism').click();
  await text.shows(['Terrorism and teh law']);
  await expect(text.box.locator('strong')).toHaveText('Terrorism');
  await spelling.shows(['teh']);
  await workbench.undo();
  await text.shows(['Terorism and teh law']);
});

test('what is marked stays marked while others write in the same paragraph', async ({ workbench, secondWindow }) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('We recieve the governmnet plan.');
  await workbench.spelling.shows(['recieve', 'governmnet']);
  await workbench.isSaved();
  const other = await secondWindow();
  await other.showSection('Alpha');
  await other.spelling.shows(['recieve', 'governmnet']);
  const fewest = await workbench.spelling.watch();
  await other.page.bringToFront();
  await other.text.caretIn('We recieve the governmnet plan.');
  await other.text.type(' It is adoptd now.');
  await workbench.text.shows(['We recieve the governmnet plan. It is adoptd now.']);
  await workbench.spelling.shows(['recieve', 'governmnet', 'adoptd']);
  expect(await fewest()).toBe(2);
});

test('a word that is ignored is so in this window only; one that is added is known everywhere and for good', async ({
  workbench,
  secondWindow,
  strategy,
  workspace,
  open,
  context,
  page,
  t,
}) => {
  const { text, spelling } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Maravian and Zubrowkan law');
  await spelling.shows(['Maravian', 'Zubrowkan']);
  await workbench.isSaved();
  const other = await secondWindow();
  await other.showSection('Alpha');
  await other.spelling.shows(['Maravian', 'Zubrowkan']);
  await page.bringToFront();
  await spelling.openByMouse('Zubrowkan');
  await spelling.item(t('spelling.ignore')).click();
  await spelling.shows(['Maravian']);
  await spelling.openByMouse('Maravian');
  await spelling.item(t('spelling.add')).click();
  await spelling.shows([]);
  await other.spelling.shows(['Zubrowkan']);

  await other.page.close();
  await strategy.process.stop();
  const again = await workspace.serve(strategy.file);
  const later = new Workbench(await context.newPage(), t);
  await open(again.url, later.page);
  await later.isOpen();
  await later.showSection('Alpha');
  await later.spelling.shows(['Zubrowkan']);
  await later.palette.run(t('palette.spelling'));
  await later.spelling.settings.button(t('spelling.removeWord', { word: 'Maravian' })).click();
  await later.spelling.settings.button(t('action.close')).click();
  await later.spelling.shows(['Maravian', 'Zubrowkan']);
});

test('spelling is switched off and on in the settings, which say what the text is checked with', async ({
  workbench,
  page,
  t,
}) => {
  const { text, spelling } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Teh law');
  await spelling.shows(['Teh']);
  await workbench.topBar.getByRole('button', { name: t('topBar.settings') }).click();
  await page.getByRole('menuitem', { name: t('spelling.settings') }).click();
  const { dialog } = spelling.settings;
  await expect(dialog).toContainText(t('spelling.checkedBy', { language: 'English', dictionary: 'British English' }));
  await hasNoViolations(page, 'the settings of spelling');
  await dialog.getByRole('checkbox', { name: t('spelling.on') }).press(' ');
  await spelling.settings.button(t('action.close')).click();
  await spelling.shows([]);
  await page.reload();
  await workbench.isOpen();
  await workbench.showSection('Alpha');
  await spelling.shows([]);
  await workbench.palette.run(t('palette.spelling'));
  await dialog.getByRole('checkbox', { name: t('spelling.on') }).press(' ');
  await spelling.settings.button(t('action.close')).click();
  await spelling.shows(['Teh']);
});

test('a footnote is checked while it is open', async ({ workbench, page }) => {
  const { text, spelling } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Law');
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('See teh act.');
  await spelling.shows(['teh']);
  await page.keyboard.press('Alt+F7');
  await page.keyboard.press('Shift+F10');
  await expect(spelling.item('the')).toBeVisible();
  await spelling.item('the').click();
  await spelling.shows([]);
  await page.keyboard.press('Escape');
  await expect(text.footnotes).toHaveAttribute('title', 'See the act.');
  await workbench.undo();
  await expect(text.footnotes).toHaveAttribute('title', 'See teh act.');
});

for (const [locale, wrong, right, sentence] of [
  ['fr', 'gouvernemant', 'gouvernement', 'L’État et le {} d’aujourd’hui'],
  ['ar', 'الحكمومة', 'الحكومة', 'مكافحة الإرهاب وفقا {} للقانون'],
] as const) {
  test(`a strategy in ${locale} is checked in its language`, async ({ workspace, open, page, t }) => {
    const file = `${workspace.documents}/${locale}.strategy`;
    await workspace.command('new', file, '--template', 'national', '--title', 'S', '--locale', locale);
    const workbench = new Workbench(page, t);
    await open((await workspace.serve(file)).url);
    await workbench.isOpen();
    const { text, spelling } = workbench;
    await workbench.addSection('Alpha');
    await text.type(sentence.replace('{}', wrong));
    await spelling.shows([wrong]);
    await page.keyboard.press('Alt+F7');
    await page.keyboard.press('Shift+F10');
    await spelling.item(right).press('Enter');
    await text.shows([sentence.replace('{}', right)]);
    await spelling.shows([]);
  });
}

test('a language without a dictionary is said once and quietly, until one is added', async ({
  workspace,
  open,
  page,
  t,
}) => {
  const file = `${workspace.documents}/sw.strategy`;
  await workspace.command('new', file, '--template', 'national', '--title', 'S', '--locale', 'sw');
  const workbench = new Workbench(page, t);
  await open((await workspace.serve(file)).url);
  await workbench.isOpen();
  const { text, spelling } = workbench;
  await workbench.addSection('Alpha');
  await text.type('Mkakati wa taifaa');
  const notice = workbench.statusBar.getByRole('button', {
    name: t('spelling.noDictionaryShort', { language: 'Swahili' }),
  });
  await expect(text.box).toHaveAttribute('spellcheck', 'true');
  await notice.click();
  await expect(spelling.settings.dialog).toContainText(t('spelling.noDictionary', { language: 'Swahili' }));
  await spelling.addDictionary([{ name: 'sw.aff', text: 'SET UTF-8\n' }]);
  await expect(spelling.settings.dialog.getByRole('alert')).toHaveText(t('failure.dictionary-pair'));
  await spelling.addDictionary([
    { name: 'sw.aff', text: 'SET UTF-8\n' },
    { name: 'sw.dic', text: '3\nmkakati\nwa\ntaifa\n' },
  ]);
  await expect(spelling.settings.dialog).toContainText(
    t('spelling.checkedBy', { language: 'Swahili', dictionary: 'Swahili' }),
  );
  await expect(spelling.settings.dialog.getByRole('alert')).toBeHidden();
  await spelling.settings.button(t('action.close')).click();
  await spelling.shows(['taifaa']);
  await expect(notice).toBeHidden();
  await expect(text.box).toHaveAttribute('spellcheck', 'false');
  await workbench.palette.run(t('palette.spelling'));
  await spelling.settings.button(t('spelling.removeDictionary', { language: 'Swahili' })).click();
  await spelling.settings.button(t('action.close')).click();
  await spelling.shows([]);
  await expect(notice).toBeVisible();
});
