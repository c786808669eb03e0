import { expect, test } from '../fixtures/test.ts';

const FOREWORD = 'Foreword, adoption and status';
const VISION = 'Vision, scope and objectives at a glance';
const LEGAL = 'Legal basis, definitions and guiding principles';
const THREAT = 'Threat, risk and conditions conducive';

test('whoever goes to a section of a template writes below its first heading', async ({ workbench, page }) => {
  const { palette, head, text } = workbench;
  await palette.run(THREAT);
  await expect(head.title).toHaveValue(THREAT);
  await expect(text.box).toBeFocused();
  const [heading, paragraph] = await text.blocks();
  await page.keyboard.type('Begun');
  await expect.poll(async () => (await text.blocks()).slice(0, 2)).toEqual([heading, `Begun${paragraph}`]);
});

test('a section is added, named and found again after a reload', async ({ workbench, page }) => {
  const { outline, head } = workbench;
  await workbench.addSection('Annex on data');
  await expect.poll(() => outline.titles()).toContain('17 Annex on data');
  await outline.choose(2, VISION, 'outline.addAfter');
  await outline.nameSection('In between');
  await expect
    .poll(async () => (await outline.titles()).slice(1, 4))
    .toEqual([`2 ${VISION}`, '3 In between', `4 ${LEGAL}`]);
  await workbench.isSaved();
  await page.reload();
  await workbench.isOpen();
  await expect(head.title).toHaveValue('In between');
  await expect
    .poll(async () => (await outline.titles()).slice(1, 4))
    .toEqual([`2 ${VISION}`, '3 In between', `4 ${LEGAL}`]);
  await expect.poll(() => outline.titles()).toContain('18 Annex on data');
});

test('a section is renamed in its row, from its menu and above its text; Escape keeps the old name', async ({
  workbench,
  page,
}) => {
  const { outline, head, text } = workbench;
  await outline.rename(VISION, 'Vision');
  await expect(head.title).toHaveValue('Vision');
  await expect(outline.row('Vision')).toBeFocused();
  await outline.choose(2, 'Vision', 'outline.rename');
  await outline.nameSection('Vision and scope');
  await expect(head.title).toHaveValue('Vision and scope');

  await outline.focus('Vision and scope');
  await page.keyboard.press('F2');
  await page.keyboard.type('never mind');
  await page.keyboard.press('Escape');
  await expect(outline.row('Vision and scope')).toBeFocused();

  await head.title.fill('Where we want to go');
  await expect(outline.row('Where we want to go')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text.box).toBeFocused();
  await head.title.fill('');
  await outline.focus(FOREWORD);
  await expect(outline.row('Where we want to go')).toBeVisible();
});

