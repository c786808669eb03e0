import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FailureError } from '../../shared/contract/failure.ts';
import { strategyMethods } from '../../shared/contract/methods.ts';
import { readMessages } from '../resources.ts';
import { temporaryApplication, temporaryFolder } from '../strategy.test-support.ts';
import {
  bytesAt,
  commitsOf,
  damagedFiles,
  gathered,
  writeDamaged,
  writeOriginal,
  type Bytes,
} from './damage.test-support.ts';

/** What came of opening a file and reading all of it. */
type Outcome =
  | { readonly kind: 'refused'; readonly type: string }
  | { readonly kind: 'read'; readonly isSound: boolean; readonly content: string };

async function tryOut(path: string, profile: string): Promise<Outcome> {
  const { application } = temporaryApplication(profile);
  try {
    const { handlers } = application.open(path);
    const { ok } = strategyMethods.check.output.parse(await handlers.check({}));
    const { title, sections } = strategyMethods.info.output.parse(await handlers.info({}));
    const blocks = strategyMethods.blocks.output.parse(await handlers.blocks({}));
    await handlers.coverage({ framework: 'valletta-2025' });
    return { kind: 'read', isSound: ok, content: JSON.stringify([title, sections, blocks]) };
  } catch (error) {
    if (error instanceof FailureError) return { kind: 'refused', type: error.failure.type };
    throw error;
  } finally {
    await application.close();
  }
}

test('whatever was done to a file, it opens and its check tells the truth, or it is refused and left as it was', async () => {
  const original = await writeOriginal();
  const folder = temporaryFolder();
  const sentences = readMessages('en') as { failure: Record<string, string> };
  const contentOf = async (name: string, bytes: Bytes): Promise<string> => {
    writeDamaged(join(folder, name), bytes);
    const outcome = await tryOut(join(folder, name), folder);
    expect(outcome).toMatchObject({ kind: 'read', isSound: true });
    return outcome.kind === 'read' ? outcome.content : '';
  };
  const whole = await contentOf('whole.strategy', original);
  expect((await contentOf('gathered.strategy', gathered(original))) === whole).toBe(true);
  // A log that ends early is one that the power went away in, and so may be one whose last two commits are not whole.
  const earlier = new Set<string>();
  const lengths = commitsOf(original.log);
  for (const [index, length] of lengths.entries()) {
    const log = original.log.subarray(0, length);
    earlier.add(await contentOf(`earlier${index}.strategy`, { file: original.file, log }));
  }
  const lately = new Set<string>();
  for (const length of lengths.slice(-3, -1)) {
    const log = original.log.subarray(0, length);
    lately.add(await contentOf(`lately${length}.strategy`, { file: original.file, log }));
  }
  const mayBe = (what: string, content: string): boolean =>
    content === whole ||
    (what.includes('in the log') && lately.has(content)) ||
    (/^truncated.* in the log/.test(what) && earlier.has(content));
  const wrong: string[] = [];
  let count = 0;
  for (const { what, ...damaged } of damagedFiles(original, 2026, 10)) {
    const path = join(folder, `${count++}`, 'a.strategy');
    mkdirSync(join(path, '..'));
    writeDamaged(path, damaged);
    const outcome = await tryOut(path, folder).catch((error: unknown) => ({ kind: 'threw', error }) as const);
    if (outcome.kind === 'threw') wrong.push(`${what}: ${String(outcome.error)}`);
    if (outcome.kind === 'refused') {
      expect(sentences.failure[outcome.type]).toBeDefined();
      const now = bytesAt(path);
      if (!now.file.equals(damaged.file) || !now.log.equals(damaged.log)) wrong.push(`${what}: changed`);
    }
    if (outcome.kind === 'read' && outcome.isSound && !mayBe(what, outcome.content)) wrong.push(`${what}: unnoticed`);
  }
  expect(count).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
}, 120_000);
