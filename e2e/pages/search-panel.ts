import type { Locator, Page } from '@playwright/test';
import type { MessageKey, Translate } from '../fixtures/catalogue.ts';

/** Finding and replacing in the whole strategy. */
export class SearchPanel {
  readonly panel: Locator;
  readonly field: Locator;
  readonly replacement: Locator;
  readonly replaceAll: Locator;
  readonly count: Locator;
  readonly hits: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.panel = page.getByRole('tabpanel', { name: t('panel.search') });
    this.field = this.panel.getByRole('searchbox', { name: t('search.text') });
    this.replacement = this.panel.getByRole('textbox', { name: t('editor.replace') });
    this.replaceAll = this.panel.getByRole('button', { name: t('editor.replaceAll') });
    this.count = this.panel.getByRole('status');
    this.hits = this.panel.getByRole('listitem').getByRole('button');
  }

  /** Opens it from wherever the focus is, and types. */
  async search(text: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Shift+f');
    await this.field.fill(text);
  }

  option(key: MessageKey): Locator {
    return this.panel.getByRole('checkbox', { name: this.#t(key) });
  }

  /** What is marked in the hits. */
  marked(): Promise<string[]> {
    return this.hits.locator('mark').allTextContents();
  }
}
