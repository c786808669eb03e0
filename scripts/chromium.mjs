import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { PlainFailure } from './plain-failure.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { runTool } from './tool.mjs';

/**
 * Debian's packages, and their programs. The first is the same engine without the windows and menus of a browser, which
 * take a sixth of the time of the tests; older releases do not have it.
 */
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const NAMES = [...PACKAGES, 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FETCH_TIMEOUT = 5 * 60_000;

/**
 * Finds a Chromium for the end-to-end tests, or installs one.
 *
 * @returns {Promise<string>} Its program.
 */
export async function chromium() {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (starts(named)) return named;
    throw new PlainFailure(
      `The variable CHROMIUM names “${named}”, which does not start. Correct it, or leave it out.`,
    );
  }
  for (const obtain of [async () => {}, installPackage, fetchFromPlaywright]) {
    await obtain();
    const path = find();
    if (path !== undefined) return path;
  }
  throw new PlainFailure(
    'There is no Chromium here, and none could be installed. Install Chromium or Chrome, or name one by the variable CHROMIUM, and try again.',
  );
}

function find() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', playwrightPath()].find(starts);
}

/** Where Playwright keeps its own. */
function playwrightPath() {
  /** @type {unknown} */
  const playwright = createRequire(join(ROOT, 'package.json'))('@playwright/test');
  return /** @type {typeof import('@playwright/test')} */ (playwright).chromium.executablePath();
}

/** @param {string} path */
function starts(path) {
  if (!existsSync(path)) return false;
  // There, asking for the version opens a window.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--no-sandbox', '--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}

/** Debian's own package; Ubuntu's is a snap, which does not run in a container. */
async function installPackage() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (process.getuid?.() !== 0 || !/^ID=debian$/m.test(release)) return;
  console.log('Installing Chromium from the packages of Debian.');
  /** @type {import('node:child_process').SpawnOptions} */
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: FETCH_TIMEOUT,
  };
  await run('apt-get', ['update', '-qq'], options);
  for (const name of PACKAGES) {
    if ((await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', name], options)).code === 0) return;
  }
}

async function fetchFromPlaywright() {
  console.log('Fetching the Chromium of Playwright.');
  await runTool('playwright', '@playwright/test', ['install', 'chromium'], { timeout: FETCH_TIMEOUT });
}
