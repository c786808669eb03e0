import { describe, expect, test } from 'vitest';
import { Desk, type Desktop, until } from './desktop.test-support.ts';
import type { StandInWindow } from './stand-in-window.test-support.ts';
import { word } from '../cli/wording.ts';

/** The buttons of the question, in their order. */
const STAY = 0;
const CLOSE_ANYWAY = 1;

async function open(): Promise<{ desktop: Desktop; window: StandInWindow }> {
  const desk = new Desk();
  const desktop = await desk.start([await desk.strategy('Maravia')]);
  return { desktop, window: desktop.windows[0]! };
}

/** The questions that were put, by what they say. */
const questions = ({ electron }: Desktop): string[] => electron.dialog.asked.map(({ message }) => message);

describe('closing a window', () => {
  test('waits for the page to say that everything is saved, and asks nobody', async () => {
    const { desktop, window } = await open();
    window.close();
    expect(window.isDestroyed()).toBe(false);
    await desktop.hasQuit();
    expect(window.webContents.told).toEqual([{ type: 'flush', request: 1 }]);
    expect(questions(desktop)).toEqual([]);
  });

  test('asks the person when something is not saved, who may stay', async () => {
    const { desktop, window } = await open();
    window.webContents.atFlush = 'unsaved';
    desktop.electron.dialog.presses.push(STAY, CLOSE_ANYWAY);
    window.close();
    await until(() => expect(questions(desktop)).toEqual([word('shell.unsaved')]));
    expect(window.isDestroyed()).toBe(false);
    window.close();
    await desktop.hasQuit();
    expect(questions(desktop)).toHaveLength(2);
  });

  test('asks the page also after a link has led outside', async () => {
    const { desktop, window } = await open();
    expect(window.webContents.navigates('https://example.org/')).toBe(false);
    window.close();
    await desktop.hasQuit();
    expect(window.webContents.told).toEqual([{ type: 'flush', request: 1 }]);
  });

  test('asks the person when the page does not answer in time', async () => {
    const { desktop, window } = await open();
    window.webContents.atFlush = 'silent';
    desktop.electron.dialog.presses.push(CLOSE_ANYWAY);
    window.close();
    await desktop.hasQuit();
    expect(questions(desktop)).toEqual([word('shell.unsaved')]);
  });

  test('heeds what was typed after the page had answered', async () => {
    const { desktop, window } = await open();
    window.webContents.holdsUnsaved = true;
    window.close();
    await until(() => expect(questions(desktop)).toEqual([word('shell.unsaved')]));
    expect(window.isDestroyed()).toBe(false);
    window.webContents.holdsUnsaved = false;
    window.close();
    await desktop.hasQuit();
  });

  test('is quitting, too: one window that stays keeps the application and its files open', async () => {
    const { desktop, window } = await open();
    window.webContents.atFlush = 'unsaved';
    desktop.electron.dialog.presses.push(STAY);
    desktop.electron.app.quit();
    await until(() => expect(questions(desktop)).toEqual([word('shell.unsaved')]));
    await expect(desktop.client().session({})).resolves.toMatchObject({ person: { name: 'Legal adviser' } });
    expect(desktop.electron.app.hasQuit).toBe(false);
    window.webContents.atFlush = 'saved';
    desktop.electron.app.quit();
    await desktop.hasQuit();
  });
});

describe('a page that breaks', () => {
  const hasArrivedAfter = async (window: StandInWindow, after: string): Promise<void> => {
    await until(() => expect(window.webContents.arrival).toEqual({ ok: true, value: { after } }));
  };

  test('is loaded anew on what it showed, with an address of its own, and is told why', async () => {
    const { desktop, window } = await open();
    const { token } = window.webContents;
    const url = window.webContents.getURL();
    window.webContents.crash();
    await hasArrivedAfter(window, 'crash');
    expect(window.webContents.getURL()).toBe(url);
    expect(window.webContents.token).not.toBe(token);
    await expect(desktop.client().strategies({})).resolves.toHaveLength(1);
    expect(questions(desktop)).toEqual([]);
  });

  test('while somebody is asked whether to lose what is unsaved, and stays, is loaded anew', async () => {
    const { desktop, window } = await open();
    window.webContents.atFlush = 'unsaved';
    const { dialog } = desktop.electron;
    const answered = dialog.showMessageBox.bind(dialog);
    dialog.showMessageBox = (...args: Parameters<typeof answered>) => {
      window.webContents.arrival = null;
      window.webContents.crash();
      return answered(...args);
    };
    dialog.presses.push(STAY);
    window.close();
    await hasArrivedAfter(window, 'crash');
    expect(window.isDestroyed()).toBe(false);
    window.webContents.atFlush = 'saved';
  });

  test('again at once is not loaded again without asking', async () => {
    const { desktop, window } = await open();
    desktop.electron.dialog.presses.push(0, 1);
    window.webContents.crash();
    await hasArrivedAfter(window, 'crash');
    window.webContents.arrival = null;
    window.webContents.crash('oom');
    await hasArrivedAfter(window, 'crash');
    expect(questions(desktop)).toEqual([word('shell.crashedAgain')]);
    window.webContents.crash();
    await desktop.hasQuit();
    expect(questions(desktop)).toHaveLength(2);
  });

  test('holds nothing back when the application is quit', async () => {
    const { desktop, window } = await open();
    window.webContents.atFlush = 'silent';
    desktop.electron.app.quit();
    await until(() => expect(window.webContents.told).toHaveLength(1));
    window.webContents.crash();
    await desktop.hasQuit();
    expect(questions(desktop)).toEqual([]);
  });

  test('without an answer for long is loaded anew only when the person says so', async () => {
    const { desktop, window } = await open();
    desktop.electron.dialog.presses.push(0, 1);
    window.fire('unresponsive');
    await until(() => expect(questions(desktop)).toEqual([word('shell.unresponsive')]));
    window.webContents.arrival = null;
    window.fire('unresponsive');
    await hasArrivedAfter(window, 'unresponsive');
    // Which was no crash: the next one is the first.
    window.webContents.crash();
    await hasArrivedAfter(window, 'crash');
    expect(questions(desktop)).toHaveLength(2);
  });
});
