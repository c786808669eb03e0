import type { Page, WebSocketRoute } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { Workbench } from '../pages/workbench.ts';

test('a second window sees what is typed and tagged, as it happens', async ({ workbench, secondWindow }) => {
  await workbench.addSection('Alpha');
  await workbench.isSaved();
  const other = await secondWindow();
  await other.showSection('Alpha');
  await workbench.text.type('One', 'Two');
  await workbench.tag('14');
  await other.text.shows(['One', 'Two [14]']);
  await expect.poll(() => other.coverage.count('coverage.count.text')).toBe('1');

  await other.text.caretIn('One');
  await other.text.type(' more');
  await other.outline.rename('Resources', 'Money');
  await workbench.text.shows(['One more', 'Two [14]']);
  await expect(workbench.outline.row('Money')).toBeVisible();
  await expect.poll(() => workbench.coverage.count('coverage.count.text')).toBe('1');
});

test('whoever writes in a section that another window deletes goes on writing there, and can have it back', async ({
  workbench,
  t,
  secondWindow,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Mine');
  await workbench.isSaved();
  const other = await secondWindow();
  await other.outline.focus('Alpha');
  await workbench.page.bringToFront();
  const typing = workbench.page.keyboard.type(' and what is being written while it is deleted', { delay: 40 });
  await other.page.keyboard.press('Delete');
  await typing;
  await expect(workbench.page.getByRole('alert')).toContainText(t('outline.deletedInView', { title: 'Alpha' }));
  await expect(workbench.head.title).toHaveValue('Alpha');
  await expect(workbench.text.box).toBeFocused();
  await workbench.text.shows(['Mine and what is being written while it is deleted']);
  await workbench.isSaved();
  const last = (await workbench.outline.titles()).at(-1)!.replace(/^\d+ /, '');
  await expect(other.outline.row(last)).toBeFocused();
  await expect(other.page.getByText(t('outline.deletedOne', { title: 'Alpha' }))).toBeVisible();

  await workbench.page.getByRole('button', { name: t('outline.restore'), exact: true }).click();
  await expect(workbench.page.getByRole('alert')).toBeHidden();
  await expect(other.outline.row('Alpha')).toBeVisible();
  await expect(other.page.getByText(t('outline.deletedOne', { title: 'Alpha' }))).toBeHidden();
  await other.showSection('Alpha');
  await other.text.shows(['Mine and what is being written while it is deleted']);
});

test('a section that another window deletes can be left, and is not come back to', async ({
  workbench,
  workspace,
  strategy,
  page,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.isSaved();
  const { sections } = (await workspace.command('info', strategy.file)) as { sections: { id: string }[] };
  const other = new Workbench(await page.context().newPage(), t);
  await other.page.goto(await workspace.anotherAddress(strategy.file));
  await other.isOpen();
  await other.outline.focus('Alpha');
  await other.page.keyboard.press('Delete');
  await page.bringToFront();
  await page.getByRole('button', { name: t('outline.toNext'), exact: true }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page).toHaveURL(new RegExp(sections.at(-2)!.id));
  await expect(workbench.text.box).toBeFocused();
});

test('both write in one paragraph, and nothing is lost', async ({ workbench, secondWindow }) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('middle', 'last');
  await workbench.isSaved();
  const other = await secondWindow();
  await other.showSection('Alpha');
  await workbench.text.caretIn('middle', 0);
  await other.text.caretIn('middle');
  await Promise.all([workbench.text.type('first and '), other.text.type(' and end')]);
  for (const { text } of [workbench, other]) await text.shows(['first and middle and end', 'last']);
});

async function writeSaved(workbench: Workbench): Promise<void> {
  await workbench.addSection('Alpha');
  await workbench.text.type('Saved');
  await workbench.isSaved();
}

test('when the process is gone the window says so, and keeps what is written', async ({
  workbench,
  strategy,
  page,
  t,
}) => {
  await writeSaved(workbench);
  await strategy.process.kill();
  await expect(page.getByRole('alert')).toContainText(t('save.bannerDisconnectedTitle'));
  await workbench.text.box.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' and not yet');
  await expect(workbench.saveState).toContainText(t('save.disconnected', { count: 1 }).replace(/\d.*$/, ''));
  await expect(workbench.saveState).toContainText(/\d/);
  await expect(workbench.text.box).toContainText('Saved and not yet');
  const leaving = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await leaving;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await expect(workbench.text.box).toContainText('Saved and not yet');
});

