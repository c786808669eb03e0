import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainFailure } from './plain-failure.mjs';
import { ROOT } from './root.mjs';
import { runTool, toolEnvironment } from './tool.mjs';

/**
 * @typedef {object} Target
 * @property {string} what Names it in a sentence.
 * @property {readonly string[]} configs Built one after the other.
 * @property {readonly string[]} sources Files and folders that it is made of.
 * @property {string} result A file that is there once it is built.
 */

/** @type {Readonly<Record<'renderer' | 'process', Target>>} */
const TARGETS = {
  renderer: {
    what: 'window',
    configs: ['vite.config.ts'],
    sources: ['renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json'],
    result: 'dist/renderer/index.html',
  },
  process: {
    what: 'workspace process',
    configs: ['vite.process.config.ts', 'vite.preload.config.ts'],
    sources: ['electron', 'shared', 'vite.process.config.ts', 'vite.preload.config.ts', 'package-lock.json'],
    result: 'dist/electron/cli.js',
  },
};

/**
 * Builds a part of the application, unless it is built from exactly these sources already.
 *
 * @param {keyof typeof TARGETS} name
 */
export async function build(name) {
  const { what, configs, sources, result } = TARGETS[name];
  const stamp = join(ROOT, 'dist', `${name}.stamp`);
  const hash = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(hash, result)) return;
  console.log(`Building the ${what}.`);
  rmSync(stamp, { force: true });
  for (const config of configs) {
    // Whoever builds, a test for one: what is built is what people use, and libraries ask for this name.
    const env = { ...toolEnvironment(), NODE_ENV: 'production' };
    const { code } = await runTool('vite', 'vite', ['build', '--config', config, '--logLevel', 'warn'], { env });
    if (code !== 0) throw new PlainFailure(`The ${what} could not be built; the reason is above.`);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, stateOf(hash, result));
}

/**
 * What the sources were and when it was built from them: somebody may build by hand from others.
 *
 * @param {string} hash
 * @param {string} result
 */
function stateOf(hash, result) {
  return `${hash} ${statSync(join(ROOT, result), { throwIfNoEntry: false })?.mtimeMs}`;
}

/** @param {readonly string[]} sources */
function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(ROOT, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path Below the project's folder.
 * @returns {string[]} In an order that is the same everywhere.
 */
function filesOf(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter(({ name }) => !/\.test\.tsx?$/.test(name))
    .map((entry) => `${path}/${entry.name}`)
    .sort()
    .flatMap(filesOf);
}
