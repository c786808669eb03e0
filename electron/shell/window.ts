import { BrowserWindow, type WebPreferences } from 'electron';

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
  window.once('ready-to-show', () => window.show());
  window.loadURL(url).catch((error: unknown) => console.error('The window could not be loaded.', error));
  return window;
}

/** Brings a window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
