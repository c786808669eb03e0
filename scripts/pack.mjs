import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { PlainFailure, runScript } from './plain-failure.mjs';
import { runTool, toolEnvironment } from './tool.mjs';

// Packs the application for this system, or with `--dir` only as far as the folder that is then packed. What follows
// `--` goes to electron-builder as it is.
await runScript(async () => {
  const { values, positionals } = parseArgs({ options: { dir: { type: 'boolean' } }, allowPositionals: true });
  await install();
  await build('renderer');
  await build('process');
  const args = [...(values.dir === true ? ['--dir'] : []), '--publish', 'never', ...positionals];
  // Without an identity it would look for one, and a machine that has several would ask.
  const env = { ...toolEnvironment(), CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
  const { code } = await runTool('electron-builder', 'electron-builder', args, { env });
  if (code !== 0) {
    throw new PlainFailure(
      'The application could not be packed; the reason is above. Packing fetches Electron’s program and the tools of the packages from the internet.',
    );
  }
  return code;
});
