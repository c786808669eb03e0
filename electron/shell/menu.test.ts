import { describe, expect, test } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { DESKTOP_COMMANDS, type DesktopCommand } from '../../shared/contract/desktop.ts';
import { StrategyFile } from '../storage/strategy-file.ts';
import { Desk, type Desktop, until } from './desktop.test-support.ts';
import { StandInEvent } from './stand-in-event.test-support.ts';
import { StandInMenu } from './electron.test-support.ts';
import { menuTemplate, type MenuState } from './menu-template.ts';

const STATE: MenuState = { platform: 'win32', isPackaged: true, front: 'strategy', recents: [] };

function menuOf(state: Partial<MenuState>, ask: (command: DesktopCommand) => void = () => {}): StandInMenu {
  const nothing = (): void => {};
  return new StandInMenu(
    menuTemplate({ ...STATE, ...state }, { ask, open: nothing, openRecent: nothing, forgetRecent: nothing }),
  );
}

const keysOf = ({ items }: StandInMenu): string[] =>
  items.flatMap(({ accelerator, registerAccelerator }) =>
    typeof accelerator === 'string' && registerAccelerator !== false ? [accelerator] : [],
  );

describe('the menu bar', () => {
  test.each(['win32', 'darwin', 'linux'] as const)('offers every command on %s, each item in words', (platform) => {
    const asked: DesktopCommand[] = [];
    const menu = menuOf({ platform }, (command) => asked.push(command));
    for (const command of DESKTOP_COMMANDS) menu.choose(command);
    expect(asked).toEqual(DESKTOP_COMMANDS);
    const silent = menu.items.filter(({ label, type }) => type !== 'separator' && !label);
    expect(silent).toEqual([]);
    // A message that is missing comes back as its key.
    expect(menu.items.filter(({ label }) => label?.startsWith('menu.'))).toEqual([]);
  });

  test('registers no key twice, and none of those that the page answers to', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const keys = keysOf(menuOf({ platform }));
      expect(keys).toEqual([...new Set(keys)]);
      for (const key of ['Z', 'Shift+Z', 'F', 'Shift+F', 'K', '/', 'S']) expect(keys).not.toContain(`CmdOrCtrl+${key}`);
      expect(keys).not.toContain('F8');
      expect(keys).not.toContain('Alt+Enter');
      expect(keys).toEqual(expect.arrayContaining(['CmdOrCtrl+N', 'CmdOrCtrl+O', 'CmdOrCtrl+P', 'CmdOrCtrl+W']));
    }
  });

  test('leaves undo to the application, and cut, copy and paste to the system', () => {
    const roles = menuOf({}).items.flatMap(({ role }) => role ?? []);
    expect(roles).not.toContain('undo');
    expect(roles).not.toContain('redo');
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'close', 'quit']));
  });

  test('is as each system has it', () => {
    const first = (platform: NodeJS.Platform): MenuItemConstructorOptions => menuOf({ platform }).template[0]!;
    expect(first('darwin').label).toBe('Valletta Workbench');
    expect(first('win32').label).toBe('File');
    const macRoles = menuOf({ platform: 'darwin' }).items.flatMap(({ role }) => role ?? []);
    expect(macRoles).toEqual(expect.arrayContaining(['services', 'hide', 'hideOthers', 'unhide', 'quit', 'window']));
    expect(macRoles.filter((role) => role === 'quit')).toHaveLength(1);
  });

  test('offers only what can be done', () => {
    const enabled = (front: MenuState['front']): (string | undefined)[] =>
      menuOf({ front }).items.flatMap(({ id, enabled: isEnabled }) => (isEnabled === true ? [id] : []));
    expect(enabled('none')).toEqual(['new-strategy']);
    expect(enabled('start')).toEqual(expect.arrayContaining(['new-strategy', 'light', 'shortcuts']));
    expect(enabled('start')).not.toContain('export');
    expect(enabled('strategy')).toEqual(expect.arrayContaining(['export', 'undo', 'matrix']));
  });

  test('has developer tools only where the sources are', () => {
    const hasTools = (isPackaged: boolean): boolean =>
      menuOf({ isPackaged }).items.some(({ role }) => role === 'toggleDevTools');
    expect([hasTools(true), hasTools(false)]).toEqual([false, true]);
  });

  test('shows the latest strategies by their titles, which are no keys', () => {
    const recents = Array.from({ length: 12 }, (_, index) => ({ file: `/${index}`, title: `Law & order ${index}` }));
    const { items } = menuOf({ recents });
    const list = items.find(({ id }) => id === 'recent')?.submenu as MenuItemConstructorOptions[];
    expect(list[0]).toMatchObject({ label: 'Law && order 0', toolTip: '/0' });
    expect(list.filter(({ toolTip }) => toolTip !== undefined)).toHaveLength(10);
    expect(menuOf({}).items.find(({ id }) => id === 'recent')?.enabled).toBe(false);
  });
});

