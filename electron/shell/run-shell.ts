import { app, BrowserWindow } from 'electron';
import { serve, type Served } from '../serve.ts';
import { ApplicationMenu } from './application-menu.ts';
import { chooseStrategy, createDesktopHandlers } from './desktop-handlers.ts';
import { followDownloads } from './downloads.ts';
import { explain } from './explain.ts';
import { guardPages } from './guard.ts';
import { Leaving, type Running } from './leaving.ts';
import { openStrategy, strategyOf } from './open-strategy.ts';
import { answerPages } from './page-bridge.ts';
import { Windows } from './windows.ts';

/** Serves the application to itself and shows it in windows. Composition root of the desktop. */
export function runShell(): void {
  /** Strategies that wait: until anything is ready to open them, or until somebody decides not to leave. */
  const wanted: string[] = [];
  let running: Running | null = null;

  const showWanted = (): void => {
    for (const file of running ? wanted.splice(0) : []) show(running!, file);
  };
  const leaving = new Leaving(() => running, showWanted);
  const want = (file: string | null): void => {
    if (running && !leaving.isLeaving) show(running, file);
    else if (file !== null) wanted.push(file);
  };
  want(strategyOf(process.argv.slice(1), process.cwd()));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    want(file);
  });
  app.on('second-instance', (_, args, folder) => want(strategyOf(args.slice(1), folder)));
  app.on('activate', () => want(null));
  // Nothing here waits at the top level: Electron is not ready before the module has been evaluated.
  app
    .whenReady()
    .then(async () => {
      running = start(await startServing(wanted.shift() ?? null));
      showWanted();
    })
    .catch((error: unknown) => {
      explain(error);
      app.exit(1);
    });
}

/** Serves the strategy that was asked for first, if any was. */
async function startServing(file: string | null): Promise<Served> {
  try {
    return await serve({ file, port: 0 });
  } catch (error) {
    if (file === null) throw error;
    explain(error);
    return serve({ file: null, port: 0 });
  }
}

function start(served: Served): Running {
  const { server, application } = served;
  const windows = new Windows(served, () => menu.refresh());
  const running = { served, windows };
  const menu = new ApplicationMenu({
    application,
    windows,
    open: () => {
      chooseStrategy(application.folder, windows.front()?.window ?? null).then(
        (file) => file !== null && show(running, file),
        explain,
      );
    },
    openRecent: (file) => show(running, file),
  });
  guardPages({ origin: server.origin, openWindow: (url) => void windows.open(url) });
  answerPages(server.origin, ({ sender }) => {
    const shown = windows.of(BrowserWindow.fromWebContents(sender));
    return shown && createDesktopHandlers(shown, application.folder);
  });
  followDownloads(server.origin, windows);
  windows.open(served.url);
  menu.refresh();
  return running;
}

/** Shows a strategy in a window of its own, or what is open already. */
function show({ served, windows }: Running, file: string | null): void {
  if (file === null) windows.show();
  else openStrategy(served, file).then((url) => void windows.open(url), explain);
}
