import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  Display,
  DownloadItem,
  IpcMain,
  IpcMainInvokeEvent,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  MessageBoxSyncOptions,
  Rectangle,
  SaveDialogOptions,
  Screen,
  Session,
  Shell,
  WebContents,
} from 'electron';
import { Emitter, StandInEvent, type Emits } from './stand-in-event.test-support.ts';
import { StandInWindow } from './stand-in-window.test-support.ts';

/**
 * A stand-in for the parts of Electron that the shell uses, for machines without its program. Each part is held
 * against Electron's own types: methods by `implements`, events by {@link Emits}. Pages are stood in for, too; what
 * serves them is the real process, and a page that is loaded trades its one-time key there as the real one does.
 */

type Ev = StandInEvent;

type AppEvents = Emits<
  App,
  {
    'open-file': [Ev, string];
    'second-instance': [Ev, string[], string, unknown];
    activate: [Ev, boolean];
    'before-quit': [Ev];
    'will-quit': [Ev];
    'window-all-closed': [];
    'web-contents-created': [Ev, WebContents];
    'browser-window-created': [Ev, BrowserWindow];
    'certificate-error': [Ev, WebContents, string, string, Electron.Certificate, (isTrusted: boolean) => void];
    'select-client-certificate': [
      Ev,
      WebContents | null,
      string,
      Electron.Certificate[],
      (certificate?: Electron.Certificate) => void,
    ];
  }
>;

/** Everything of Electron that one run of the application sees. */
export class StandInElectron {
  readonly app = new StandInApp(this);
  readonly dialog = new StandInDialog();
  readonly ipcMain = new StandInIpcMain();
  /** Its types leave out the event that its documentation names. */
  readonly powerMonitor = new Emitter<{ shutdown: [StandInEvent] }>();
  readonly screen = new StandInScreen();
  readonly shell = new StandInShell();
  readonly windows: StandInWindow[] = [];
  readonly partitions = new Map<string, StandInSession>();
  menu: StandInMenu | null = null;
  /** Menus that were shown where the mouse was. */
  readonly popups: StandInMenu[] = [];

  /** What `import … from 'electron'` gives. */
  get module(): Record<string, unknown> {
    const { app, dialog, ipcMain, powerMonitor, screen, shell } = this;
    return {
      ...{ app, dialog, ipcMain, powerMonitor, screen, shell },
      session: { fromPartition: (name: string) => this.session(name) },
      BrowserWindow: windowClass(this),
      Menu: {
        buildFromTemplate: (template: MenuItemConstructorOptions[]) => new StandInMenu(template, this.popups),
        setApplicationMenu: (menu: StandInMenu | null) => {
          this.menu = menu;
        },
      },
    };
  }

  session(name: string): StandInSession {
    let session = this.partitions.get(name);
    if (!session) this.partitions.set(name, (session = new StandInSession()));
    return session;
  }
}

function windowClass(electron: StandInElectron): typeof StandInWindow {
  return class extends StandInWindow {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options, electron);
    }
    static override getAllWindows = (): StandInWindow[] => [...electron.windows];
    static override getFocusedWindow = (): StandInWindow | null =>
      electron.windows.find((window) => window.isFocused) ?? null;
    static override fromWebContents = (contents: unknown): StandInWindow | null =>
      electron.windows.find(({ webContents }) => webContents === contents) ?? null;
  };
}

