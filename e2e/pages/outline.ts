import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageKey, Translate } from '../fixtures/catalogue.ts';

/** The sections in their order. */
export class Outline {
  readonly region: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly addButton: Locator;
  readonly deletedGroup: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.region = page.getByRole('navigation', { name: t('regions.outline') });
    this.list = this.region.getByRole('grid', { name: t('outline.label') });
    this.rows = this.list.getByRole('row');
    this.addButton = this.region.getByRole('button', { name: t('outline.add'), exact: true });
    this.deletedGroup = this.region.getByRole('button', { name: t('outline.deleted', { count: 1 }), exact: true });
  }

  row(title: string): Locator {
    return this.list.getByRole('row', { name: title, exact: true });
  }

  /** Number and title of every section, as they stand. */
  titles(): Promise<string[]> {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => `${/^\d+/.exec(row.textContent)?.[0]} ${row.getAttribute('aria-label')}`),
    );
  }

  restoreButton(title: string): Locator {
    return this.region.getByRole('button', { name: this.#t('outline.restoreNamed', { title }), exact: true });
  }

  /** Puts the focus on a section's row, which is then shown. */
  async focus(title: string): Promise<void> {
    await this.row(title).click();
    await expect(this.row(title)).toBeFocused();
  }

  /** Drags a section's row onto another one's, to so many pixels from its top. */
  async drag(title: string, onto: string, fromTop: number): Promise<void> {
    // Rows take no pointer while the list is scrolled, and whoever tries all the same scrolls it again.
    await expect(this.row(title)).toHaveCSS('pointer-events', 'auto');
    await this.row(title).dragTo(this.row(onto), {
      sourcePosition: { x: 60, y: 20 },
      targetPosition: { x: 60, y: fromTop },
    });
  }

  /** Types a title into the field that has opened in a row. */
  async nameSection(title: string): Promise<void> {
    const field = this.list.getByRole('textbox');
    await expect(field).toBeFocused();
    await field.fill(title);
    await this.#page.keyboard.press('Enter');
    await expect(field).toBeHidden();
  }

  /** Renames with F2. */
  async rename(title: string, to: string): Promise<void> {
    await this.focus(title);
    await this.#page.keyboard.press('F2');
    await this.nameSection(to);
  }

  /** Chooses from the menu of a section. */
  async choose(number: number, title: string, entry: MessageKey): Promise<void> {
    await this.row(title)
      .getByRole('button', { name: this.#t('outline.menu', { number, title }), exact: true })
      .click();
    const name = this.#t(entry);
    const item = this.#page.getByRole('menuitem', { name }).or(this.#page.getByRole('menuitemradio', { name }));
    await item.click();
  }
}
