import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { chromium } from './chromium.mjs';
import { readJson } from './read-json.mjs';
import { ROOT } from './root.mjs';
import { runTool, toolEnvironment } from './tool.mjs';

/** One per layer, so that the compiler proves what each may know of. */
const PROJECTS = ['shared', 'electron', 'renderer', 'e2e', 'bench', 'scripts'];

const UNIT_RESULTS = join(ROOT, 'test-results', 'unit.json');
const E2E_RESULTS = join(ROOT, 'test-results', 'e2e.json');

/**
 * @typedef {object} Result
 * @property {boolean} ok
 * @property {number} passed Tests.
 * @property {number} failed Tests.
 * @property {number} [again] Tests among those that passed at the second attempt.
 */

/** @type {readonly { readonly name: string, readonly run: () => Promise<Result> }[]} */
export const STEPS = [
  { name: 'types', run: types },
  { name: 'lint', run: lint },
  { name: 'unit', run: unit },
  { name: 'build', run: buildAll },
  { name: 'e2e', run: e2e },
];

async function types() {
  let ok = true;
  for (const project of PROJECTS) {
    const { code } = await runTool('tsc', 'typescript', ['-p', project]);
    ok &&= code === 0;
  }
  return { ok, passed: 0, failed: 0 };
}

async function lint() {
  const rules = await runTool('oxlint', 'oxlint', []);
  const format = await runTool('oxfmt', 'oxfmt', ['--check']);
  return { ok: rules.code === 0 && format.code === 0, passed: 0, failed: 0 };
}

async function unit() {
  rmSync(UNIT_RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_RESULTS}`];
  const { code } = await runTool('vitest', 'vitest', ['run', ...reporters]);
  const { numPassedTests, numFailedTests } = readJson(UNIT_RESULTS, { numPassedTests: 0, numFailedTests: 0 });
  return { ok: code === 0, passed: numPassedTests, failed: numFailedTests };
}

async function buildAll() {
  await build('renderer');
  await build('process');
  return { ok: true, passed: 0, failed: 0 };
}

async function e2e() {
  rmSync(E2E_RESULTS, { force: true });
  const env = { ...toolEnvironment(), CHROMIUM: await chromium(), E2E_RESULTS };
  const { code } = await runTool('playwright', '@playwright/test', ['test'], { env });
  const { stats } = readJson(E2E_RESULTS, { stats: { expected: 0, unexpected: 0, flaky: 0 } });
  return { ok: code === 0, passed: stats.expected + stats.flaky, failed: stats.unexpected, again: stats.flaky };
}
