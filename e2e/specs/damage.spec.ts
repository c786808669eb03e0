import Database from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { Workbench } from '../pages/workbench.ts';

const FIRST = 'Foreword, adoption and status';
const DAMAGED = 'Vision, scope and objectives at a glance';

test('a section that the file no longer holds whole says so, and the others can be written in', async ({
  workspace,
  originals,
  open,
  page,
  t,
}) => {
  const file = join(workspace.documents, 'damaged.strategy');
  copyFileSync(originals.national, file);
  const { sections } = (await workspace.command('info', file)) as { sections: { id: string; title: string }[] };
  const document = `section/${sections.find(({ title }) => title === DAMAGED)!.id}`;
  const database = new Database(file);
  expect(database.prepare('SELECT count(*) FROM update_log WHERE document = ?').pluck().get(document)).toBeGreaterThan(
    0,
  );
  database.prepare('DELETE FROM snapshot WHERE document = ?').run(document);
  database.prepare("UPDATE update_log SET data = x'0102' WHERE document = ?").run(document);
  database.close();

  const served = await workspace.serve(file);
  const workbench = new Workbench(page, t);
  await open(served.url);
  await workbench.isOpen();
  await workbench.outline.row(DAMAGED).click();
  await expect(page.getByRole('alert')).toContainText(t('failure.document-unreadable'));
  await workbench.showSection(FIRST);
  await expect(page.getByRole('alert')).toBeHidden();
  await workbench.text.box.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' And more.');
  await workbench.isSaved();

  // Nothing can be moved to where it would not be found again.
  const before = await workbench.text.blocks();
  await workbench.toolbar.choose('editor.tools.move', `2. ${DAMAGED}`);
  await expect(page.getByText(t('failure.document-unreadable'))).toBeVisible();
  await workbench.text.shows(before);
});
