import { join } from 'node:path';
import { ROOT } from '../../electron/resources.ts';
import { build } from '../../scripts/build.mjs';

/** The program of the workspace process, as it is shipped. */
export const BUILT_CLI = join(ROOT, 'dist', 'electron', 'cli.js');

/** Sees to it that what people use, the window and its process, is built from the sources as they are. */
export async function assureBuilt(): Promise<void> {
  await build('renderer');
  await build('process');
}
