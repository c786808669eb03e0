import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { DialogModel } from './dialog.ts';

/** Where one joins a strategy that somebody shares. */
export class JoinDialog extends DialogModel {
  readonly error: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    super(page, t('joining.title'));
    this.error = this.dialog.getByRole('alert');
    this.#page = page;
    this.#t = t;
  }

  /** Opens it on the start page. */
  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#t('start.join'), exact: true }).click();
  }

  async join(invitation: string): Promise<void> {
    await this.field(this.#t('joining.invitation')).fill(invitation);
    await this.button(this.#t('joining.join')).click();
  }

  /** The six digits, once they are there. */
  async digits(): Promise<string> {
    const words = this.dialog.getByText(new RegExp(`^${this.#t('sharing.digits', { digits: '' })}`));
    return ((await words.textContent()) ?? '').replace(/\D/g, '');
  }
}
