import { build } from './build.mjs';
import { electronBinary, hasDisplay } from './electron-binary.mjs';
import { install } from './install.mjs';
import { PlainFailure, runScript } from './plain-failure.mjs';
import { runTool, toolEnvironment } from './tool.mjs';

// Runs the end-to-end specs in windows of Electron, and those of the desktop application itself. What follows `--` goes
// to Playwright as it is.
await runScript(async () => {
  await install();
  const electron = await electronBinary();
  if (electron === null) {
    throw new PlainFailure('Electron’s program is not here and could not be fetched, so nothing was run.');
  }
  if (!hasDisplay())
    throw new PlainFailure('There is no display here to show Electron’s windows on, so nothing was run.');
  await build('renderer');
  await build('process');
  const env = { ...toolEnvironment(), ELECTRON: electron, ELECTRON_RUN_AS_NODE: undefined };
  const { code } = await runTool('playwright', '@playwright/test', ['test', ...process.argv.slice(2)], { env });
  return code;
});
