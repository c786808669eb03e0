import { app, powerMonitor } from 'electron';
import type { Served } from '../serve.ts';
import { explain } from './explain.ts';
import type { Windows } from './windows.ts';

/** What is to be ended in order. */
export interface Running {
  readonly served: Served;
  readonly windows: Windows;
}

/** Ends the application: every window lets go, then every file is closed, and only then it quits. */
export class Leaving {
  readonly #running: () => Running | null;
  readonly #onStay: () => void;
  #leaving: Promise<void> | null = null;
  #closing: Promise<void> | null = null;
  #ending: Promise<void> | null = null;
  #isOver = false;

  /** @param onStay Called when somebody decides to keep a window after all. */
  constructor(running: () => Running | null, onStay: () => void) {
    this.#running = running;
    this.#onStay = onStay;
    app.on('before-quit', (event) => {
      if (this.#isOver || !running()) return;
      event.preventDefault();
      this.#leaving ??= this.#leave().finally(() => {
        this.#leaving = null;
        if (!this.#isOver) this.#onStay();
      });
    });
    app.on('window-all-closed', () => {
      // Whoever is leaving closes the files first. Where programs stay without a window, this one does, too.
      if (!this.#leaving && process.platform !== 'darwin') app.quit();
    });
    app.on('browser-window-created', (_, window) => {
      window.on('session-end', () => void this.#endSession());
    });
    app.whenReady().then(
      () =>
        // Electron hands an event on that its types do not know of.
        powerMonitor.on('shutdown', (event?: { readonly preventDefault: () => void }) => {
          // The machine waits for whoever asks it to.
          event?.preventDefault();
          app.quit();
        }),
      () => {},
    );
  }

  /** Whether no window should be opened any more. */
  get isLeaving(): boolean {
    return this.#leaving !== null;
  }

  async #leave(): Promise<void> {
    try {
      if (!(await this.#running()?.windows.closeAll())) return;
    } catch (error) {
      explain(error);
      return;
    }
    await this.#closeFiles();
    this.#isOver = true;
    app.quit();
  }

  #closeFiles(): Promise<void> {
    this.#closing ??= this.#running()?.served.close().catch(explain) ?? Promise.resolve();
    return this.#closing;
  }

  /** Windows ends the session in any case: what the pages hold is sent first, as far as time allows. */
  #endSession(): Promise<void> {
    const pages = this.#running()?.windows.all() ?? [];
    this.#ending ??= Promise.all(pages.map((page) => page.flush())).then(() => this.#closeFiles());
    return this.#ending;
  }
}
