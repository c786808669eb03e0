import { expect, test } from '../fixtures/test.ts';

test.use({ begin: 'sample' });

test('gaps, search and scope narrow the list; nothing in the panel is a grade', async ({ workbench, t }) => {
  const { coverage } = workbench;
  await expect(coverage.region).toContainText(t('coverage.nonBinding'));
  const gaps = Number(await coverage.count('coverage.count.none'));
  expect(gaps).toBeGreaterThan(0);
  await coverage.choice('coverage.gaps').click();
  await expect(coverage.principles).toHaveCount(gaps);
  await expect(coverage.region).not.toContainText('%');

  await coverage.choice('coverage.all').click();
  await coverage.search.fill('victims');
  await expect(coverage.principles).toHaveCount(1);
  await expect(coverage.principle('Victims of terrorism')).toBeVisible();
  await coverage.search.fill('14');
  await expect(coverage.principles).toHaveCount(1);
  await coverage.search.fill('no such principle');
  await expect(coverage.region).toContainText(t('coverage.noMatch', { query: 'no such principle' }));
  await coverage.button('coverage.clearSearch').click();

  await workbench.showSection('Resources');
  await coverage.choice('coverage.scopeSection').click();
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
  await workbench.showSection('Countering the financing of terrorism');
  await expect.poll(async () => Number(await coverage.count('coverage.count.text'))).toBeGreaterThan(2);
  await expect(coverage.region).not.toContainText('%');
});

test('a tagged paragraph is opened from the panel, with the caret in it', async ({ workbench, page }) => {
  const { coverage, head, text } = workbench;
  await coverage.principle('Terrorism financing investigations').click();
  const passage = coverage.passages.first();
  const lines = (await passage.innerText()).split('\n');
  const excerpt = lines.toSorted((a, b) => b.length - a.length)[0]!.slice(0, 25);
  await passage.click();
  await expect(head.title).toHaveValue('Countering the financing of terrorism');
  await expect(text.box).toBeFocused();
  await page.keyboard.type('§');
  await expect(text.box.getByRole('paragraph').filter({ hasText: `§${excerpt}` })).toBeInViewport();
});

test('a principle is set aside with a reason, shown with who said so, and taken up again', async ({
  workbench,
  page,
  t,
}) => {
  const { coverage } = workbench;
  const dialog = workbench.setAside(24);
  const before = Number(await coverage.count('coverage.count.set-aside'));
  await coverage.choice('coverage.gaps').click();
  await coverage.principle('Role of youth').click();
  await coverage.button('coverage.setAside').click();
  await dialog.button(t('setAside.confirm')).click();
  await expect(dialog.dialog).toContainText(t('setAside.reasonNeeded'));
  await dialog.field(t('setAside.reason')).fill('The youth policy covers it.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog.dialog).toBeHidden();
  await expect.poll(async () => Number(await coverage.count('coverage.count.set-aside'))).toBe(before + 1);
  await expect(coverage.principle('Role of youth')).toBeHidden();

  await coverage.choice('coverage.all').click();
  await expect(coverage.region).toContainText('The youth policy covers it.');
  await expect(coverage.region).toContainText('Set aside by Legal adviser');
  await workbench.isSaved();
  await page.reload();
  await coverage.principle('Role of youth').click();
  await expect(coverage.region).toContainText('Set aside by Legal adviser');
  await coverage.button('coverage.withdraw').click();
  await expect.poll(async () => Number(await coverage.count('coverage.count.set-aside'))).toBe(before);
  await workbench.undoButton.click();
  await expect.poll(async () => Number(await coverage.count('coverage.count.set-aside'))).toBe(before + 1);
});

test('a principle that is answered all the same is flagged', async ({ workbench, t }) => {
  const { coverage } = workbench;
  await coverage.principle('Terrorism financing investigations').click();
  await coverage.button('coverage.setAside').click();
  const dialog = workbench.setAside(14);
  await dialog.field(t('setAside.reason')).fill('For the sake of it.');
  await dialog.button(t('setAside.confirm')).click();
  await expect(coverage.region).toContainText(t('coverage.contradicted'));
  await expect(coverage.principle('Terrorism financing investigations')).toHaveAccessibleName(
    new RegExp(t('state.text')),
  );
});

test('principles that speak to regional strategies are out of scope until something is tagged to them', async ({
  workbench,
  t,
}) => {
  const { coverage, text } = workbench;
  await expect(coverage.region.getByRole('button', { name: t('coverage.outOfScope', { count: 4 }) })).toBeVisible();
  await workbench.addSection('Annex');
  await text.type('A secretariat serves the region.', 'More');
  await text.caretIn('A secretariat serves the region.');
  await workbench.tag('40');
  await expect(coverage.region.getByRole('button', { name: t('coverage.outOfScope', { count: 3 }) })).toBeVisible();
  await expect(coverage.principle('Well-resourced secretariat')).toHaveAccessibleName(new RegExp(t('state.text')));
});

test('the framework is switched to the four pillars', async ({ workbench }) => {
  const { coverage, text, picker, page } = workbench;
  const pillars = 'UN Global Counter-Terrorism Strategy: four pillars';
  await coverage.chooseFramework(pillars);
  await expect(coverage.principles).toHaveCount(4);
  await workbench.addSection('Annex');
  await text.type('One', 'Two');
  await page.keyboard.press('Alt+Enter');
  await picker.search.fill('build states capacity');
  await page.keyboard.press('Enter');
  await expect(picker.dialog).toBeHidden();
  await expect.poll(() => coverage.count('coverage.count.text')).toBe('1');
  await expect(coverage.region).not.toContainText('%');
});

test('guidance says what a section is for, and leads to a principle and to the gaps', async ({ workbench, t }) => {
  const { coverage } = workbench;
  await workbench.showSection('Resources');
  await coverage.tab('guidance').click();
  await expect(coverage.region.getByRole('heading', { name: t('guidance.purpose') })).toBeVisible();
  await coverage.region.getByRole('button', { name: t('guidance.show', { number: 37 }) }).click();
  await expect(coverage.principle('Adequate resources')).toBeFocused();
  await workbench.addSection('Annex');
  await coverage.tab('guidance').click();
  await coverage.button('guidance.toCoverage').click();
  await expect(coverage.choice('coverage.gaps')).toBeChecked();
});
