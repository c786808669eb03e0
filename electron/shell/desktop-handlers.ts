import { dialog, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { Client } from '../../shared/contract/methods.ts';
import type { DesktopMethods } from '../../shared/contract/desktop.ts';
import { word } from '../cli/wording.ts';
import type { ShellWindow } from './shell-window.ts';

/** Asks which strategy to open. @returns Null when the person thinks better of it. */
export async function chooseStrategy(folder: string, window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: word('openFile.title'),
    defaultPath: folder,
    properties: ['openFile'],
    filters: [
      { name: word('shell.strategies'), extensions: ['strategy'] },
      { name: word('shell.allFiles'), extensions: ['*'] },
    ],
  };
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

/** What the page of a window can ask. @param folder The usual folder for strategies. */
export function createDesktopHandlers(shown: ShellWindow, folder: string): Client<DesktopMethods> {
  const { window } = shown;
  return {
    arrived: async () => ({ after: shown.arrived() }),
    showing: async ({ isStrategy }) => {
      shown.showing(isStrategy);
      return {};
    },
    flushed: async ({ request, isSaved }) => {
      shown.flushed(request, isSaved);
      return {};
    },
    chooseStrategy: async () => ({ file: await chooseStrategy(folder, window) }),
    chooseCopy: async ({ name }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: word('copies.title'),
        defaultPath: join(folder, name),
        filters: [{ name: word('shell.strategies'), extensions: ['strategy'] }],
        properties: ['createDirectory'],
      });
      return { file: canceled || filePath === '' ? null : filePath };
    },
    chooseFolder: async ({ folder: current }) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: word('backups.folder'),
        defaultPath: current,
        properties: ['openDirectory', 'createDirectory'],
      });
      return { file: filePaths[0] ?? null };
    },
  };
}
