import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { PlainFailure, runScript } from './plain-failure.mjs';
import { STEPS } from './test-steps.mjs';

/** What `--only` takes, and the steps it stands for. */
const CHOICES = { types: ['types'], lint: ['lint'], unit: ['unit'], e2e: ['build', 'e2e'] };

await runScript(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = choose(values.only);
  // The tests have a profile of their own, and never see the person's.
  const home = mkdtempSync(join(tmpdir(), 'valletta-test-'));
  process.env['VALLETTA_HOME'] = join(home, 'profile');
  process.env['VALLETTA_DOCUMENTS'] = join(home, 'documents');
  try {
    return await test(chosen);
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** @param {string | undefined} only */
function choose(only) {
  if (only === undefined) return STEPS;
  const names = Object.entries(CHOICES).find(([choice]) => choice === only)?.[1];
  if (!names) throw new PlainFailure(`--only takes one of: ${Object.keys(CHOICES).join(', ')}.`);
  return STEPS.filter(({ name }) => names.includes(name));
}

/**
 * Runs the steps in order and stops at the first that fails. The last line says what passed and what
 * failed, counted in tests; a step without tests, or that fails without one, counts as one failure.
 *
 * @param {typeof STEPS} steps
 */
async function test(steps) {
  let passed = 0;
  let failed = 0;
  let again = 0;
  try {
    await install();
    for (const { name, run } of steps) {
      const began = Date.now();
      console.log(`── ${name}`);
      const result = await run();
      passed += result.passed;
      again += result.again ?? 0;
      failed += result.ok ? result.failed : Math.max(1, result.failed);
      console.log(`── ${name}: ${result.ok ? 'ok' : 'failed'}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
      if (!result.ok) break;
    }
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    console.log(error.message);
    failed += 1;
  }
  const attempts = again === 0 ? '' : ` (${again} at the second attempt)`;
  console.log(`${passed} passed${attempts}, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
