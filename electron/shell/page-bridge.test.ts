import type { DownloadItem } from 'electron';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { DESKTOP_BRIDGE, DESKTOP_CHANNEL, type DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import { Desk, type Desktop } from './desktop.test-support.ts';
import { StandInEvent } from './stand-in-event.test-support.ts';
import type { StandInWindow } from './stand-in-window.test-support.ts';
import { PARTITION } from './partition.ts';

async function start(): Promise<{ desk: Desk; desktop: Desktop; window: StandInWindow }> {
  const desk = new Desk();
  const desktop = await desk.start();
  return { desk, desktop, window: desktop.windows[0]! };
}

describe('the system’s dialogs', () => {
  test('give the page what the person chooses, or nothing', async () => {
    const { desk, desktop, window } = await start();
    const { dialog } = desktop.electron;
    const ask = (method: string, input: object): Promise<unknown> => window.webContents.invoke(method, input);
    const asks = [
      () => ask('chooseStrategy', {}),
      () => ask('chooseCopy', { name: 'Maravia - copy.strategy' }),
      () => ask('chooseFolder', { folder: desk.home }),
    ];
    for (const each of asks) expect(await each()).toEqual({ ok: true, value: { file: null } });
    dialog.choices.push('/a.strategy', '/b.strategy', '/c');
    for (const file of ['/a.strategy', '/b.strategy', '/c']) {
      expect(await asks.shift()!()).toEqual({ ok: true, value: { file } });
    }
    expect(dialog.choosers.slice(0, 3)).toMatchObject([
      { properties: ['openFile'], defaultPath: join(desk.folder, 'documents') },
      { defaultPath: join(desk.folder, 'documents', 'Maravia - copy.strategy') },
      { properties: ['openDirectory', 'createDirectory'], defaultPath: desk.home },
    ]);
  });
});

describe('a download', () => {
  function download(desktop: Desktop, window: StandInWindow, url: string): { item: EventEmitter; event: StandInEvent } {
    const item = Object.assign(new EventEmitter(), {
      getURL: () => url,
      getFilename: () => 'draft.docx',
      getSavePath: () => '/home/draft.docx',
      setSaveDialogOptions: vi.fn<(options: Electron.SaveDialogOptions) => void>(),
    });
    const event = new StandInEvent();
    const contents = window.webContents as unknown as Electron.WebContents;
    desktop.electron.session(PARTITION).fire('will-download', event, item as unknown as DownloadItem, contents);
    return { item, event };
  }

  test('asks where to, and tells the page what became of it', async () => {
    const { desktop, window } = await start();
    const url = `blob:${new URL(window.webContents.getURL()).origin}/1`;
    const { item, event } = download(desktop, window, url);
    expect(event.defaultPrevented).toBe(false);
    expect(item).toHaveProperty('setSaveDialogOptions.mock.calls', [
      [{ defaultPath: join('/downloads', 'draft.docx') }],
    ]);
    item.emit('done', {}, 'completed');
    download(desktop, window, url).item.emit('done', {}, 'cancelled');
    download(desktop, window, url).item.emit('done', {}, 'interrupted');
    const told = { type: 'download', url, name: 'draft.docx' };
    expect(window.webContents.told).toEqual([
      { ...told, file: '/home/draft.docx', isWritten: true },
      { ...told, file: null, isWritten: false },
      { ...told, file: '/home/draft.docx', isWritten: false },
    ]);
  });

  test('of anything else is refused', async () => {
    const { desktop, window } = await start();
    for (const url of ['https://example.org/a.exe', 'blob:https://example.org/1', 'data:text/plain,a']) {
      expect(download(desktop, window, url).event.defaultPrevented).toBe(true);
    }
  });
});

describe('the preload', () => {
  test('hands the page two functions, and nothing of Electron', async () => {
    const world = new Map<string, unknown>();
    const ipcRenderer = Object.assign(new EventEmitter(), {
      invoke: vi.fn<(...args: unknown[]) => Promise<unknown>>(async () => 'reply'),
    });
    const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => void world.set(name, value) };
    vi.resetModules();
    vi.doMock('electron', () => ({ contextBridge, ipcRenderer }));
    await import('../preload.ts');
    expect([...world.keys()]).toEqual([DESKTOP_BRIDGE]);
    const bridge = world.get(DESKTOP_BRIDGE) as DesktopBridge;
    expect(Object.isFrozen(bridge)).toBe(true);
    expect(Object.keys(bridge)).toEqual(['call', 'listen']);
    await expect(bridge.call('arrived', {})).resolves.toBe('reply');
    expect(ipcRenderer.invoke.mock.calls).toEqual([[DESKTOP_CHANNEL.call, 'arrived', {}]]);
    const heard: unknown[][] = [];
    const stop = bridge.listen((...args: unknown[]) => heard.push(args));
    ipcRenderer.emit(DESKTOP_CHANNEL.event, { sender: ipcRenderer }, { type: 'flush', request: 1 });
    stop();
    ipcRenderer.emit(DESKTOP_CHANNEL.event, { sender: ipcRenderer }, { type: 'flush', request: 2 });
    expect(heard).toEqual([[{ type: 'flush', request: 1 }]]);
  });
});
