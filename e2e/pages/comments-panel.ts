import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';

/** What is said about the section in view. */
export class CommentsPanel {
  readonly panel: Locator;
  readonly tab: Locator;
  readonly threads: Locator;
  /** Of a new comment or of a reply. */
  readonly field: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.tab = page.getByRole('tab', { name: t('panel.comments') });
    this.panel = page.getByRole('tabpanel', { name: t('panel.comments') });
    this.threads = this.panel.getByRole('list', { name: t('comments.list') }).getByRole('listitem');
    this.field = this.panel.getByRole('textbox');
  }

  /** The thread in which something was said. */
  thread(text: string): Locator {
    return this.threads.filter({ hasText: text });
  }

  /** Comments on what the caret is in, or what is selected, by the keyboard alone. */
  async add(text: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Alt+m');
    await expect(this.field).toBeFocused();
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.thread(text)).toBeVisible();
  }

  /** Comments on what was clicked on or selected, where nothing can be written. */
  async addByMouse(text: string): Promise<void> {
    const name = this.#t('editor.tools.comment');
    await this.#page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();
    await this.field.fill(text);
    await this.panel.getByRole('button', { name: this.#t('comments.send'), exact: true }).click();
    await expect(this.thread(text)).toBeVisible();
  }

  async reply(to: string, text: string): Promise<void> {
    const thread = this.thread(to);
    await thread.getByRole('button', { name: this.#t('comments.reply') }).click();
    await expect(thread.getByRole('textbox')).toBeFocused();
    await this.#page.keyboard.type(text);
    await thread.getByRole('button', { name: this.#t('comments.reply') }).click();
    await expect(thread.getByRole('textbox')).toBeHidden();
    await expect(thread).toContainText(text);
  }

  async press(text: string, action: 'resolve' | 'reopen'): Promise<void> {
    await this.thread(text)
      .getByRole('button', { name: this.#t(`comments.${action}`) })
      .click();
  }
}
