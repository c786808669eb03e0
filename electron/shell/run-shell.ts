import { app, BrowserWindow, powerMonitor } from 'electron';
import { serve, type Served } from '../serve.ts';
import { ApplicationMenu } from './application-menu.ts';
import { chooseStrategy, createDesktopHandlers } from './desktop-handlers.ts';
import { followDownloads } from './downloads.ts';
import { explain } from './explain.ts';
import { guardPages } from './guard.ts';
import { openStrategy, strategyOf } from './open-strategy.ts';
import { answerPages } from './page-bridge.ts';
import { Windows } from './windows.ts';

interface Running {
  readonly served: Served;
  readonly windows: Windows;
}

/** Serves the application to itself and shows it in windows. Composition root of the desktop. */
export function runShell(): void {
  /** Strategies to begin with; some are named before anything is ready to open them. */
  const wanted: string[] = [];
  let running: Running | null = null;

  const want = (file: string | null): void => {
    if (running) show(running, file);
    else if (file !== null) wanted.push(file);
  };
  want(strategyOf(process.argv.slice(1), process.cwd()));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    want(file);
  });
  app.on('second-instance', (_, args, folder) => want(strategyOf(args.slice(1), folder)));
  app.on('activate', () => running?.windows.show());
  leaveInOrder(() => running);
  // Nothing here waits at the top level: Electron is not ready before the module has been evaluated.
  app
    .whenReady()
    .then(async () => {
      running = start(await startServing(wanted.shift() ?? null));
      for (const file of wanted.splice(0)) show(running, file);
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

/** Quits when every window has let go and every file is closed, not before. */
function leaveInOrder(running: () => Running | null): void {
  let isLeaving = false;
  let isOver = false;
  const leave = async (): Promise<void> => {
    const { served, windows } = running() ?? {};
    if (windows && !(await windows.closeAll())) return;
    isOver = true;
    await served?.close().catch(explain);
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (isOver || !running()) return;
    event.preventDefault();
    if (isLeaving) return;
    isLeaving = true;
    leave()
      .catch(explain)
      .finally(() => {
        isLeaving = false;
      });
  });
  app.on('window-all-closed', () => {
    // Where programs stay without a window, this one does, too.
    if (process.platform !== 'darwin' || isLeaving) app.quit();
  });
  app.on('browser-window-created', (_, window) => {
    // Windows ends the session in any case. What was acknowledged is on disk; files are closed as far as time allows.
    window.on(
      'session-end',
      () =>
        void running()
          ?.served.close()
          .catch(() => {}),
    );
  });
  app.whenReady().then(
    () => powerMonitor.on('shutdown', () => app.quit()),
    () => {},
  );
}
