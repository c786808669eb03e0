import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { hasNoViolations } from '../fixtures/axe.ts';
import { isolated } from '../../renderer/ui/isolated.ts';
import { png } from '../../electron/png.test-support.ts';
import type { Translate } from '../fixtures/catalogue.ts';
import { expect, test as base } from '../fixtures/test.ts';
import { Workspace } from '../fixtures/workspace.ts';
import { JoinDialog } from '../pages/join-dialog.ts';
import { SharingDialog } from '../pages/sharing-dialog.ts';
import { Workbench } from '../pages/workbench.ts';

interface Fixtures {
  /** A colleague's computer, with the application open on no strategy. */
  readonly colleague: Workbench;
  readonly sharing: SharingDialog;
  readonly joining: JoinDialog;
}

const test = base.extend<Fixtures>({
  colleague: async ({ context, open, t }, use) => {
    const workspace = new Workspace({ name: 'Analyst', organisation: 'Ministry of Finance' });
    const served = await workspace.serve();
    const workbench = new Workbench(await context.newPage(), t);
    await open(served.url, workbench.page);
    await use(workbench);
    await workspace.remove();
  },
  sharing: async ({ page, t }, use) => use(new SharingDialog(page, t)),
  joining: async ({ colleague, t }, use) => use(new JoinDialog(colleague.page, t)),
});

// One after the other: all of them share at the usual port.
test.describe.configure({ mode: 'default' });
// Two computers, each with a process and a window.
test.slow();

/** What the status bar says of sharing. */
function status({ statusBar }: Workbench, words: string): Locator {
  return statusBar.getByRole('button', { name: words, exact: true });
}

/** Lets the colleague in, as both see the same digits. */
async function letIn(sharing: SharingDialog, joining: JoinDialog, name: string, approve: string): Promise<void> {
  const digits = await joining.digits();
  expect(digits).toMatch(/^\d{6}$/);
  await expect(sharing.member(name)).toContainText(`${digits.slice(0, 3)} ${digits.slice(3)}`);
  await sharing.button(approve).click();
}

/** Shares the strategy, and lets the colleague in as Finance. */
async function bringIn(
  sharing: SharingDialog,
  joining: JoinDialog,
  t: Translate,
  ...as: [role: 'lead' | 'contributor' | 'commenter', sections?: readonly string[]]
): Promise<void> {
  await sharing.open();
  await sharing.share();
  const invitation = await sharing.invite('Finance', ...as);
  await sharing.button(t('sharing.toMembers')).click();
  await joining.open();
  await joining.join(invitation);
  await letIn(sharing, joining, 'Finance', t('sharing.approveOf', { name: 'Finance' }));
}