class StandInApp
  extends Emitter<AppEvents>
  implements
    Pick<
      App,
      | 'name'
      | 'isPackaged'
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'whenReady'
      | 'quit'
      | 'exit'
      | 'getPath'
      | 'setPath'
      | 'setAppUserModelId'
      | 'addRecentDocument'
      | 'clearRecentDocuments'
    >
{
  name = 'Valletta Workbench';
  isPackaged = false;
  isSandboxed = false;
  /** Whether another process of the application was there first. */
  isSecond = false;
  hasQuit = false;
  exitCode: number | null = null;
  recentDocuments: string[] = [];
  readonly paths = new Map<string, string>();
  isQuitting = false;
  readonly #electron: StandInElectron;
  readonly #ready = Promise.withResolvers<void>();

  constructor(electron: StandInElectron) {
    super();
    this.#electron = electron;
  }

  becomeReady(): void {
    this.#ready.resolve();
  }
  enableSandbox(): void {
    this.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    return !this.isSecond;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  setAppUserModelId(): void {}
  getPath(): string {
    return '/downloads';
  }
  addRecentDocument(path: string): void {
    this.recentDocuments = [path, ...this.recentDocuments.filter((each) => each !== path)];
  }
  clearRecentDocuments(): void {
    this.recentDocuments = [];
  }

  /** Asks, closes the windows, asks again, and is over: in the order of Electron's documentation. */
  quit(): void {
    const before = new StandInEvent();
    this.fire('before-quit', before);
    if (before.defaultPrevented) return;
    this.isQuitting = true;
    for (const window of [...this.#electron.windows]) window.close();
    this.isQuitting = this.#electron.windows.length === 0;
    if (this.isQuitting) this.finishQuit();
  }
  finishQuit(): void {
    const will = new StandInEvent();
    this.fire('will-quit', will);
    if (!will.defaultPrevented) this.hasQuit = true;
  }
  exit(code = 0): void {
    this.exitCode = code;
    this.hasQuit = true;
  }
}

class StandInDialog implements Pick<
  Dialog,
  'showMessageBox' | 'showMessageBoxSync' | 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'
> {
  /** Buttons that the person is going to press, in order; without one they cancel. */
  readonly presses: number[] = [];
  /** What the person is going to choose; without one they cancel. */
  readonly choices: string[] = [];
  readonly asked: (MessageBoxOptions | MessageBoxSyncOptions)[] = [];
  readonly choosers: (SaveDialogOptions | Electron.OpenDialogOptions)[] = [];
  readonly errors: string[] = [];

  // Each takes its options with a window before them, or alone.
  showMessageBoxSync(...args: unknown[]): number {
    const options = args.at(-1) as MessageBoxSyncOptions;
    this.asked.push(options);
    return this.presses.shift() ?? options.cancelId ?? 0;
  }
  async showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
    return { response: this.showMessageBoxSync(...args), checkboxChecked: false };
  }
  showErrorBox(_title: string, content: string): void {
    this.errors.push(content);
  }
  async showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
    const chosen = this.#choose(args);
    return { canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] };
  }
  async showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
    const chosen = this.#choose(args);
    return { canceled: chosen === undefined, filePath: chosen ?? '' };
  }
  #choose(args: readonly unknown[]): string | undefined {
    this.choosers.push(args.at(-1) as SaveDialogOptions);
    return this.choices.shift();
  }
}

type InvokeHandler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class StandInIpcMain implements Pick<IpcMain, 'handle'> {
  readonly handlers = new Map<string, InvokeHandler>();
  handle(channel: string, listener: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, listener);
  }
}

class StandInScreen implements Pick<Screen, 'getAllDisplays'> {
  areas: Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  getAllDisplays(): Display[] {
    return this.areas.map((workArea) => ({ workArea }) as Display);
  }
}

class StandInShell implements Pick<Shell, 'openExternal'> {
  readonly opened: string[] = [];
  async openExternal(url: string): Promise<void> {
    this.opened.push(url);
  }
}

export class StandInSession
  extends Emitter<Emits<Session, { 'will-download': [Ev, DownloadItem, WebContents] }>>
  implements
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setBluetoothPairingHandler'
    >
{
  request: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  check: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  device: Parameters<Session['setDevicePermissionHandler']>[0] = null;
  displayMedia: Parameters<Session['setDisplayMediaRequestHandler']>[0] = null;
  pairing: Parameters<Session['setBluetoothPairingHandler']>[0] = null;
  setPermissionRequestHandler(handler: typeof this.request): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: typeof this.check): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: typeof this.device): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(handler: typeof this.displayMedia): void {
    this.displayMedia = handler;
  }
  setBluetoothPairingHandler(handler: typeof this.pairing): void {
    this.pairing = handler;
  }
}

export class StandInMenu {
  readonly template: MenuItemConstructorOptions[];
  readonly #popups: StandInMenu[];
  constructor(template: MenuItemConstructorOptions[], popups: StandInMenu[] = []) {
    this.template = template;
    this.#popups = popups;
  }
  popup(): void {
    this.#popups.push(this);
  }

  /** All items, those of submenus too. */
  get items(): MenuItemConstructorOptions[] {
    const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
    return all(this.template);
  }

  /** Chooses an item by its name, or its label. @throws When it cannot be chosen. */
  choose(name: string): void {
    const item = this.items.find(({ id, label }) => id === name || label === name);
    if (!item?.click || item.enabled === false) throw new Error(`“${name}” cannot be chosen.`);
    item.click({} as Electron.MenuItem, undefined, {});
  }
}
