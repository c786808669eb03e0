import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryApplication } from '../strategy.test-support.ts';
import { runKillCycles } from './kill-cycles.test-support.ts';

test('killed 50 times in the middle of writing, no acknowledged edit is lost and the file always opens', async () => {
  const { application, folder } = temporaryApplication();
  const file = join(folder, 'a.strategy');
  application.create(file, { title: 'A', template: 'action-plan' });
  await application.close();
  const seed = Date.now() % 100_000;
  console.log(`seed ${seed}`);
  const report = await runKillCycles(file, join(folder, 'home'), 50, seed);
  expect(report).toMatchObject({ cycles: 50, lost: 0, unopened: 0 });
  expect(report.acknowledged).toBeGreaterThan(500);
}, 180_000);
