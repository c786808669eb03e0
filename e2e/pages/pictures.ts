import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Pictures of the text. */
export class Pictures {
  readonly details: Locator;
  readonly #page: Page;
  readonly #t: Translate;
  readonly #text: Locator;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.#text = page.getByRole('textbox', { name: t('editor.text') });
    this.details = page.getByRole('dialog', { name: t('editor.picture.title') });
  }

  /** The picture that is described so. */
  image(description: string): Locator {
    return this.#text.locator(`img[alt="${description}"]`);
  }

  /** Takes a file from the disk. */
  async choose(file: ChosenFile): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: this.#t('editor.tools.picture'), exact: true }).click();
    await (await chooser).setFiles(file);
  }

  /** Pastes what another program has put on the clipboard: a picture, a page, or the one as the other. */
  async paste(bytes: Buffer | null, html = ''): Promise<void> {
    await this.#text.evaluate(
      (box, { data, page }) => {
        const clipboardData = new DataTransfer();
        if (page !== '') clipboardData.setData('text/html', page);
        if (data) clipboardData.items.add(new File([Uint8Array.from(data)], 'pasted.png', { type: 'image/png' }));
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      { data: bytes && [...bytes], page: html },
    );
  }

  /** Opens the details of the picture that is selected. */
  async open(): Promise<void> {
    await this.#page.keyboard.press('Enter');
    await expect(this.details).toBeVisible();
  }

  /** Says what can be seen on the picture that says nothing yet. */
  async describe(description: string): Promise<void> {
    await this.#text.getByRole('button', { name: this.#t('editor.picture.describe') }).click();
    await this.details.getByRole('textbox', { name: this.#t('editor.picture.alt') }).fill(description);
    await this.#page.keyboard.press('Enter');
    await expect(this.details).toBeHidden();
  }

  width(percent: string): Locator {
    return this.details.getByRole('radio', { name: this.#t('editor.picture.percent', { percent }), exact: true });
  }
}