test('what was typed last is kept when one leaves the strategy before it is saved', async ({
  workbench,
  strategy,
  page,
  t,
}) => {
  await writeSaved(workbench);
  strategy.process.pause();
  await page.keyboard.type(' and not yet');
  await workbench.topBar.getByRole('button', { name: t('topBar.home') }).click();
  await expect(workbench.text.box).toBeHidden();
  await expect(workbench.notice(t('save.leftUnsaved'))).toBeVisible();
  strategy.process.goOn();
  await page.goBack();
  await expect(workbench.text.box).toContainText('Saved and not yet');
  await workbench.isSaved();
  await page.reload();
  await expect(workbench.text.box).toContainText('Saved and not yet');
});

/** The kind of a message of the sync protocol: 1 answers what the process lacks, 2 is one change. */
function syncKind(message: string | Buffer): { document: string; kind: number } | null {
  if (typeof message === 'string') return null;
  const end = 1 + message[0]!;
  return message[end] === 0 ? { document: message.toString('utf8', 1, end), kind: message[end + 1]! } : null;
}

/** The connection of a page to the process, to be broken once. After that, `lets` says what gets through. */
class Break {
  readonly #first = Promise.withResolvers<WebSocketRoute>();
  readonly #over = Promise.withResolvers<void>();

  /** Takes effect for connections made from now on. */
  static async on(page: Page, lets: (message: string | Buffer) => boolean = () => true): Promise<Break> {
    const made = new Break();
    let isBack = false;
    await page.routeWebSocket(/\/sync\//, async (socket) => {
      const mayPass = isBack ? lets : () => true;
      if (isBack) await made.#over.promise;
      isBack = true;
      const process = socket.connectToServer();
      socket.onMessage((message) => {
        if (mayPass(message)) process.send(message);
      });
      made.#first.resolve(socket);
    });
    return made;
  }

  async begin(): Promise<void> {
    await (await this.#first.promise).close();
  }

  end(): void {
    this.#over.resolve();
  }
}

test('after a break, saved means all that was written in it', async ({ workbench, workspace, strategy, page }) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Before');
  await workbench.isSaved();
  const heard = new Set<string>();
  const connection = await Break.on(page, (message) => {
    // Of each document, only the first message with anything written.
    const sync = syncKind(message);
    if (!sync || sync.kind === 0) return true;
    const isFirst = !heard.has(sync.document);
    heard.add(sync.document);
    return isFirst;
  });
  await page.reload();
  await workbench.isSaved();
  await workbench.showSection('Alpha');
  await workbench.text.caretIn('Before');
  await connection.begin();
  await page.keyboard.type(' one two three', { delay: 40 });
  await expect(workbench.saveState).toContainText(/\d/);
  connection.end();
  await workbench.isSaved();
  const blocks = (await workspace.command('blocks', strategy.file)) as { text: string }[];
  expect(blocks.map(({ text }) => text)).toContain('Before one two three');
});

test('what others did during a break counts after it', async ({ workbench, workspace, strategy, page }) => {
  const connection = await Break.on(page);
  await page.reload();
  await workbench.isSaved();
  await connection.begin();
  await expect(page.getByRole('alert')).toBeVisible();
  const blocks = (await workspace.command('blocks', strategy.file)) as { id: string; text: string }[];
  const { id } = blocks.findLast(({ text }) => text !== '')!;
  await workspace.command('tag', strategy.file, '--block', id, '--principle', '14', '--strength', 'full');
  expect(await workbench.coverage.count('coverage.count.text')).toBe('0');
  connection.end();
  await expect.poll(() => workbench.coverage.count('coverage.count.text')).toBe('1');
});

test('another window is opened from the palette', async ({ workbench, context, t }) => {
  await workbench.isSaved();
  const opening = context.waitForEvent('page');
  await workbench.palette.run(t('palette.newWindow'));
  const other = new Workbench(await opening, t);
  await other.isOpen();
  await other.isSaved();
});

test('what cannot be done without the process says so, and sends nobody away from what is not saved', async ({
  workbench,
  strategy,
  page,
  t,
}) => {
  await workbench.isSaved();
  await strategy.process.kill();
  await expect(page.getByRole('alert')).toContainText(t('save.bannerDisconnectedTitle'));
  await workbench.exporting.trigger.click();
  await workbench.exporting.button(t('export.start')).click();
  await expect(workbench.exporting.dialog).toContainText(t('failure.process-unreachable'));
});

test('an address works once; used again, it is refused with a sentence', async ({
  workbench,
  strategy,
  browser,
  t,
}) => {
  await workbench.isSaved();
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(strategy.process.url);
  await expect(page.getByRole('alert')).toContainText(t('failure.unauthorised'));
  await stranger.close();
});