test('two computers share a strategy, see what each other writes, and one is removed', async ({
  workbench,
  colleague,
  sharing,
  joining,
  page,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Lead');
  await workbench.isSaved();
  await sharing.open();
  await sharing.share();
  const invitation = await sharing.invite('Finance', 'lead');
  expect(invitation).toMatch(/^vw1\./);
  await expect(sharing.dialog.getByRole('img', { name: t('sharing.qr') })).toBeVisible();
  await sharing.button(t('sharing.toMembers')).click();
  await expect(sharing.member('Finance')).toContainText(t('memberState.invited'));

  await joining.open();
  await joining.join(invitation);
  await expect(sharing.member('Finance')).toContainText(t('memberState.pending'));
  await hasNoViolations(page, 'the list of members');
  await hasNoViolations(colleague.page, 'the digits to compare');
  await letIn(sharing, joining, 'Finance', t('sharing.approveOf', { name: 'Finance' }));
  await colleague.isOpen();
  await expect(status(colleague, t('sharing.status.in-step'))).toBeVisible();
  await page.bringToFront();
  await sharing.button(t('action.close')).click();
  await expect(status(workbench, t('sharing.status.host', { count: 1 }))).toBeVisible();

  await colleague.page.bringToFront();
  await colleague.showSection('Alpha');
  await colleague.text.caretIn('Lead');
  await colleague.text.type(' and all');
  await workbench.text.shows(['Lead and all']);
  await page.bringToFront();
  await workbench.text.caretIn('Lead and all', 0);
  await workbench.text.type('The ');
  await colleague.text.shows(['The Lead and all']);

  await status(workbench, t('sharing.status.host', { count: 1 })).click();
  await sharing.remove('Finance');
  await expect(status(colleague, t('sharing.status.out'))).toBeVisible({ timeout: 20_000 });
  await status(colleague, t('sharing.status.out')).click();
  await expect(colleague.page.getByRole('dialog', { name: t('sharing.standing.title') })).toContainText(
    t('failure.membership-unknown'),
  );
  await hasNoViolations(colleague.page, 'how a replica stands');
});

test('who else is there is seen in the outline and in the text, and one goes to them', async ({
  workbench,
  colleague,
  sharing,
  joining,
  page,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('One', 'Two');
  await workbench.addSection('Beta');
  await workbench.text.type('Three', 'Four');
  await workbench.isSaved();
  await bringIn(sharing, joining, t, 'lead');
  await colleague.isOpen();
  await page.bringToFront();
  await sharing.button(t('action.close')).click();

  // Under the name that the lead gave, whatever they call themselves.
  const people = page.getByRole('button', { name: t('presence.people', { count: 1 }) });
  await expect(people).toBeVisible();
  await colleague.page.bringToFront();
  await expect(colleague.page.getByRole('button', { name: t('presence.people', { count: 1 }) })).toBeVisible();
  await colleague.showSection('Alpha');
  await colleague.text.caretIn('Two');
  await page.bringToFront();
  const row = page.getByRole('row', { name: 'Alpha' });
  await expect(row.getByRole('img', { name: t('presence.here', { names: 'Finance' }) })).toBeVisible();

  await people.click();
  await hasNoViolations(page, 'who else is there');
  await page.getByRole('menuitem', { name: /^Finance/ }).click();
  await expect(workbench.head.title).toHaveValue('Alpha');
  const caret = workbench.text.paragraph('Two').locator('[data-name="Finance"]');
  await expect(caret).toBeAttached();

  // It goes along with what is written before it, and shows what is selected.
  await workbench.text.caretIn('Two', 0);
  await workbench.text.type('Not ');
  await workbench.text.shows(['One', 'Not Two']);
  await colleague.text.shows(['One', 'Not Two']);
  await colleague.page.bringToFront();
  await colleague.page.keyboard.press('Shift+Home');
  // A page that is behind another one may be slow to notice.
  await colleague.text.isPainted();
  await page.bringToFront();
  await expect(workbench.text.box.locator('.colleague-selection')).toHaveText('Not Two');

  await colleague.page.close();
  await expect(people).toBeHidden();
  await expect(caret).toHaveCount(0);
});

test('a contributor writes in the sections that were granted and reads the others', async ({
  workbench,
  colleague,
  sharing,
  joining,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Mine');
  await workbench.addSection('Beta');
  await workbench.text.type('Yours');
  await workbench.isSaved();
  await bringIn(sharing, joining, t, 'contributor', ['Beta']);
  await colleague.page.bringToFront();
  await colleague.isOpen();

  await colleague.showSection('Alpha');
  await expect(colleague.page.getByText(t('sharing.readOnly'), { exact: true })).toBeVisible();
  await expect(colleague.text.box).toHaveAttribute('contenteditable', 'false');
  await expect(colleague.head.title).toHaveAttribute('readonly');
  await expect(colleague.outline.addButton).toBeDisabled();
  await hasNoViolations(colleague.page, 'a section that may only be read');
  await colleague.showSection('Beta');
  await expect(colleague.page.getByText(t('sharing.readOnly'), { exact: true })).toBeHidden();
  await colleague.text.caretIn('Yours');
  await colleague.text.type(' and mine');
  await workbench.page.bringToFront();
  await sharing.button(t('action.close')).click();
  await workbench.text.shows(['Yours and mine']);
});

test('a replica goes on without its host, and catches up', async ({ workbench, colleague, sharing, joining, t }) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('One');
  await workbench.isSaved();
  await bringIn(sharing, joining, t, 'lead');
  await colleague.page.bringToFront();
  await colleague.isOpen();
  await colleague.showSection('Alpha');
  await expect(status(colleague, t('sharing.status.in-step'))).toBeVisible();

  await sharing.button(t('sharing.stop')).click();
  await expect(sharing.button(t('sharing.share'))).toBeVisible();
  await colleague.text.caretIn('One');
  await colleague.text.type(' two');
  await expect(colleague.statusBar.getByRole('button', { name: offlineWords(t) })).toBeVisible();
  await colleague.isSaved();
  await sharing.share();
  await expect(status(colleague, t('sharing.status.in-step'))).toBeVisible({ timeout: 30_000 });
  await sharing.button(t('action.close')).click();
  await workbench.text.shows(['One two']);
});

test('what others wrote while one was away is told, and leads there', async ({
  workbench,
  workspace,
  strategy,
  sharing,
  context,
  open,
  page,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('One');
  await workbench.isSaved();
  await sharing.open();
  await sharing.share();
  await page.keyboard.press('Escape');
  const invite = ['invite', strategy.file, '--name', 'Finance', '--role', 'lead', '--pre-approved'];
  const { invitation } = (await workspace.command(...invite)) as { invitation: string };
  const away = new Workspace({ name: 'Analyst', organisation: 'Ministry of Finance' });
  try {
    const copy = join(away.documents, 'copy.strategy');
    await away.command('join', invitation, copy, '--once');
    await workbench.text.caretIn('One');
    await workbench.text.type(' two');
    await workbench.comments.add('Why two?');
    await workbench.isSaved();

    const colleague = new Workbench(await context.newPage(), t);
    await open((await away.serve(copy)).url, colleague.page);
    await colleague.isOpen();
    const notice = colleague.notice(t('arrived.notice', { count: 1 }));
    await notice.getByRole('button', { name: t('arrived.show') }).click();
    const dialog = colleague.page.getByRole('dialog', { name: t('arrived.title') });
    await expect(dialog).toContainText(t('arrived.by', { names: isolated('Legal adviser') }));
    await expect(dialog).toContainText(t('arrived.commented'));
    await hasNoViolations(colleague.page, 'what came in');
    await dialog.getByRole('button', { name: /Alpha/ }).click();
    await colleague.text.shows(['One two']);
    await colleague.page.reload();
    await colleague.isOpen();
    await expect(status(colleague, t('sharing.status.in-step'))).toBeVisible();
    await expect(notice).toBeHidden();
  } finally {
    await away.remove();
  }
});

test('a commenter proposes tags, of which the lead gives one and declines another', async ({
  workbench,
  colleague,
  sharing,
  joining,
  page,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Courts review each measure.', 'Schools take part.');
  await workbench.isSaved();
  await bringIn(sharing, joining, t, 'commenter');
  await page.keyboard.press('Escape');
  await colleague.page.bringToFront();
  await colleague.isOpen();
  await colleague.showSection('Alpha');
  const proposing = colleague.page.getByRole('toolbar').getByRole('button', { name: t('editor.tools.proposeTag') });
  for (const [paragraph, number] of [
    ['Courts review each measure.', '14'],
    ['Schools take part.', '22'],
  ] as const) {
    await colleague.text.paragraph(paragraph).click();
    await proposing.click();
    await hasNoViolations(colleague.page, 'proposing a tag');
    await colleague.picker.choose(number);
    await expect(colleague.picker.dialog).toBeHidden();
  }
  await colleague.comments.tab.click();
  await expect(colleague.comments.threads).toHaveText([/: 14\. /, /: 22\. /]);
  await expect(colleague.comments.panel.getByRole('button', { name: t('proposal.accept') })).toHaveCount(0);

  await page.bringToFront();
  await workbench.comments.tab.click();
  await workbench.comments
    .thread(': 14. ')
    .getByRole('button', { name: t('proposal.accept') })
    .click();
  await expect(workbench.comments.threads).toHaveCount(1);
  await workbench.comments
    .thread(': 22. ')
    .getByRole('button', { name: t('proposal.decline') })
    .click();
  await expect(workbench.comments.threads).toHaveCount(0);
  await workbench.text.shows(['Courts review each measure. [14]', 'Schools take part.']);

  await colleague.page.bringToFront();
  await colleague.text.shows(['Courts review each measure. [14]', 'Schools take part.']);
  await colleague.comments.panel.getByRole('checkbox', { name: t('comments.showResolved', { count: 2 }) }).press(' ');
  await expect(colleague.comments.thread(': 14. ')).toContainText(t('proposal.accepted'));
  await expect(colleague.comments.thread(': 22. ')).toContainText(t('proposal.declined'));
});

test('a commenter comments on what only others may write, with and without the host, and sees what is answered', async ({
  workbench,
  colleague,
  sharing,
  joining,
  t,
}) => {
  await workbench.addSection('Alpha');
  await workbench.text.type('Courts review each measure.', 'Schools take part.');
  await workbench.isSaved();
  await bringIn(sharing, joining, t, 'commenter');
  await colleague.page.bringToFront();
  await colleague.isOpen();
  await colleague.showSection('Alpha');
  await expect(colleague.text.box).toHaveAttribute('contenteditable', 'false');
  await colleague.text.paragraph('Schools take part.').click();
  await colleague.comments.addByMouse('Which schools?');
  await expect(colleague.comments.thread('Which schools?')).toContainText('Schools take part.');
  await expect(colleague.comments.thread('Which schools?')).not.toContainText(t('comments.waiting'));

  await workbench.page.bringToFront();
  await sharing.button(t('sharing.stop')).click();
  await expect(sharing.button(t('sharing.share'))).toBeVisible();
  await workbench.page.keyboard.press('Escape');
  await expect(sharing.dialog).toBeHidden();
  await workbench.comments.tab.click();
  await workbench.comments.reply('Which schools?', 'All of them.');
  await colleague.page.bringToFront();
  await expect(colleague.comments.thread('All of them.')).toBeHidden();
  await colleague.text.paragraph('Courts review each measure.').click();
  await colleague.comments.add('Which courts?');
  await expect(colleague.comments.thread('Which courts?')).toContainText('Courts review each measure.');
  await expect(colleague.comments.thread('Which courts?')).toContainText(t('comments.waiting'));
  await hasNoViolations(colleague.page, 'a comment that waits for the host');

  await workbench.page.bringToFront();
  await sharing.open();
  await sharing.share();
  await sharing.button(t('action.close')).click();
  await expect(workbench.comments.thread('Which courts?')).toContainText('Finance', { timeout: 30_000 });
  await expect(colleague.comments.thread('All of them.')).toBeVisible();
  await expect(colleague.comments.thread('Which courts?')).not.toContainText(t('comments.waiting'));
});

test('what is no invitation is refused in words, and joining can be given up', async ({
  workbench,
  colleague,
  sharing,
  joining,
  t,
}) => {
  await workbench.isSaved();
  await joining.open();
  await joining.join('Meet me at noon');
  await expect(joining.error).toHaveText(t('failure.invitation-form'));
  await hasNoViolations(colleague.page, 'joining, refused');
  await sharing.open();
  await sharing.share();
  const invitation = await sharing.invite('Finance', 'lead');
  await joining.join(invitation.slice(0, -1));
  await expect(joining.error).toHaveText(t('failure.invitation-cut'));
  await joining.join(invitation);
  await joining.digits();
  await joining.button(t('action.cancel')).click();
  await expect(joining.dialog).toBeHidden();
});

test('a picture that one puts in is seen by the other, and the other way round', async ({
  workbench,
  colleague,
  sharing,
  joining,
  page,
  t,
}) => {
  const width = (of: Workbench, description: string): Promise<number> =>
    of.pictures.image(description).evaluate((image: HTMLImageElement) => image.naturalWidth);
  await workbench.addSection('Alpha');
  await workbench.pictures.choose({ name: 'plan.png', mimeType: 'image/png', buffer: png(40, 20) });
  await workbench.pictures.describe('A plan');
  await bringIn(sharing, joining, t, 'lead');
  await page.keyboard.press('Escape');
  await colleague.page.bringToFront();
  await colleague.isOpen();
  await colleague.showSection('Alpha');
  await expect.poll(() => width(colleague, 'A plan')).toBe(40);
  await colleague.pictures.choose({ name: 'map.png', mimeType: 'image/png', buffer: png(60, 20) });
  await colleague.pictures.describe('A map');
  await expect.poll(() => width(workbench, 'A map')).toBe(60);
  await expect(page.getByText(t('editor.picture.coming'))).toBeHidden();
});

test('sharing, inviting and removing are done from the keyboard alone', async ({ workbench, sharing, page, t }) => {
  const { keyboard } = page;
  await workbench.isSaved();
  await workbench.text.box.focus();
  await sharing.open();
  await hasNoViolations(page, 'the dialog before sharing');
  await tabTo(sharing.button(t('sharing.share')));
  await keyboard.press('Enter');
  await expect(sharing.button(t('sharing.inviteSomebody'))).toBeFocused();
  await keyboard.press('Enter');
  await expect(sharing.field(t('sharing.name'))).toBeFocused();
  await keyboard.type('Finance');
  await keyboard.press('Enter');
  await expect(sharing.dialog.getByRole('alert')).toHaveText(t('sharing.sectionsNeeded'));
  await expect(sharing.dialog.getByRole('alert')).toBeInViewport();
  await hasNoViolations(page, 'the form for an invitation');
  await keyboard.press('Tab');
  await keyboard.press('ArrowUp');
  await expect(sharing.dialog.getByRole('radio', { name: t('role.lead') })).toBeChecked();
  await tabTo(sharing.button(t('sharing.makeInvitation')));
  await keyboard.press('Enter');
  await expect(sharing.button(t('sharing.copyInvitation'))).toBeFocused();
  await hasNoViolations(page, 'the invitation');
  await tabTo(sharing.button(t('sharing.toMembers')));
  await keyboard.press('Enter');
  await expect(sharing.button(t('sharing.inviteSomebody'))).toBeFocused();
  await tabTo(sharing.button(t('sharing.removeOf', { name: 'Finance' })));
  await keyboard.press('Enter');
  await expect(sharing.button(t('sharing.keep'))).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(sharing.member('Finance')).toContainText(t('memberState.revoked'));
  // Whoever is invited again is there once, with what they were to do.
  await tabTo(sharing.button(t('sharing.inviteAgainOf', { name: 'Finance' })));
  await keyboard.press('Enter');
  await expect(sharing.field(t('sharing.name'))).toHaveValue('Finance');
  await expect(sharing.dialog.getByRole('radio', { name: t('role.lead') })).toBeChecked();
  await keyboard.press('Enter');
  await expect(sharing.button(t('sharing.copyInvitation'))).toBeFocused();
  await tabTo(sharing.button(t('sharing.toMembers')));
  await keyboard.press('Enter');
  await expect(sharing.member('Finance')).toHaveCount(1);
  await expect(sharing.member('Finance')).toContainText(t('memberState.invited'));
  await keyboard.press('Escape');
  await expect(sharing.dialog).toBeHidden();
  await expect(workbench.text.box).toBeFocused();
});

/** Presses Tab until something has the focus. */
async function tabTo(target: Locator): Promise<void> {
  await expect(async () => {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
}

/** Whatever the number of changes. */
function offlineWords(t: Workbench['t']): RegExp {
  const [before] = t('sharing.status.offline', { count: 1 }).split('1');
  return new RegExp(`^${before}`);
}
