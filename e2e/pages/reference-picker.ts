import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';

/** The list of what a reference can lead to. */
export class ReferencePicker {
  readonly dialog: Locator;
  readonly search: Locator;
  readonly options: Locator;
  readonly #page: Page;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: t('editor.reference.title') });
    this.search = this.dialog.getByRole('searchbox', { name: t('editor.reference.search') });
    this.options = this.dialog.getByRole('option');
  }

  /** Opens it at the caret, types, and takes the first that is found. */
  async insert(search: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Alt+r');
    await expect(this.search).toBeFocused();
    await this.#page.keyboard.type(search);
    await expect(this.options).not.toHaveCount(0);
    await this.#page.keyboard.press('Enter');
    await expect(this.dialog).toBeHidden();
  }
}
