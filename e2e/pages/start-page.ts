import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { DialogModel } from './dialog.ts';

/** Where one begins: recent strategies, a file, or a new strategy. */
export class StartPage {
  readonly heading: Locator;
  readonly person: DialogModel;
  readonly newStrategy: DialogModel;
  readonly openFile: DialogModel;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.heading = page.getByRole('heading', { level: 1, name: t('app.name'), exact: true });
    this.person = new DialogModel(page, t('person.title'));
    this.newStrategy = new DialogModel(page, t('newStrategy.heading'));
    this.openFile = new DialogModel(page, t('openFile.title'));
  }

  get newButton(): Locator {
    return this.#page.getByRole('button', { name: this.#t('start.new'), exact: true });
  }

  get openButton(): Locator {
    return this.#page.getByRole('button', { name: this.#t('start.open'), exact: true });
  }

  /** The strategies that were open lately. */
  get recent(): Locator {
    return this.#page.getByRole('region', { name: this.#t('start.recent') }).getByRole('listitem');
  }

  /** Says who is writing, on first run. */
  async introduce(name: string, organisation: string): Promise<void> {
    await this.person.field(this.#t('person.name')).fill(name);
    await this.person.field(this.#t('person.organisation')).fill(organisation);
    await this.person.button(this.#t('person.start')).click();
  }

  /** Creates a strategy from the template whose title is given. */
  async create(title: string, template: string): Promise<void> {
    await this.newButton.click();
    await this.newStrategy.field(this.#t('newStrategy.title')).fill(title);
    await this.newStrategy.dialog.getByRole('radio', { name: template }).check();
    await this.newStrategy.button(this.#t('newStrategy.create')).click();
  }
}
