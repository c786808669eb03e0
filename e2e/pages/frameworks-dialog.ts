import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { DialogModel } from './dialog.ts';

/** The frameworks of the strategy, and the files that others are added from. */
export class FrameworksDialog extends DialogModel {
  readonly error: Locator;
  readonly title: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    super(page, t('frameworks.title'));
    this.#page = page;
    this.#t = t;
    this.error = this.dialog.getByRole('alert');
    this.title = this.field(t('frameworks.frameworkTitle'));
  }

  /** Opens it from the settings. */
  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#t('topBar.settings'), exact: true }).click();
    await this.#page.getByRole('menuitem', { name: this.#t('frameworks.menu'), exact: true }).click();
  }

  /** What is listed, by a part of its title. */
  row(title: string): Locator {
    return this.dialog
      .getByRole('list', { name: this.#t('frameworks.title') })
      .getByRole('listitem')
      .filter({
        hasText: title,
      });
  }

  /** The rows of what a file would add. */
  get previewed(): Locator {
    return this.dialog
      .getByRole('table')
      .getByRole('row')
      .filter({ has: this.#page.getByRole('rowheader') });
  }

  /** Chooses a file with a framework. */
  async chooseFramework(name: string, content: string | Buffer): Promise<void> {
    await this.#choose(this.button(this.#t('frameworks.add')), name, content);
  }

  /** Adds a framework, and leaves the dialog. */
  async addFramework(name: string, content: string): Promise<void> {
    await this.open();
    await this.chooseFramework(name, content);
    await this.button(this.#t('frameworks.take')).click();
    await this.button(this.#t('action.close')).click();
  }

  /** Chooses a file with the official wording of a framework. */
  async chooseWording(title: string, name: string, content: string | Buffer): Promise<void> {
    await this.#choose(this.button(this.#t('frameworks.addWordingTo', { title })), name, content);
  }

  /** Adds the official wording of a framework, and waits until it is kept. */
  async addWording(title: string, name: string, content: string): Promise<void> {
    await this.chooseWording(title, name, content);
    await this.button(this.#t('frameworks.keepWording')).click();
    await expect(this.row(title)).toContainText(name);
  }

  async #choose(button: Locator, name: string, content: string | Buffer): Promise<void> {
    const choosing = this.#page.waitForEvent('filechooser');
    await button.click();
    const chooser = await choosing;
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  }
}
