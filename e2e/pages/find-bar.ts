import type { Locator, Page } from '@playwright/test';
import type { MessageKey, Translate } from '../fixtures/catalogue.ts';

/** Finding and replacing in the section. */
export class FindBar {
  readonly bar: Locator;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#t = t;
    this.bar = page.getByRole('search', { name: t('editor.find') });
  }

  get search(): Locator {
    return this.bar.getByRole('searchbox', { name: this.#t('editor.find') });
  }

  get replacement(): Locator {
    return this.bar.getByRole('textbox', { name: this.#t('editor.replace') });
  }

  get count(): Locator {
    return this.bar.getByRole('status');
  }

  button(key: MessageKey): Locator {
    return this.bar.getByRole('button', { name: this.#t(key), exact: true });
  }
}
