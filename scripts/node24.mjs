import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from './plain-failure.mjs';
import { ROOT } from './root.mjs';

/** The oldest Node that runs the sources and the storage; an older one is ended by the storage. */
const OLDEST = 24;

const INSTALLED = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @type {string | null} */
let found = null;

/** @returns {string | null} A Node that runs the application: the project's own, or else the one that runs this. */
export function findNode() {
  found ??= [INSTALLED, process.execPath].find(isRecent) ?? null;
  return found;
}

/** @returns {string} */
export function node() {
  const path = findNode();
  if (path === null) {
    throw new PlainFailure(
      `Valletta Workbench needs Node ${OLDEST}; this is Node ${process.versions.node}, and the npm package “node” did not bring a newer one. Install Node ${OLDEST} and try again.`,
    );
  }
  return path;
}

/** @param {string} path */
function isRecent(path) {
  if (path === process.execPath) return major(process.versions.node) >= OLDEST;
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', windowsHide: true });
  return status === 0 && major(stdout.trim().slice(1)) >= OLDEST;
}

/** @param {string} version */
function major(version) {
  return Number(version.split('.')[0]);
}
