import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';

/** Versions of the strategy. */
export class HistoryPanel {
  readonly panel: Locator;
  readonly tab: Locator;
  readonly versions: Locator;
  /** The page of a version or of a comparison. */
  readonly page: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.tab = page.getByRole('tab', { name: t('panel.history') });
    this.panel = page.getByRole('tabpanel', { name: t('panel.history') });
    this.versions = this.panel.getByRole('list', { name: t('history.list') }).getByRole('listitem');
    this.page = page.getByRole('article');
  }

  async keep(name: string, note = ''): Promise<void> {
    await this.tab.click();
    await this.panel.getByRole('textbox', { name: this.#t('history.name') }).fill(name);
    await this.panel.getByRole('textbox', { name: this.#t('history.note') }).fill(note);
    await this.panel.getByRole('button', { name: this.#t('history.keep') }).click();
    await expect(this.version(name)).toBeVisible();
  }

  version(name: string): Locator {
    return this.versions.filter({ hasText: name });
  }

  async open(name: string): Promise<void> {
    await this.tab.click();
    await this.version(name).getByRole('button').first().click();
  }

  async choose(name: string, action: 'compareNow' | 'comparePrevious' | 'restore' | 'remove'): Promise<void> {
    await this.tab.click();
    await this.panel.getByRole('button', { name: this.#t('history.actions', { name }) }).click();
    await this.#page.getByRole('menuitem', { name: this.#t(`history.${action}`), exact: true }).click();
  }

  /** Chooses one of the two that are compared, by the keyboard alone. */
  async compare(side: 'from' | 'to', name: string): Promise<void> {
    const select = this.side(side);
    await select.focus();
    await this.#page.keyboard.press('Enter');
    const option = this.#page.getByRole('option', { name });
    await expect(this.#page.getByRole('option', { selected: true })).toBeFocused();
    await this.#page.keyboard.press('Home');
    while (!(await option.evaluate((element) => element === document.activeElement))) {
      await this.#page.keyboard.press('ArrowDown');
    }
    await this.#page.keyboard.press('Enter');
    await expect(option).toBeHidden();
    await expect(select).toBeFocused();
  }

  /** The choice of the one or the other version. */
  side(side: 'from' | 'to'): Locator {
    const choice = this.#page.getByRole('group', { name: this.#t('history.choice') });
    return choice.getByRole('button', { name: this.#t(`history.${side}`) });
  }

  /** A block of the comparison, and what has become of it. */
  block(change: string, text: string): Locator {
    return this.page.locator(`[data-change="${change}"]`).filter({ hasText: text }).last();
  }
}
