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

  format(format: 'docx' | 'html' | 'md' | 'json'): Locator {
    return this.dialog.getByRole('radio', { name: this.#t(`export.formats.${format}`), exact: true });
  }

  check(label: string): Locator {
    return this.dialog.getByRole('checkbox', { name: label });
  }

  async chooseHouseStyle(file: string): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    const names = [this.#t('export.chooseHouseStyle'), this.#t('export.otherHouseStyle')];
    await this.button(names[0]!).or(this.button(names[1]!)).click();
    await (await chooser).setFiles(file);
  }

  /** Opens the dialog, exports, and waits until the file is there. */
  async download(format: 'docx' | 'html' | 'md' | 'json' = 'docx'): Promise<string> {
    await this.trigger.click();
    await this.format(format).click();
    const path = await (await this.run()).path();
    await this.button(this.#t('action.close')).click();
    return path;
  }
}