test('sections are moved with keys and from the menu; their numbers follow', async ({ workbench, page }) => {
  const { outline } = workbench;
  const first = async (): Promise<string[]> => (await outline.titles()).slice(0, 4);
  await outline.focus(FOREWORD);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(first).toEqual([`1 ${VISION}`, `2 ${FOREWORD}`, `3 ${LEGAL}`, `4 ${THREAT}`]);
  await expect(outline.row(FOREWORD)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(first).toEqual([`1 ${VISION}`, `2 ${LEGAL}`, `3 ${FOREWORD}`, `4 ${THREAT}`]);
  await outline.choose(2, LEGAL, 'outline.moveUp');
  await expect.poll(first).toEqual([`1 ${LEGAL}`, `2 ${VISION}`, `3 ${FOREWORD}`, `4 ${THREAT}`]);
  await workbench.undoButton.click();
  await expect.poll(first).toEqual([`1 ${VISION}`, `2 ${LEGAL}`, `3 ${FOREWORD}`, `4 ${THREAT}`]);
  await workbench.isSaved();
  await page.reload();
  await expect.poll(first).toEqual([`1 ${VISION}`, `2 ${LEGAL}`, `3 ${FOREWORD}`, `4 ${THREAT}`]);
});

test('a section is dragged to its place', async ({ workbench }) => {
  const { outline } = workbench;
  const first = async (): Promise<string[]> => (await outline.titles()).slice(0, 4);
  const target = await outline.row(LEGAL).boundingBox();
  await outline.drag(FOREWORD, LEGAL, target!.height - 3);
  await expect.poll(first).toEqual([`1 ${VISION}`, `2 ${LEGAL}`, `3 ${FOREWORD}`, `4 ${THREAT}`]);
  await workbench.undoButton.click();
  await expect.poll(first).toEqual([`1 ${FOREWORD}`, `2 ${VISION}`, `3 ${LEGAL}`, `4 ${THREAT}`]);
  // Let go over itself it stays, and there is nothing to undo.
  await outline.drag(LEGAL, LEGAL, 4);
  await outline.drag(VISION, FOREWORD, 3);
  await expect.poll(first).toEqual([`1 ${VISION}`, `2 ${FOREWORD}`, `3 ${LEGAL}`, `4 ${THREAT}`]);
  await workbench.undoButton.click();
  await expect.poll(first).toEqual([`1 ${FOREWORD}`, `2 ${VISION}`, `3 ${LEGAL}`, `4 ${THREAT}`]);
});

test('a section that is let go above or below all others comes first or last', async ({ workbench }) => {
  const { outline } = workbench;
  const count = await outline.rows.count();
  await outline.row(VISION).dragTo(outline.addButton);
  await expect.poll(async () => (await outline.titles()).at(-1)).toBe(`${count} ${VISION}`);
  await outline.row(LEGAL).dragTo(outline.region.getByRole('heading').first());
  await expect.poll(async () => (await outline.titles())[0]).toBe(`1 ${LEGAL}`);
});

test('a section is dragged to its place in an outline that is scrolled', async ({ workbench, page }) => {
  const { outline, palette, head, text } = workbench;
  const last = 'Implementation, monitoring, review and communication';
  await page.setViewportSize({ width: 1280, height: 640 });
  await palette.run(last);
  await expect(head.title).toHaveValue(last);
  await expect(text.box).toBeFocused();
  await expect(outline.row(last)).toBeInViewport({ ratio: 1 });
  await outline.drag(last, 'Governance and coordination', 3);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect
    .poll(async () => (await outline.titles()).slice(-3))
    .toEqual([`14 ${last}`, '15 Governance and coordination', '16 Resources']);
});

test('a deleted section comes back by the notice, by undo, and from the group of the deleted', async ({
  workbench,
  page,
  t,
}) => {
  const { outline, head } = workbench;
  const notice = workbench.notice(t('outline.deletedOne', { title: VISION }));
  await outline.focus(VISION);
  await page.keyboard.press('Delete');
  await expect(outline.row(VISION)).toBeHidden();
  await expect.poll(() => outline.titles()).toContain(`2 ${LEGAL}`);
  await notice.getByRole('button', { name: t('action.undo') }).click();
  await expect(head.title).toHaveValue(VISION);
  await expect.poll(() => outline.titles()).toContain(`2 ${VISION}`);

  await outline.choose(2, VISION, 'outline.delete');
  await expect(outline.row(VISION)).toBeHidden();
  await outline.focus(LEGAL);
  await workbench.undo();
  await expect.poll(() => outline.titles()).toContain(`2 ${VISION}`);

  await outline.focus(VISION);
  await page.keyboard.press('Delete');
  await expect(outline.row(VISION)).toBeHidden();
  await workbench.isSaved();
  await page.reload();
  await outline.deletedGroup.click();
  await outline.restoreButton(VISION).click();
  await expect(head.title).toHaveValue(VISION);
  await expect.poll(() => outline.titles()).toContain(`2 ${VISION}`);
  await expect(outline.deletedGroup).toBeHidden();
});

test('owner and status are set, shown and kept', async ({ workbench, page, t }) => {
  const { outline, head } = workbench;
  await workbench.showSection(VISION);
  await head.owner(t('outline.noOwner')).click();
  const owner = page.getByRole('dialog', { name: t('owner.heading', { title: VISION }) });
  await owner.getByRole('textbox', { name: t('owner.field') }).fill('Ministry of Justice');
  await owner.getByRole('button', { name: t('action.save') }).click();
  await expect(head.owner('Ministry of Justice')).toBeVisible();

  await head.status('drafting').click();
  await page.getByRole('menuitemradio', { name: t('status.in-review') }).click();
  await expect(head.status('in-review')).toBeVisible();
  await outline.choose(2, VISION, 'status.cleared');
  await expect(head.status('cleared')).toBeVisible();
  await expect(outline.row(VISION).getByRole('img', { name: t('status.cleared') })).toBeVisible();
  await workbench.isSaved();
  await page.reload();
  await expect(head.owner('Ministry of Justice')).toBeVisible();
  await expect(head.status('cleared')).toBeVisible();
});

test('a notice goes with the strategy that it speaks of', async ({ workbench, page, t }) => {
  const { outline } = workbench;
  const notice = workbench.notice(t('outline.deletedOne', { title: VISION }));
  await outline.focus(VISION);
  await page.keyboard.press('Delete');
  await expect(notice).toBeVisible();
  await workbench.isSaved();
  await workbench.topBar.getByRole('button', { name: t('topBar.home') }).click();
  await expect(outline.region).toBeHidden();
  await expect(notice).toBeHidden();
});

test('in an outline longer than the window, the row of a section is there when one goes to it', async ({
  workbench,
  page,
}) => {
  const { outline, palette } = workbench;
  const [first, last] = ['Foreword, adoption and status', 'Implementation, monitoring, review and communication'];
  await page.setViewportSize({ width: 1280, height: 320 });
  await workbench.showSection(first);
  await expect(outline.row(first)).toBeInViewport();
  await expect(outline.row(last)).not.toBeInViewport();
  await palette.run(last);
  await expect(outline.row(last)).toBeInViewport({ ratio: 1 });
  await outline.focus(last);
  await page.keyboard.press('Home');
  await expect(outline.row(first)).toBeFocused();
  await expect(outline.row(first)).toBeInViewport();
});

test('undoing that a section was added leaves it among the deleted, with what a colleague has written in it', async ({
  workbench,
  t,
  secondWindow,
}) => {
  const { outline, text } = workbench;
  await workbench.addSection('Annex');
  await workbench.isSaved();
  const other = await secondWindow();
  await other.showSection('Annex');
  await other.text.box.click();
  await other.text.type('Kept');
  await other.text.shows(['Kept']);
  await other.isSaved();
  await expect(outline.row('Annex')).toBeVisible();

  // The name was a step of its own.
  await workbench.undo();
  await expect(outline.row(t('outline.newSection'))).toBeVisible();
  await workbench.undo();
  await expect(outline.row(t('outline.newSection'))).toBeHidden();
  await workbench.redo();
  await expect(outline.row(t('outline.newSection'))).toBeVisible();
  await workbench.undo();
  await outline.deletedGroup.click();
  await outline.restoreButton(t('outline.newSection')).click();
  await text.shows(['Kept']);
});
