import { delimiter, join } from 'node:path';
import { node } from './node24.mjs';
import { readJson } from './read-json.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** The environment in which the project's own Node and tools come first. */
export function toolEnvironment() {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * Runs a tool of an installed package under the project's Node.
 *
 * @param {string} name
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runTool(name, packageName, args, options = {}) {
  const folder = join(ROOT, 'node_modules', packageName);
  /** @type {{ readonly bin: Readonly<Record<string, string>> }} */
  const { bin } = readJson(join(folder, 'package.json'), { bin: {} });
  return run(node(), [join(folder, bin[name] ?? name), ...args], { env: toolEnvironment(), ...options });
}
