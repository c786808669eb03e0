import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './node24.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
/** Left in node_modules after a failed download, so that only the first start waits for it. */
const GIVEN_UP = join(ROOT, 'node_modules', '.electron-not-fetched');
const TIMEOUT = 60_000;

/** Whether a window could be shown. */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Finds Electron's program; its package brings it only when asked, from the internet.
 *
 * @returns {Promise<string | null>} null when it is not there and cannot be fetched.
 */
export async function electronBinary() {
  const present = findBinary();
  if (present !== null || !existsSync(PACKAGE) || existsSync(GIVEN_UP)) return present;
  console.log('Fetching Electron, once.');
  await run(node(), [join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: TIMEOUT });
  const fetched = findBinary();
  if (fetched === null) writeFileSync(GIVEN_UP, '');
  return fetched;
}

/** The rule of the package's own index.js, without its download. */
function findBinary() {
  const record = join(PACKAGE, 'path.txt');
  const name = existsSync(record) ? readFileSync(record, 'utf8').trim() : null;
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const path = elsewhere ? join(elsewhere, name ?? 'electron') : name === null ? null : join(PACKAGE, 'dist', name);
  return path !== null && existsSync(path) ? path : null;
}
