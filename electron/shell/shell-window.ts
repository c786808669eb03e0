import { dialog, type BrowserWindow } from 'electron';
import type { DesktopEvent } from '../../shared/contract/desktop.ts';
import { word } from '../cli/wording.ts';
import { tellPage } from './page-bridge.ts';
import { unsavedQuestion } from './window.ts';

/** How long a page may take to have everything on disk before the person is asked, in milliseconds. */
export const FLUSH_LIMIT = 5000;
/** A second crash so soon after the first, in milliseconds, is not mended by loading the page again. */
export const SOON = 60_000;

export interface ShellWindowOptions {
  readonly window: BrowserWindow;
  /** An address that works once, of what the window showed. */
  readonly freshAddress: () => string;
  /** Called when what it shows, or whether it is in front, has changed. */
  readonly onChange: () => void;
}

/** One window of the application: closes when everything in it is on disk, and outlives its page. */
export class ShellWindow {
  readonly window: BrowserWindow;
  readonly #freshAddress: () => string;
  readonly #onChange: () => void;
  /** Whether its page listens. */
  #isThere = false;
  #isStrategy = false;
  #after: 'crash' | 'unresponsive' | null = null;
  #crashedAt = -Infinity;
  #mayClose = false;
  #closing: Promise<boolean> | null = null;
  /** Called when the page is not left. */
  #onStay: () => void = () => {};
  #request = 0;
  readonly #flushes = new Map<number, (isSaved: boolean) => void>();

  constructor({ window, freshAddress, onChange }: ShellWindowOptions) {
    this.window = window;
    this.#freshAddress = freshAddress;
    this.#onChange = onChange;
    const { webContents } = window;
    window.on('close', (event) => {
      if (this.#mayClose) return;
      event.preventDefault();
      void this.close();
    });
    window.on('focus', onChange);
    window.on('closed', onChange);
    webContents.on('render-process-gone', (_, { reason }) => {
      if (reason !== 'clean-exit') void this.#loadAnew();
    });
    // Only where it is left indeed: a link that leads outside is followed elsewhere.
    webContents.on('did-navigate', () => {
      this.#isThere = false;
    });
    // The page asks not to be left while it holds what is on no disk, and is not; whoever closes it asks the person.
    webContents.on('will-prevent-unload', () => this.#onStay());
    window.on('unresponsive', () => void this.#askToWait());
  }

  /** Whether its page shows a strategy. */
  get isStrategy(): boolean {
    return this.#isStrategy;
  }

  load(url: string): void {
    this.window.loadURL(url).catch((error: unknown) => console.error('The window could not be loaded.', error));
  }

  tell(event: DesktopEvent): void {
    tellPage(this.window, event);
  }

  /** The page has come. @returns Why it had to come anew, or null. */
  arrived(): 'crash' | 'unresponsive' | null {
    this.#isThere = true;
    const after = this.#after;
    this.#after = null;
    return after;
  }

  showing(isStrategy: boolean): void {
    this.#isStrategy = isStrategy;
    this.#onChange();
  }

  /** The page has answered. */
  flushed(request: number, isSaved: boolean): void {
    this.#flushes.get(request)?.(isSaved);
  }

  /**
   * Lets the page bring to disk what is in it.
   * @returns Whether everything is; false also when it did not answer in time.
   */
  async flush(): Promise<boolean> {
    // A page that is not there, or not yet, holds nothing.
    if (!this.#isThere || this.window.isDestroyed() || this.window.webContents.isCrashed()) return true;
    const request = ++this.#request;
    const isSaved = await new Promise<boolean>((resolve) => {
      const limit = setTimeout(() => resolve(false), FLUSH_LIMIT);
      this.#flushes.set(request, (answer) => {
        clearTimeout(limit);
        resolve(answer);
      });
      this.tell({ type: 'flush', request });
    });
    this.#flushes.delete(request);
    return isSaved;
  }

  /** Closes it, unless something in it is on no disk and the person wants to keep that. @returns Whether it is closed. */
  close(): Promise<boolean> {
    this.#closing ??= this.#close().finally(() => {
      this.#closing = null;
      // It broke while somebody was asked, and stays.
      if (!this.window.isDestroyed() && this.window.webContents.isCrashed()) void this.#loadAnew();
    });
    return this.#closing;
  }

  async #close(): Promise<boolean> {
    // Once more, for whoever was typing.
    for (let attempt = 0; attempt < 2; attempt++) {
      const isSaved = await this.flush();
      if (this.window.isDestroyed() || (isSaved && (await this.#closeSaved()))) return true;
    }
    const { response } = await dialog.showMessageBox(this.window, unsavedQuestion());
    if (response !== 1) return false;
    this.window.destroy();
    return true;
  }

  /** The page looks once more by itself: somebody may have gone on typing. */
  #closeSaved(): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isClosed: boolean): void => {
        this.#mayClose = false;
        resolve(isClosed);
      };
      this.#onStay = () => end(false);
      this.window.once('closed', () => end(true));
      this.window.webContents.once('render-process-gone', () => this.window.destroy());
      this.#mayClose = true;
      this.window.close();
    });
  }

  /** After its page is gone. What the process acknowledged is on disk; the page begins again with that. */
  async #loadAnew(): Promise<void> {
    this.#isThere = false;
    for (const answer of this.#flushes.values()) answer(true);
    if (this.#closing || this.window.isDestroyed()) return;
    if (this.#after === null) {
      const isSecond = Date.now() - this.#crashedAt < SOON;
      this.#crashedAt = Date.now();
      this.#after = 'crash';
      if (isSecond && !(await this.#wantsAgain())) {
        this.window.destroy();
        return;
      }
    }
    if (!this.window.isDestroyed()) this.load(this.#freshAddress());
  }

  async #wantsAgain(): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.window, {
      type: 'error',
      message: word('shell.crashedAgain'),
      detail: word('shell.crashedAgainDetail'),
      buttons: [word('shell.loadAgain'), word('shell.closeWindow')],
      defaultId: 0,
      cancelId: 1,
    });
    return response === 0;
  }

  async #askToWait(): Promise<void> {
    const answered = new AbortController();
    const { window } = this;
    const abort = (): void => answered.abort();
    window.once('responsive', abort);
    window.webContents.once('render-process-gone', abort);
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: word('shell.unresponsive'),
      detail: word('shell.unresponsiveDetail'),
      buttons: [word('shell.wait'), word('shell.loadAgain')],
      defaultId: 0,
      cancelId: 0,
      signal: answered.signal,
    });
    if (window.isDestroyed()) return;
    window.off('responsive', abort);
    window.webContents.off('render-process-gone', abort);
    if (response !== 1) return;
    this.#after = 'unresponsive';
    window.webContents.forcefullyCrashRenderer();
  }
}
