import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';

/** Finds or does anything. */
export class CommandPalette {
  readonly dialog: Locator;
  readonly search: Locator;
  readonly items: Locator;
  readonly #page: Page;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: t('palette.title') });
    this.search = this.dialog.getByRole('searchbox', { name: t('palette.search') });
    this.items = this.dialog.getByRole('menuitem');
  }

  /** Opens it, types and takes the first result. */
  async run(search: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.search.pressSequentially(search);
    await this.#page.keyboard.press('Enter');
  }
}
