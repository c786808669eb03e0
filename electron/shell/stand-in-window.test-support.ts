import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, WebContents } from 'electron';
import type { StandInElectron } from './electron.test-support.ts';
import { StandInContents } from './stand-in-contents.test-support.ts';
import { Emitter, StandInEvent, type Emits } from './stand-in-event.test-support.ts';

type WindowEvents = Emits<
  BrowserWindow,
  {
    close: [StandInEvent];
    closed: [];
    focus: [];
    unresponsive: [];
    responsive: [];
    'ready-to-show': [];
    'query-session-end': [Electron.WindowSessionEndEvent];
    'session-end': [Electron.WindowSessionEndEvent];
  }
>;

export class StandInWindow
  extends Emitter<WindowEvents>
  implements
    Pick<
      BrowserWindow,
      | 'loadURL'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'show'
      | 'focus'
      | 'isMinimized'
      | 'restore'
      | 'maximize'
      | 'isMaximized'
      | 'getNormalBounds'
    >
{
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: StandInContents;
  isFocused = false;
  isShown = false;
  #isMinimised = false;
  #isMaximised = false;
  #isDestroyed = false;
  readonly #electron: StandInElectron;

  static getAllWindows = (): StandInWindow[] => [];
  static getFocusedWindow = (): StandInWindow | null => null;
  static fromWebContents = (_contents: unknown): StandInWindow | null => null;

  constructor(options: BrowserWindowConstructorOptions, electron: StandInElectron) {
    super();
    this.#electron = electron;
    this.options = options;
    this.webContents = new StandInContents(electron, this);
    electron.windows.push(this);
    const { app } = electron;
    app.fire('browser-window-created', new StandInEvent(), this as unknown as BrowserWindow);
    app.fire('web-contents-created', new StandInEvent(), this.webContents as unknown as WebContents);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    for (const window of this.#electron.windows) window.isFocused = window === this;
    this.fire('focus');
  }
  isMinimized(): boolean {
    return this.#isMinimised;
  }
  minimize(): void {
    this.#isMinimised = true;
  }
  restore(): void {
    this.#isMinimised = false;
  }
  maximize(): void {
    this.#isMaximised = true;
  }
  isMaximized(): boolean {
    return this.#isMaximised;
  }
  getNormalBounds(): Rectangle {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options;
    return { x, y, width, height };
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** Asks whoever listens, then the page, and only then goes. */
  close(): void {
    const closing = new StandInEvent();
    this.fire('close', closing);
    if (closing.defaultPrevented) return;
    if (this.webContents.holdsUnsaved) {
      const unload = new StandInEvent();
      this.webContents.fire('will-prevent-unload', unload);
      if (!unload.defaultPrevented) return;
    }
    this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#electron.windows.splice(this.#electron.windows.indexOf(this), 1);
    this.fire('closed');
    const { app, windows } = this.#electron;
    if (windows.length > 0 || app.isQuitting) return;
    // What waits for the window goes on first.
    setImmediate(() => {
      if (windows.length > 0 || app.isQuitting) return;
      if (app.listenerCount('window-all-closed') === 0) app.quit();
      else app.fire('window-all-closed');
    });
  }
}
