import { app, BrowserWindow, screen, type MessageBoxOptions, type WebPreferences } from 'electron';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { word } from '../cli/wording.ts';
import type { WindowPlace } from '../profile/profile.ts';
import { ROOT } from '../resources.ts';
import { PARTITION } from './partition.ts';
import { fitToDisplays } from './fit-to-displays.ts';

const SIZE = { width: 1440, height: 900 };
/** How far a further window is set off from the one before, in the system's pixels. */
const STEP = 32;

/** The preload lies beside the bundle of the process, and nowhere else. */
const PRELOAD = import.meta.url.endsWith('.js')
  ? fileURLToPath(new URL('preload.cjs', import.meta.url))
  : join(ROOT, 'dist', 'electron', 'preload.cjs');

function webPreferences(): WebPreferences {
  return {
    partition: PARTITION,
    preload: PRELOAD,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    devTools: !app.isPackaged,
    // Electron fetches its dictionaries from the internet.
    spellcheck: false,
  };
}

/** Makes a window, shown when its page is. @param place Where the last one was. */
export function createWindow(place: WindowPlace | null): BrowserWindow {
  const icon = join(ROOT, 'resources', 'icons', 'png', '512x512.png');
  const window = new BrowserWindow({
    ...boundsFor(place),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: word('app.name'),
    // Elsewhere it is the program's own.
    ...(process.platform === 'linux' && existsSync(icon) ? { icon } : {}),
    webPreferences: webPreferences(),
  });
  if (place?.isMaximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}

function boundsFor(place: WindowPlace | null): Electron.BrowserWindowConstructorOptions {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const step = STEP * BrowserWindow.getAllWindows().length;
  const bounds = place && fitToDisplays({ ...place.bounds, x: place.bounds.x + step, y: place.bounds.y + step }, areas);
  return bounds ?? SIZE;
}

/** Where a window is, to be remembered. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() };
}

/** The question whether to close a window on what is in it only. */
export function unsavedQuestion(): MessageBoxOptions {
  return {
    type: 'warning',
    message: word('shell.unsaved'),
    detail: word('shell.unsavedDetail'),
    buttons: [word('shell.stay'), word('shell.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
  };
}

/** Brings a window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
