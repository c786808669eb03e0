import { app, BrowserWindow, session } from 'electron';
import { join } from 'node:path';
import { isAt } from './origin.ts';
import { PARTITION } from './partition.ts';
import type { Windows } from './windows.ts';

/** Lets the person say where a download goes, and the page know what became of it. */
export function followDownloads(origin: string, windows: Windows): void {
  session.fromPartition(PARTITION).on('will-download', (event, item, contents) => {
    // Files are made by our own pages and process; nothing is fetched from elsewhere.
    if (!isAt(origin, item.getURL().replace(/^blob:/, ''))) {
      event.preventDefault();
      return;
    }
    const url = item.getURL();
    const name = item.getFilename();
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), name) });
    item.once('done', (_, state) => {
      const shown = windows.of(BrowserWindow.fromWebContents(contents));
      const file = state === 'cancelled' ? null : item.getSavePath();
      shown?.tell({ type: 'download', url, name, file: file === '' ? null : file, isWritten: state === 'completed' });
    });
  });
}
