import type { Download, Locator, Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { DialogModel } from './dialog.ts';

/** Exporting to Word. */
export class ExportDialog extends DialogModel {
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    super(page, t('export.title'));
    this.#page = page;
    this.#t = t;
  }

  get trigger(): Locator {
    return this.#page.getByRole('button', { name: this.#t('topBar.export'), exact: true });
  }

  /** Exports and waits for the file. */
  async run(): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await this.button(this.#t('export.start')).click();
    return download;
  }

  /** Opens the dialog, exports, and waits until the file is there. */
  async download(): Promise<string> {
    await this.trigger.click();
    return (await this.run()).path();
  }
}
