import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../electron/resources.ts';
import { areSourcesNewer } from '../measure/newer-sources.ts';
import { progress } from '../measure/progress.ts';

/** Sees to it that there is a window to serve, which the process takes from dist/renderer. */
export async function assureRenderer(): Promise<void> {
  const page = join(ROOT, 'dist/renderer/index.html');
  if (!existsSync(page)) {
    progress('  Building the window.');
    await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  } else if (areSourcesNewer(page, ['renderer', 'shared'])) {
    progress('  The window in dist/renderer is older than its sources; `npm run build` builds it.');
  }
}
