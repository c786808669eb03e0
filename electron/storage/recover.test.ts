import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FailureError } from '../../shared/contract/failure.ts';
import type { RecoveryReport } from '../../shared/contract/copies.ts';
import { temporaryApplication, temporaryFolder } from '../strategy.test-support.ts';
import { recover } from './recover.ts';
import { bytesAt, damagedFiles, gathered, PICTURE, writeDamaged, writeOriginal } from './damage.test-support.ts';

const AUTHOR = { device: 1, name: 'Ben', organisation: '' };
const OPTIONS = { author: AUTHOR, ending: '(recovered)', untitled: (number: number) => `Recovered section ${number}` };

/** The text of each section of a file, by its title. */
async function textsOf(path: string, profile: string): Promise<{ texts: Map<string, string>; problems: unknown }> {
  const { application } = temporaryApplication(profile);
  const { handlers } = application.open(path);
  const { sections } = await handlers.info({});
  const blocks = await handlers.blocks({});
  const texts = sections.map(({ id, title }) => [title, blocks.filter(({ section }) => section === id)] as const);
  const { problems } = await handlers.check({});
  await application.close();
  return { texts: new Map(texts.map(([title, own]) => [title, own.map(({ text }) => text).join('\n')])), problems };
}

test('a strategy that is whole is recovered whole, with authors, pictures and versions', async () => {
  const original = await writeOriginal();
  const folder = temporaryFolder();
  for (const [name, bytes] of [
    ['a', original],
    ['b', gathered(original)],
  ] as const) {
    const path = join(folder, `${name}.strategy`);
    writeDamaged(path, bytes);
    const { file, report } = recover(path, OPTIONS);
    expect(file).toBe(join(folder, `${name} (recovered).strategy`));
    expect(report).toMatchObject({ isOutlineWhole: true, documentsLost: 0, updatesLost: 0, assetsLost: 0 });
    expect(report.sections.map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => 'whole'));
    const { application } = temporaryApplication(folder);
    const { workspace, handlers } = application.open(file);
    const [section] = (await workspace.outline()).sections;
    expect(await handlers.threads({ section: section!.id })).toMatchObject([
      { messages: [{ by: 'Ben', text: 'Which ministries?' }] },
    ]);
    expect([...workspace.assets.all().values()].map(({ bytes: found }) => found.equals(PICTURE))).toEqual([true]);
    expect(workspace.file.db.prepare('SELECT name FROM version').pluck().all()).toEqual(['Before review']);
    expect(workspace.file.db.prepare('SELECT DISTINCT name FROM author ORDER BY name').pluck().all()).toContain(
      'Ana Lead',
    );
    await application.close();
    expect(await textsOf(file, folder)).toEqual({ ...(await textsOf(path, folder)), problems: [] });
  }
}, 30_000);

test('comments that waited for the host are in what is recovered, which has none', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.strategy');
  writeDamaged(path, await writeOriginal());
  const { application } = temporaryApplication(folder);
  const { workspace } = application.open(path);
  const section = (await workspace.outline()).sections[0]!.id;
  const thread = '00000000-0000-4000-8000-000000000001';
  const [known, lost] = [thread, '00000000-0000-4000-8000-00000000000f'].map((to, index) => ({
    kind: 'reply' as const,
    thread: to,
    message: `00000000-0000-4000-8000-0000000000a${index}`,
    text: `Reply ${index}`,
  }));
  workspace.outbox.add(section, known!);
  workspace.outbox.add(section, lost!);
  await application.close();

  const { file } = recover(path, OPTIONS);
  const again = temporaryApplication(folder).application.open(file);
  const threads = await again.handlers.threads({ section });
  expect(threads.map(({ messages }) => messages.map(({ text }) => text))).toEqual([
    ['Which ministries?', 'Reply 0'],
    ['Reply 1'],
  ]);
  expect((await again.handlers.check({})).problems).toEqual([]);
});

test('of whatever was damaged a strategy is made that is sound, and the report tells the truth of it', async () => {
  const original = await writeOriginal();
  const folder = temporaryFolder();
  const whole = join(folder, 'whole.strategy');
  writeDamaged(whole, original);
  const { texts: expected } = await textsOf(whole, folder);
  const wrong: string[] = [];
  const states: Record<string, number> = {};
  let count = 0;
  for (const { what, ...damaged } of damagedFiles(original, 41, 3)) {
    const path = join(folder, String(count++), 'a.strategy');
    mkdirSync(join(path, '..'));
    writeDamaged(path, damaged);
    let result: { file: string; report: RecoveryReport };
    try {
      result = recover(path, OPTIONS);
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.type !== 'nothing-recovered')
        wrong.push(`${what}: ${String(error)}`);
      states['nothing'] = (states['nothing'] ?? 0) + 1;
      continue;
    } finally {
      const now = bytesAt(path);
      if (!now.file.equals(damaged.file) || !now.log.equals(damaged.log)) wrong.push(`${what}: changed`);
    }
    const { texts, problems } = await textsOf(result.file, folder);
    if (JSON.stringify(problems) !== '[]') wrong.push(`${what}: ${JSON.stringify(problems)}`);
    for (const { title, state } of result.report.sections) {
      states[state] = (states[state] ?? 0) + 1;
      const isAsItWas = texts.get(title) === expected.get(title);
      // A log that ends early looks like one that nothing more was written to.
      const isTold = result.report.isLogDamaged || /^truncated.* in the log/.test(what);
      if (state === 'whole' && expected.has(title) && !isAsItWas && !isTold)
        wrong.push(`${what}: ${title} is not whole`);
    }
    rmSync(join(path, '..'), { recursive: true });
  }
  expect(count).toBeGreaterThan(100);
  expect(states['whole']).toBeGreaterThan(800);
  expect(wrong).toEqual([]);
}, 60_000);