describe('the right button of the mouse', () => {
  test('offers what can be done with the text there, and nothing where there is none', async () => {
    const desktop = await new Desk().start();
    const offers = (isEditable: boolean, selectionText: string): (string | undefined)[] | undefined => {
      const editFlags = { canCut: true, canCopy: true, canPaste: true } as Electron.EditFlags;
      const params = { isEditable, selectionText, editFlags } as Electron.ContextMenuParams;
      desktop.windows[0]!.webContents.fire('context-menu', new StandInEvent(), params);
      return desktop.electron.popups.pop()?.items.map(({ role }) => role);
    };
    expect(offers(true, '')).toEqual(['cut', 'copy', 'paste']);
    expect(offers(false, 'some text')).toEqual(['copy']);
    expect(offers(false, '')).toBeUndefined();
  });
});

describe('the menu of a running application', () => {
  const recentTitles = ({ electron }: Desktop): (string | undefined)[] =>
    electron.menu?.items.flatMap(({ toolTip, label }) => (toolTip === undefined ? [] : [label])) ?? [];

  test('follows the page in front, and asks it', async () => {
    const desk = new Desk();
    const desktop = await desk.start();
    const { electron } = desktop;
    const isOffered = (name: string): boolean => electron.menu?.items.find(({ id }) => id === name)?.enabled === true;
    await until(() => expect([isOffered('new-strategy'), isOffered('export')]).toEqual([true, false]));
    electron.app.fire('open-file', new StandInEvent(), await desk.strategy('Maravia'));
    const [start, strategy] = await desktop.showsWindows(2);
    strategy!.focus();
    await until(() => expect(isOffered('export')).toBe(true));
    electron.menu!.choose('export');
    expect(strategy!.webContents.told).toEqual([{ type: 'command', command: 'export' }]);
    start!.focus();
    await until(() => expect(isOffered('export')).toBe(false));
    electron.menu!.choose('new-strategy');
    expect(start!.webContents.told).toEqual([{ type: 'command', command: 'new-strategy' }]);
  });

  test('opens a strategy that is chosen in the system’s dialog, and explains one that is none', async () => {
    const desk = new Desk();
    const file = await desk.strategy('Maravia');
    const desktop = await desk.start();
    const { electron } = desktop;
    await until(() => expect(electron.menu).not.toBeNull());
    electron.menu!.choose('open');
    electron.dialog.choices.push(file);
    electron.menu!.choose('open');
    await desktop.showsWindows(2);
    expect(electron.dialog.choosers[0]).toMatchObject({ properties: ['openFile'] });
    electron.dialog.choices.push(`${file}.gone`);
    electron.menu!.choose('open');
    await until(() => expect(electron.dialog.errors).toHaveLength(1));
  });

  test('shows what was opened lately, as the system’s own list does, and can forget it', async () => {
    const desk = new Desk();
    const [first, second] = [await desk.strategy('First'), await desk.strategy('Second')];
    const desktop = await desk.start([first]);
    const { app } = desktop.electron;
    await until(() => expect(recentTitles(desktop)).toEqual(['First']));
    app.fire('open-file', new StandInEvent(), second);
    await until(() => expect(recentTitles(desktop)).toEqual(['Second', 'First']));
    expect(app.recentDocuments).toEqual([second, first]);
    await desktop.showsWindows(2);
    desktop.electron.menu!.choose('First');
    await desktop.showsWindows(3);
    await until(() => expect(recentTitles(desktop)).toEqual(['First', 'Second']));
    desktop.electron.menu!.choose('Clear the list');
    await until(() => expect(recentTitles(desktop)).toEqual([]));
    expect(app.recentDocuments).toEqual([]);
    expect(() => StrategyFile.open(second)).toThrow();
  });
});
