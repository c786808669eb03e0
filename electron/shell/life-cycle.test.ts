import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Profile } from '../profile/profile.ts';
import { StrategyFile } from '../storage/strategy-file.ts';
import { Desk, until } from './desktop.test-support.ts';
import { StandInEvent } from './stand-in-event.test-support.ts';

function onPlatform(platform: NodeJS.Platform): void {
  const own = process.platform;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: own }));
}

/** Whether no process holds a strategy's file. */
function isClosed(file: string): boolean {
  StrategyFile.open(file).close();
  return !existsSync(`${file}-wal`);
}

describe('starting', () => {
  test('the strategy that the command line names is shown', async () => {
    const desk = new Desk();
    const file = await desk.strategy('Maravia');
    const desktop = await desk.start([file]);
    expect(desktop.windows[0]!.webContents.getURL()).toContain('/strategy/');
    expect(desktop.windows[0]!.isShown).toBe(true);
    expect(desktop.electron.app.paths.get('userData')).toBe(join(desk.home, 'window'));
    const [entry] = await desktop.client().strategies({});
    expect(entry).toMatchObject({ file, title: 'Maravia' });
  });

  test('a file named before Electron is ready is opened when it is', async () => {
    const desk = new Desk();
    const [first, second] = [await desk.strategy('First'), await desk.strategy('Second')];
    const desktop = await desk.launch();
    const opening = new StandInEvent();
    desktop.electron.app.fire('open-file', opening, first);
    desktop.electron.app.fire('open-file', new StandInEvent(), second);
    expect(opening.defaultPrevented).toBe(true);
    expect(desktop.windows).toEqual([]);
    desktop.electron.app.becomeReady();
    await desktop.showsWindows(2);
    const titles = (await desktop.client().strategies({})).map(({ title }) => title);
    expect(titles).toEqual(['Second', 'First']);
  });

  test('a file that cannot be opened is explained, and the application is there without it', async () => {
    const desk = new Desk();
    const desktop = await desk.start([join(desk.folder, 'nowhere.strategy')]);
    expect(desktop.electron.dialog.errors).toEqual([expect.stringContaining('nowhere.strategy')]);
    expect(desktop.windows[0]!.webContents.getURL()).toMatch(/\/$/);
  });

  test('a second process leaves at once, and what it was to open opens in the first', async () => {
    const desk = new Desk();
    const file = await desk.strategy('Maravia');
    const second = await desk.launch([file], ({ app }) => {
      app.isSecond = true;
    });
    expect(second.electron.app.hasQuit).toBe(true);
    expect(second.windows).toEqual([]);

    const first = await desk.start();
    first.electron.app.fire('second-instance', new StandInEvent(), ['program', '--flag', file], desk.folder, null);
    const [, window] = await first.showsWindows(2);
    expect(window!.webContents.getURL()).toContain('/strategy/');
    // Named from the folder that the second one was started in.
    first.electron.app.fire('second-instance', new StandInEvent(), ['program', 'Maravia.strategy'], desk.folder, null);
    await first.showsWindows(3);
    expect(first.electron.dialog.errors).toEqual([]);
  });

  test('a second process with nothing to open brings the first one to the front', async () => {
    const desktop = await new Desk().start();
    const [window] = desktop.windows;
    window!.minimize();
    desktop.electron.app.fire('second-instance', new StandInEvent(), ['program'], '/', null);
    expect(window!.isMinimized()).toBe(false);
    expect(window!.isFocused).toBe(true);
    expect(desktop.windows).toHaveLength(1);
  });
});

