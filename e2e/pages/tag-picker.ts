import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';

type Strength = 'full' | 'partial' | 'mention';

/** The list from which one tags paragraphs. */
export class TagPicker {
  readonly dialog: Locator;
  readonly search: Locator;
  readonly options: Locator;
  readonly reason: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.dialog = page.getByRole('dialog').filter({ has: page.getByRole('listbox', { name: t('editor.pickerList') }) });
    this.search = this.dialog.getByRole('searchbox', { name: t('editor.pickerSearch') });
    this.options = this.dialog.getByRole('option');
    this.reason = this.dialog.getByRole('textbox', { name: t('editor.reason') });
  }

  strength(strength: Strength): Locator {
    return this.dialog.getByRole('radio', { name: this.#t(`editor.strengths.${strength}`), exact: true });
  }

  /** Types and takes the first that is found. @param keys Those that take it. */
  async choose(search: string, keys = 'Enter'): Promise<void> {
    await expect(this.search).toBeFocused();
    await this.search.fill('');
    await this.#page.keyboard.type(search);
    await this.#page.keyboard.press(keys);
  }
}
