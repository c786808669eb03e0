import type { Locator, Page } from '@playwright/test';
import type { MessageKey, Translate } from '../fixtures/catalogue.ts';

/** The tools of the text. */
export class Toolbar {
  readonly bar: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.bar = page.getByRole('toolbar', { name: t('editor.toolbar') });
  }

  button(key: MessageKey): Locator {
    return this.bar.getByRole('button', { name: this.#t(key), exact: true });
  }

  /** Chooses an entry of the menu behind a button. */
  async choose(button: MessageKey, entry: string): Promise<void> {
    await this.button(button).click();
    const options = { name: entry, exact: true };
    const item = this.#page.getByRole('menuitem', options).or(this.#page.getByRole('menuitemradio', options));
    await item.click();
  }

  /** The fields of the dialog that sets a link. */
  get linkDialog(): Locator {
    return this.#page.getByRole('dialog', { name: this.#t('editor.tools.link') });
  }

  async setLink(address: string): Promise<void> {
    await this.button('editor.tools.link').click();
    await this.linkDialog.getByRole('textbox', { name: this.#t('editor.link.address') }).fill(address);
    await this.linkDialog.getByRole('button', { name: this.#t('editor.link.apply') }).click();
  }

  /** Inserts a table; the caret is then in its first cell. */
  async insertTable(): Promise<void> {
    await this.button('editor.tools.table').click();
    await this.#page
      .getByRole('textbox', { name: this.#t('editor.text') })
      .getByRole('table')
      .waitFor();
  }

  /** Chooses one of the tools that are wanted now and then. */
  async more(tool: MessageKey): Promise<void> {
    await this.choose('editor.tools.more', this.#t(tool));
  }
}
