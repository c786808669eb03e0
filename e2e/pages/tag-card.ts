import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';

/** A tag looked at closely. */
export class TagCard {
  readonly card: Locator;
  readonly reason: Locator;
  readonly removeButton: Locator;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#t = t;
    this.card = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: t('editor.removeTag') }) });
    this.reason = this.card.getByRole('textbox', { name: t('editor.reason') });
    this.removeButton = this.card.getByRole('button', { name: t('editor.removeTag') });
  }

  strength(strength: 'full' | 'partial' | 'mention'): Locator {
    return this.card.getByRole('radio', { name: this.#t(`editor.strengths.${strength}`), exact: true });
  }
}
