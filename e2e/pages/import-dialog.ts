import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { DialogModel } from './dialog.ts';

/** Bringing a text in. */
export class ImportDialog extends DialogModel {
  readonly sections: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    super(page, t('import.title'));
    this.#page = page;
    this.#t = t;
    this.sections = this.dialog.getByRole('row').filter({ has: page.getByRole('rowheader') });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#t('outline.import') }).click();
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.dialog
      .getByRole('button', { name: this.#t('import.choose') })
      .or(this.dialog.getByRole('button', { name: this.#t('import.chooseOther') }))
      .click();
    await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content as string) });
  }

  /** Drops a file onto the dialog, as from a folder of the system. */
  async drop(name: string, content: string): Promise<void> {
    const transfer = await this.#page.evaluateHandle(
      ([fileName, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], fileName, { type: 'text/plain' }));
        return data;
      },
      [name, content] as const,
    );
    const target = this.dialog.getByText(this.#t('import.what'));
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await target.dispatchEvent(event, { dataTransfer: transfer, clientX: 1, clientY: 1 });
    }
  }

  option(role: 'radio', name: string): Locator {
    return this.dialog.getByRole(role, { name, exact: true });
  }
}
