import { BrowserWindow } from 'electron';
import type { WindowPlace } from '../profile/profile.ts';
import type { Served } from '../serve.ts';
import { offerContextMenu } from './context-menu.ts';
import { strategyAt } from './origin.ts';
import { ShellWindow } from './shell-window.ts';
import { createWindow, placeOf, showWindow } from './window.ts';

/** The windows that are open. */
export class Windows {
  readonly #served: Served;
  readonly #onChange: () => void;
  readonly #all = new Map<BrowserWindow, ShellWindow>();

  /** @param onChange Called when another window is in front, or shows something else. */
  constructor(served: Served, onChange: () => void) {
    this.#served = served;
    this.#onChange = onChange;
  }

  /** Opens a window on an address of the served application. */
  open(url: string): ShellWindow {
    const window = createWindow(this.#served.application.profile.settings.window);
    const shown = new ShellWindow({
      window,
      freshAddress: () => this.#served.server.oneTimeAddress(strategyAt(window.webContents.getURL() || url)),
      onChange: this.#onChange,
    });
    this.#all.set(window, shown);
    window.on('close', () => this.#remember(placeOf(window)));
    window.on('closed', () => this.#all.delete(window));
    // Windows is about to end the session, and does not wait long: what the pages still hold sets out at once.
    window.on('query-session-end', () => void shown.flush());
    offerContextMenu(window);
    shown.load(url);
    return shown;
  }

  all(): ShellWindow[] {
    return [...this.#all.values()];
  }

  /** The one in front, or opened last. */
  front(): ShellWindow | null {
    const focused = BrowserWindow.getFocusedWindow();
    return (focused && this.of(focused)) ?? this.all().at(-1) ?? null;
  }

  of(window: BrowserWindow | null): ShellWindow | null {
    return (window && this.#all.get(window)) ?? null;
  }

  /** Brings the one in front to the front of all, or opens one on the start page. */
  show(): ShellWindow {
    const front = this.front();
    if (!front) return this.open(this.#served.server.oneTimeAddress(null));
    showWindow(front.window);
    return front;
  }

  /** Closes all, one after the other, until the person wants to keep one. @returns Whether all are closed. */
  async closeAll(): Promise<boolean> {
    for (let last = this.all().at(-1); last; last = this.all().at(-1)) if (!(await last.close())) return false;
    return true;
  }

  #remember(window: WindowPlace): void {
    try {
      this.#served.application.profile.update(() => ({ window }));
    } catch {
      // A full disk, as a rule. Then the next one opens where the last but one was.
    }
  }
}
