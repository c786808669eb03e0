import { BrowserWindow, dialog, type WebPreferences } from 'electron';
import { word } from '../cli/wording.ts';

/** Kept in memory: the origin has a new port at every launch, so nothing stored could be found again. */
export const PARTITION = 'workbench';

const WEB_PREFERENCES: WebPreferences = {
  partition: PARTITION,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  // Electron fetches its dictionaries from the internet.
  spellcheck: false,
};

/** Opens a window on an address of the served application. */
export function openWindow(url: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: WEB_PREFERENCES,
  });
  // The page asks not to be closed while it holds what is on no disk; here nobody asks but this.
  window.webContents.on('will-prevent-unload', (event) => {
    if (leavesUnsaved(window)) event.preventDefault();
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(url).catch((error: unknown) => console.error('The window could not be loaded.', error));
  return window;
}

/** Asks whether to close a window on what is in it only. */
function leavesUnsaved(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: word('shell.unsaved'),
    detail: word('shell.unsavedDetail'),
    buttons: [word('shell.stay'), word('shell.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
  });
  return chosen === 1;
}

/** Brings a window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
