import { app, session, shell } from 'electron';
import { PARTITION } from './window.ts';

/** What a link in a text may open outside the application. */
const OUTSIDE = new Set(['https:', 'mailto:']);

/** What our pages may do without being asked: putting text on the clipboard when somebody copies. */
const ALLOWED = 'clipboard-sanitized-write';

/** Keeps every page of the application at `origin`, without permissions and without embedded pages. */
export function guardPages(origin: string): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (isAt(origin, event.url)) return;
      event.preventDefault();
      openOutside(event.url);
    });
    contents.on('will-redirect', (event) => {
      if (!isAt(origin, event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isAt(origin, url)) return { action: 'allow' };
      openOutside(url);
      return { action: 'deny' };
    });
  });
  const pages = session.fromPartition(PARTITION);
  pages.setPermissionRequestHandler((contents, permission, callback) =>
    callback(permission === ALLOWED && isAt(origin, contents.getURL())),
  );
  pages.setPermissionCheckHandler((_, permission, asking) => permission === ALLOWED && isAt(origin, asking));
  pages.setDevicePermissionHandler(() => false);
}

function isAt(origin: string, address: string): boolean {
  return URL.parse(address)?.origin === origin;
}

/** Hands a link to the system's browser or mail program; anything else goes nowhere. */
function openOutside(address: string): void {
  const url = URL.parse(address);
  if (!url || !OUTSIDE.has(url.protocol)) return;
  shell.openExternal(url.href).catch((error: unknown) => console.error('The link could not be opened.', error));
}
