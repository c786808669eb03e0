import { app, BrowserWindow, dialog } from 'electron';
import { word, wordFailure } from './cli/wording.ts';
import { serve, type Served } from './serve.ts';
import { guardPages } from './shell/guard.ts';
import { openStrategy, strategyOf } from './shell/open-strategy.ts';
import { openWindow, showWindow } from './shell/window.ts';
import { FailureError } from '../shared/contract/failure.ts';

/** Strategies to begin with; some are named before anything is ready to open them. */
const wanted: string[] = [];
want(strategyOf(process.argv.slice(1), process.cwd()));
let served: Served | null = null;

// Nothing here waits at the top level: Electron is not ready before this module has been evaluated.
if (app.requestSingleInstanceLock()) run();
else app.quit();

/** Composition root of the window: serves the application to itself and shows it. */
function run(): void {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (served) open(served, file);
    else want(file);
  });
  app.on('second-instance', (_, args, folder) => {
    const file = strategyOf(args.slice(1), folder);
    if (served) open(served, file);
    else want(file);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!served) return;
    event.preventDefault();
    close(served);
    served = null;
  });
  app
    .whenReady()
    .then(async () => {
      served = await startServing();
      guardPages(served.server.origin);
      openWindow(served.url);
      for (const file of wanted.splice(0)) open(served, file);
    })
    .catch((error: unknown) => {
      explain(error);
      app.exit(1);
    });
}

function want(file: string | null): void {
  if (file !== null) wanted.push(file);
}

/** On the strategy that was asked for first, if any was. */
async function startServing(): Promise<Served> {
  const first = wanted.shift() ?? null;
  try {
    return await serve({ file: first, port: 0 });
  } catch (error) {
    if (first === null) throw error;
    explain(error);
    return serve({ file: null, port: 0 });
  }
}

/** Shows a strategy in a window of its own, or what is open already. */
function open(from: Served, file: string | null): void {
  if (file !== null) {
    openStrategy(from, file).then(openWindow, explain);
    return;
  }
  const window = BrowserWindow.getAllWindows().at(-1);
  if (window) showWindow(window);
}

/** Writes everything to its file, then quits. */
function close(from: Served): void {
  from
    .close()
    .catch(explain)
    .finally(() => app.quit());
}

function explain(error: unknown): void {
  if (!(error instanceof FailureError)) console.error(error);
  dialog.showErrorBox(
    app.name,
    error instanceof FailureError ? wordFailure(error.failure) : word('failure.unexpected'),
  );
}
