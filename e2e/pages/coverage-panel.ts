import type { Locator, Page } from '@playwright/test';
import type { MessageKey, Translate } from '../fixtures/catalogue.ts';
import { escapeForRegExp } from './escape-for-reg-exp.ts';

/** Where each principle is answered, and where not yet. */
export class CoveragePanel {
  readonly region: Locator;
  readonly search: Locator;
  readonly counts: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.region = page.getByRole('complementary', { name: t('regions.panel') });
    this.search = this.region.getByRole('searchbox', { name: t('coverage.search') });
    this.counts = this.region.getByLabel(t('coverage.counts'));
  }

  tab(panel: 'coverage' | 'guidance'): Locator {
    return this.region.getByRole('tab', { name: this.#t(`panel.${panel}`), exact: true });
  }

  /** One of a few that are all visible: the scope, or what is shown. */
  choice(key: MessageKey): Locator {
    return this.region.getByRole('radio', { name: this.#t(key), exact: true });
  }

  /** How many principles are in a state, as it is written. */
  async count(key: MessageKey): Promise<string | undefined> {
    const terms = await this.counts.getByRole('term').allTextContents();
    const numbers = await this.counts.getByRole('definition').allTextContents();
    return numbers[terms.indexOf(this.#t(key))];
  }

  /** The line of a principle, which opens it. */
  principle(short: string): Locator {
    return this.principles.filter({ hasText: short }).getByRole('button');
  }

  get principles(): Locator {
    return this.region
      .getByRole('listitem')
      .getByRole('heading')
      .filter({ has: this.#page.getByRole('button') });
  }

  /** The tagged paragraphs of the principle that is open, each of which leads to its place. */
  get passages(): Locator {
    const name = this.#t('coverage.goTo', { number: '' }).replace(/\W*$/, '');
    return this.region.getByRole('button', { name });
  }

  button(key: MessageKey): Locator {
    return this.region.getByRole('button', { name: this.#t(key), exact: true });
  }

  unplaced(count: number): Locator {
    return this.region.getByRole('button', { name: this.#t('coverage.unplaced', { count }), exact: true });
  }

  async chooseFramework(title: string): Promise<void> {
    // Its name begins with the framework that is shown.
    const name = new RegExp(`${escapeForRegExp(this.#t('coverage.framework'))}$`);
    await this.region.getByRole('button', { name }).click();
    await this.#page.getByRole('option', { name: title }).click();
  }
}
