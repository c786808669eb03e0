import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS_WITHOUT_STRATEGY, type DesktopCommand } from '../../shared/contract/desktop.ts';
import { word } from '../cli/wording.ts';

export interface MenuState {
  readonly platform: NodeJS.Platform;
  /** Packed applications have no developer tools. */
  readonly isPackaged: boolean;
  /** Whether a window is in front, and whether it shows a strategy. */
  readonly front: 'none' | 'start' | 'strategy';
  /** Newest first. */
  readonly recents: readonly { readonly file: string; readonly title: string }[];
}

export interface MenuActions {
  /** Asks the page of the window in front, as its own palette would. */
  readonly ask: (command: DesktopCommand) => void;
  readonly open: () => void;
  readonly openRecent: (file: string) => void;
  readonly forgetRecent: () => void;
}

type Item = MenuItemConstructorOptions;

const RECENT_LENGTH = 10;
const SEPARATOR: Item = { type: 'separator' };
const WITHOUT_STRATEGY: readonly DesktopCommand[] = COMMANDS_WITHOUT_STRATEGY;

/** The menu bar, as a pure function of what it depends on. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { platform, isPackaged, front, recents } = state;
  const isMac = platform === 'darwin';

  const role = (name: NonNullable<Item['role']>, key: string): Item => ({
    role: name,
    label: word(`menu.${key}`, { name: word('app.name') }),
  });
  /** What the page does. A new strategy can be begun without a window, because one is opened for it. */
  const command = (name: DesktopCommand, more: Item = {}): Item => ({
    id: name,
    label: word(`menu.commands.${name}`),
    enabled: front === 'strategy' || name === 'new-strategy' || (front === 'start' && WITHOUT_STRATEGY.includes(name)),
    click: () => actions.ask(name),
    ...more,
  });
  /**
   * A key that the page answers to by itself, in the browser, too. It is shown here and not registered: otherwise the
   * page and the menu would both act on it, and a field could not undo what was typed in it. macOS has no keys that are
   * only shown; there the page is asked first, and the menu only for what the page has let pass.
   */
  const pageKey = (accelerator: string): Item => ({ accelerator, registerAccelerator: false });
  /** A key that only the menu knows. */
  const menuKey = (accelerator: string): Item => ({ accelerator });

  const recent: Item[] = recents.slice(0, RECENT_LENGTH).map(({ file, title }) => ({
    label: escaped(title),
    toolTip: file,
    click: () => actions.openRecent(file),
  }));

  const file: Item[] = [
    command('new-strategy', menuKey('CmdOrCtrl+N')),
    { id: 'open', label: word('menu.open'), click: actions.open, ...menuKey('CmdOrCtrl+O') },
    {
      id: 'recent',
      label: word('menu.recent'),
      enabled: recent.length > 0,
      submenu: [...recent, SEPARATOR, { label: word('menu.forgetRecent'), click: actions.forgetRecent }],
    },
    command('new-window', menuKey('CmdOrCtrl+Shift+N')),
    command('home'),
    SEPARATOR,
    command('save-copy', menuKey('CmdOrCtrl+Shift+S')),
    command('clean-copy'),
    command('sharing'),
    command('join'),
    command('export', menuKey('CmdOrCtrl+E')),
    command('import'),
    SEPARATOR,
    command('print', menuKey('CmdOrCtrl+P')),
    SEPARATOR,
    { ...role('close', 'close'), accelerator: 'CmdOrCtrl+W' },
    ...(isMac ? [] : [{ ...role('quit', 'quit'), accelerator: 'CmdOrCtrl+Q' }]),
  ];

  const edit: Item[] = [
    // The application's own stack of steps, which goes across sections; Chromium's knows one field.
    command('undo', pageKey('CmdOrCtrl+Z')),
    command('redo', pageKey('CmdOrCtrl+Shift+Z')),
    SEPARATOR,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('selectAll', 'selectAll'),
    SEPARATOR,
    command('find', pageKey('CmdOrCtrl+F')),
    command('search', pageKey('CmdOrCtrl+Shift+F')),
    command('tag', pageKey('Alt+Enter')),
    command('palette', pageKey('CmdOrCtrl+K')),
  ];

  const view: Item[] = [
    command('draft'),
    command('reading'),
    command('matrix', pageKey('F8')),
    SEPARATOR,
    command('coverage'),
    command('guidance'),
    command('history'),
    SEPARATOR,
    command('zoom-in', menuKey('CmdOrCtrl+Plus')),
    // The same key without Shift, on keyboards where plus needs it.
    command('zoom-in', { ...menuKey('CmdOrCtrl+='), visible: false, acceleratorWorksWhenHidden: true }),
    command('zoom-out', menuKey('CmdOrCtrl+-')),
    command('zoom-reset', menuKey('CmdOrCtrl+0')),
    {
      id: 'theme',
      label: word('settings.theme'),
      submenu: [command('light'), command('dark'), command('system')],
    },
    SEPARATOR,
    role('togglefullscreen', 'fullScreen'),
    ...(isPackaged ? [] : [role('toggleDevTools', 'developerTools')]),
  ];

  const settings: Item[] = [command('person'), command('backups'), command('spelling')];

  const bar: Item[] = [
    { label: word('menu.file'), submenu: file },
    { label: word('menu.edit'), submenu: edit },
    { label: word('menu.view'), submenu: view },
  ];
  if (!isMac) bar.push({ label: word('topBar.settings'), submenu: settings });
  else {
    bar.unshift({
      label: word('app.name'),
      submenu: [
        role('about', 'about'),
        SEPARATOR,
        { label: word('topBar.settings'), submenu: settings },
        SEPARATOR,
        role('services', 'services'),
        SEPARATOR,
        role('hide', 'hide'),
        role('hideOthers', 'hideOthers'),
        role('unhide', 'unhide'),
        SEPARATOR,
        role('quit', 'quit'),
      ],
    });
    bar.push({
      role: 'window',
      label: word('menu.window'),
      submenu: [role('minimize', 'minimise'), role('zoom', 'zoom'), SEPARATOR, role('front', 'front')],
    });
  }
  bar.push({
    role: 'help',
    label: word('settings.help'),
    submenu: [command('shortcuts', pageKey('CmdOrCtrl+/')), ...(isMac ? [] : [role('about', 'about')])],
  });
  return bar;
}

/** A title as a menu shows it, where `&` would underline the letter after it. */
function escaped(title: string): string {
  return title.replaceAll('&', '&&');
}
