import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { electronBinary, hasDisplay } from './electron-binary.mjs';
import { install } from './install.mjs';
import { node } from './node24.mjs';
import { runScript } from './plain-failure.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { toolEnvironment } from './tool.mjs';

/** A window that ends this soon, in milliseconds, and in failure, never came up. */
const TOO_SOON = 10_000;

await runScript(() => start(process.argv.slice(2).map(asPath)));

/**
 * Opens the application: in a window of Electron where there can be one, or else in the browser.
 *
 * @param {readonly string[]} args Those of the command `serve`.
 */
async function start(args) {
  await install();
  await build('renderer');
  await build('process');
  const shown = await openWindow(args);
  if (typeof shown === 'number') return shown;
  console.log(shown);
  const { code } = await run(node(), [join(ROOT, 'dist', 'electron', 'cli.js'), 'serve', ...args], {
    env: toolEnvironment(),
    forward: true,
  });
  return code;
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number | string>} The window's exit code, or why there is none.
 */
async function openWindow(args) {
  if (args.some((arg) => arg.startsWith('--'))) return 'Serving the application, as asked.';
  if (!hasDisplay()) return 'There is no display here, so the application is served to a browser.';
  const binary = await electronBinary();
  if (binary === null) {
    return 'Electron could not be fetched (“npx install-electron” tries again), so the application is served to a browser.';
  }
  const began = Date.now();
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  // Chromium's sandbox does not start for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code, asked } = await run(binary, [...sandbox, ROOT, ...args], { env, forward: true });
  if (code !== 0 && !asked && Date.now() - began < TOO_SOON) {
    return 'Electron’s window did not come up (the reason is above), so the application is served to a browser.';
  }
  return code;
}

/**
 * npm runs this in the project's folder; a file is named from where the person is.
 *
 * @param {string} arg
 */
function asPath(arg) {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), arg);
  return !arg.startsWith('-') && existsSync(path) ? path : arg;
}