describe('ending', () => {
  test('with the last window, and only after every file is closed', async () => {
    const desk = new Desk();
    const file = await desk.strategy('Maravia');
    const desktop = await desk.start([file]);
    expect(() => StrategyFile.open(file)).toThrow(
      expect.objectContaining({ failure: { type: 'file-locked', values: { file } } }),
    );
    desktop.windows[0]!.close();
    await desktop.hasQuit();
    expect(isClosed(file)).toBe(true);
  });

  test('on macOS the application outlives its windows, and comes back when it is chosen', async () => {
    onPlatform('darwin');
    const desktop = await new Desk().start();
    desktop.windows[0]!.close();
    await until(() => expect(desktop.windows).toEqual([]));
    expect(desktop.electron.app.hasQuit).toBe(false);
    desktop.electron.app.fire('activate', new StandInEvent(), false);
    await desktop.showsWindows(1);
  });

  test('quitting closes all windows and all files', async () => {
    const desk = new Desk();
    const files = [await desk.strategy('First'), await desk.strategy('Second')];
    const desktop = await desk.start([files[0]!]);
    desktop.electron.app.fire('open-file', new StandInEvent(), files[1]!);
    await desktop.showsWindows(2);
    desktop.electron.app.quit();
    desktop.electron.app.quit();
    await desktop.hasQuit();
    expect(desktop.windows).toEqual([]);
    expect(files.map(isClosed)).toEqual([true, true]);
  });

  test('when the machine is shut down', async () => {
    const desk = new Desk();
    const file = await desk.strategy('Maravia');
    const desktop = await desk.start([file]);
    const shutdown = new StandInEvent();
    desktop.electron.powerMonitor.fire('shutdown', shutdown);
    expect(shutdown.defaultPrevented).toBe(true);
    await desktop.hasQuit();
    expect(isClosed(file)).toBe(true);
  });

  test('when Windows ends the session: the page sends what it holds, and the files are closed', async () => {
    const desk = new Desk();
    const file = await desk.strategy('Maravia');
    const desktop = await desk.start([file]);
    const [window] = desktop.windows;
    const ending = StandInEvent.with({ reasons: ['shutdown' as const] });
    window!.fire('query-session-end', ending);
    expect(window!.webContents.told).toContainEqual({ type: 'flush', request: 1 });
    window!.fire('session-end', ending);
    await until(() => expect(isClosed(file)).toBe(true));
  });

  test('not before every file is closed, also when somebody is in a hurry', async () => {
    const desk = new Desk();
    const file = await desk.strategy('Maravia');
    const desktop = await desk.start([file]);
    desktop.electron.app.quit();
    while (!desktop.electron.app.hasQuit) {
      desktop.electron.app.quit();
      await new Promise(setImmediate);
    }
    expect(isClosed(file)).toBe(true);
  });

  test('what is opened while it is leaving waits until somebody stays', async () => {
    const desk = new Desk();
    const [file, other] = [await desk.strategy('Maravia'), await desk.strategy('Other')];
    const desktop = await desk.start([file]);
    const [window] = desktop.windows;
    window!.webContents.atFlush = 'unsaved';
    desktop.electron.dialog.presses.push(0);
    desktop.electron.app.quit();
    desktop.electron.app.fire('open-file', new StandInEvent(), other);
    expect(desktop.windows).toHaveLength(1);
    await desktop.showsWindows(2);
    window!.webContents.atFlush = 'saved';
  });
});

describe('where the window is', () => {
  const PLACE = { bounds: { x: 100, y: 80, width: 1200, height: 700 }, isMaximised: true };

  test('is remembered in the profile', async () => {
    const desk = new Desk();
    Profile.load(desk.home).update(() => ({ window: PLACE }));
    const desktop = await desk.start();
    const [window] = desktop.windows;
    expect(window!.options).toMatchObject(PLACE.bounds);
    expect(window!.isMaximized()).toBe(true);
    window!.getNormalBounds = () => ({ x: 7, y: 8, width: 1000, height: 650 });
    window!.close();
    await desktop.hasQuit();
    expect(Profile.load(desk.home).settings.window).toEqual({
      bounds: { x: 7, y: 8, width: 1000, height: 650 },
      isMaximised: true,
    });
  });

  test('is forgotten where no display shows it any more', async () => {
    const desk = new Desk();
    Profile.load(desk.home).update(() => ({ window: { ...PLACE, bounds: { ...PLACE.bounds, x: 5000 } } }));
    const { windows } = await desk.start();
    expect(windows[0]!.options).toMatchObject({ width: 1440, height: 900 });
    expect(windows[0]!.options.x).toBeUndefined();
  });
});
