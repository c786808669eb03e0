import { expect, type Page } from '@playwright/test';
import { DESKTOP_BRIDGE } from '../../shared/contract/desktop-bridge.ts';
import type { DesktopCommand, DesktopEvent } from '../../shared/contract/desktop.ts';

interface Call {
  readonly method: string;
  readonly input: unknown;
}

interface Around {
  readonly calls: Call[];
  readonly answers: Record<string, unknown>;
  readonly listeners: Set<(event: unknown) => void>;
}

/** What a page of a desktop's window finds around it, in a tab: the bridge that the preload hands to it. */
export class DesktopWindow {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Puts it around every page that is loaded from now on.
   * @param after Why the page had to come anew, if it had.
   */
  static async around(page: Page, after: 'crash' | null = null): Promise<DesktopWindow> {
    await page.addInitScript(
      ({ name, arrived }) => {
        const around: Around = { calls: [], answers: { arrived }, listeners: new Set() };
        const bridge = {
          call: async (method: string, input: unknown) => {
            around.calls.push({ method, input });
            return { ok: true, value: around.answers[method] ?? {} };
          },
          listen: (listener: (event: unknown) => void) => {
            around.listeners.add(listener);
            return () => around.listeners.delete(listener);
          },
        };
        Object.assign(globalThis, { [name]: bridge, around });
      },
      { name: DESKTOP_BRIDGE, arrived: { after } },
    );
    return new DesktopWindow(page);
  }

  /** What the page has asked with a method, in order. */
  asked(method: string): Promise<unknown[]> {
    return this.#page.evaluate(
      (name) =>
        (globalThis as unknown as { around: Around }).around.calls
          .filter((call) => call.method === name)
          .map(({ input }) => input),
      method,
    );
  }

  /** Waits until the page has said what it shows. */
  async isShown(isStrategy: boolean): Promise<void> {
    await expect.poll(async () => (await this.asked('showing')).at(-1)).toEqual({ isStrategy });
  }

  /** Sets what the window's process answers from now on. */
  async answers(method: string, value: unknown): Promise<void> {
    await this.#page.evaluate(
      ([name, answer]) => {
        (globalThis as unknown as { around: Around }).around.answers[name as string] = answer;
      },
      [method, value],
    );
  }

  async tells(event: DesktopEvent): Promise<void> {
    await this.#page.evaluate((told) => {
      for (const listener of (globalThis as unknown as { around: Around }).around.listeners) listener(told);
    }, event);
  }

  /** Chooses a command of a menu. */
  command(command: DesktopCommand): Promise<void> {
    return this.tells({ type: 'command', command });
  }
}
