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

  /** Drops a file onto the dialog, as from a folder of the system. @param path Where it lies. */
  async drop(path: string): Promise<void> {
    const { x, y } = (await this.dialog.getByText(this.#t('import.what')).boundingBox())!;
    const session = await this.#page.context().newCDPSession(this.#page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
    }
    await session.detach();
  }

  option(role: 'radio', name: string): Locator {
    return this.dialog.getByRole(role, { name, exact: true });
  }
}
