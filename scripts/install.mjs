import { join, sep } from 'node:path';
import { findNode } from './node24.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { readJson } from './read-json.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const OPTIONS = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * A lock file's entry, as npm writes it.
 *
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 */

/** Installs what the lock file names, unless it is there. */
export async function install() {
  if (isInstalled()) return;
  console.log('Installing what the application needs; this takes a minute or two.');
  const [program, ...args] = npm();
  for (const command of commands()) {
    const { code } = await run(program, [...args, ...command.args, ...OPTIONS], {
      shell: program === 'npm.cmd',
      stdio: command.isLast ? 'inherit' : 'ignore',
    });
    if (code === 0) return;
  }
  throw new PlainFailure(
    'What the application needs could not be installed; npm’s own words are above. Check that the npm registry can be reached, and try again.',
  );
}

/** Whether node_modules holds what package-lock.json names, by npm's own record of what it put there. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages(join('node_modules', '.package-lock.json'));
  return (
    findNode() !== null && Object.entries(wanted).every(([path, entry]) => path === '' || isSame(entry, present[path]))
  );
}

/**
 * @param {LockedPackage} wanted
 * @param {LockedPackage | undefined} present
 */
function isSame(wanted, present) {
  // What is only for other systems is never there.
  if (!present) return wanted.optional === true || wanted.devOptional === true;
  return present.version === wanted.version && present.integrity === wanted.integrity;
}

/**
 * @param {string} file
 * @returns {Readonly<Record<string, LockedPackage>>} Nothing, if the file is not there.
 */
function readPackages(file) {
  return readJson(join(ROOT, file), { packages: {} }).packages;
}

/**
 * What to ask of npm, until it does. The second way forgives a lock file that says nothing of a
 * package for some other system, which the first refuses; only the last has its words shown.
 */
function commands() {
  // Windows does not let npm remove the very Node that waits for it.
  const isInUse = process.platform === 'win32' && process.execPath.startsWith(join(ROOT, 'node_modules') + sep);
  const lenient = { args: ['install', '--no-save'], isLast: true };
  return isInUse ? [lenient] : [{ args: ['ci'], isLast: false }, lenient];
}

/** @returns {[string, ...string[]]} The npm that runs this, or else the one on the path. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: runtime } = process.env;
  if (script?.endsWith('npm-cli.js')) return [runtime ?? process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
