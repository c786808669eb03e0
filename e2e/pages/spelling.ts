import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { DialogModel } from './dialog.ts';

/** What is underlined in the text, the menu of an underlined word, and the settings. */
export class SpellingModel {
  readonly settings: DialogModel;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.settings = new DialogModel(page, t('spelling.title'));
  }

  /** The underlined words, in the order of the page. */
  underlined(): Promise<string[]> {
    return this.#page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('misspelt') ?? [])] as Range[];
      return ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map((range) => range.toString());
    });
  }

  /** Waits until exactly these words are underlined. */
  async shows(words: readonly string[]): Promise<void> {
    await expect.poll(() => this.underlined()).toEqual(words);
  }

  /** Presses the right button of the mouse on an underlined word. */
  async openByMouse(word: string): Promise<void> {
    const box = await this.#page.evaluate((text) => {
      const ranges = [...(CSS.highlights.get('misspelt') ?? [])] as Range[];
      const { x, y, width, height } = ranges.find((range) => range.toString() === text)!.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, word);
    await this.#page.mouse.click(box.x, box.y, { button: 'right' });
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
