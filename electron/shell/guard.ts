import { app, session, shell, type WebContents } from 'electron';
import { isAt } from './origin.ts';
import { PARTITION } from './partition.ts';

/** What a link in a text may open outside the application; not `http:`, which could be a service of this machine. */
const OUTSIDE = new Set(['https:', 'mailto:']);

/** What our pages may do without being asked: putting text on the clipboard when somebody copies. */
const ALLOWED = 'clipboard-sanitized-write';

export interface GuardOptions {
  /** Where the application serves its pages. */
  readonly origin: string;
  /** Shows one of these pages in a window of its own. */
  readonly openWindow: (url: string) => void;
}

/** Keeps every page of the application at `origin`, without permissions and without embedded pages. */
export function guardPages({ origin, openWindow }: GuardOptions): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents, { origin, openWindow }));
  // Pages come over loopback without certificates, and nothing else is ever asked for one.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event, _contents, _details, _info, callback) => {
    event.preventDefault();
    callback();
  });
  const pages = session.fromPartition(PARTITION);
  pages.setPermissionRequestHandler((contents, permission, callback) =>
    callback(permission === ALLOWED && isAt(origin, contents.getURL())),
  );
  pages.setPermissionCheckHandler((_, permission, asking) => permission === ALLOWED && isAt(origin, asking));
  pages.setDevicePermissionHandler(() => false);
  pages.setDisplayMediaRequestHandler((_, callback) => callback({}));
  pages.setBluetoothPairingHandler((_, callback) => callback({ confirmed: false }));
}

function guardContents(contents: WebContents, { origin, openWindow }: GuardOptions): void {
  contents.on('will-navigate', (event) => {
    if (isAt(origin, event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  // There are no frames; one that came about would stay empty.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAt(origin, event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAt(origin, event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    // Never by Chromium, which would let the new window take after this one: a page of ours gets a window of ours.
    if (isAt(origin, url)) openWindow(url);
    else openOutside(url);
    return { action: 'deny' };
  });
}

/** Hands a link to the system's browser or mail program; anything else goes nowhere. */
function openOutside(address: string): void {
  const url = URL.parse(address);
  if (!url || !OUTSIDE.has(url.protocol)) return;
  shell.openExternal(url.href).catch((error: unknown) => console.error('The link could not be opened.', error));
}
