import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { DialogModel } from './dialog.ts';

/** What is underlined in the text, the menu of an underlined word, and the settings. */
export class SpellingModel {
  readonly settings: DialogModel;
  readonly #page: Page;
  readonly #t: Translate;

  readonly #underlined: Locator;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.#underlined = page.locator('.misspelt');
    this.settings = new DialogModel(page, t('spelling.title'));
  }

  /** The underlined words, in the order of the page. */
  underlined(): Promise<string[]> {
    return this.#underlined.allTextContents();
  }

  /** Waits until exactly these words are underlined. */
  async shows(words: readonly string[]): Promise<void> {
    await expect.poll(() => this.underlined()).toEqual(words);
  }

  /** From now on keeps count of what is underlined. @returns Tells the least that was underlined at any time. */
  async watch(): Promise<() => Promise<number>> {
    const least = await this.#page.evaluateHandle(() => {
      const count = (): number => document.querySelectorAll('.misspelt').length;
      const seen = { least: count() };
      const look = (): void => {
        seen.least = Math.min(seen.least, count());
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      return seen;
    });
    return () => least.evaluate((seen) => seen.least);
  }

  /** Presses the right button of the mouse on an underlined word. */
  async openByMouse(word: string): Promise<void> {
    await this.#underlined.getByText(word, { exact: true }).click({ button: 'right' });
    await expect(this.menu(word)).toBeVisible();
  }

  menu(word: string): Locator {
    return this.#page.getByRole('menu', { name: this.#t('spelling.menu', { word }), exact: true });
  }

  item(name: string): Locator {
    return this.#page.getByRole('menuitem', { name, exact: true });
  }

  /** Chooses files for a dictionary, in the settings. */
  async addDictionary(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const choosing = this.#page.waitForEvent('filechooser');
    await this.settings.button(this.#t('spelling.addDictionary')).click();
    const chooser = await choosing;
    await chooser.setFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') })),
    );
  }
}
