import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { escapeForRegExp } from './escape-for-reg-exp.ts';

/** What stands above a section's text. */
export class SectionHead {
  readonly #text: Locator;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#t = t;
    this.#text = page.getByRole('main', { name: t('regions.text') });
  }

  get title(): Locator {
    return this.#text.getByRole('textbox', { name: nameWithNumber(this.#t('sectionHead.title', { number: NUMBER })) });
  }

  owner(owner: string): Locator {
    return this.#text.getByRole('button', { name: this.#t('sectionHead.owner', { owner }), exact: true });
  }

  status(status: 'drafting' | 'in-review' | 'cleared'): Locator {
    const name = this.#t('sectionHead.status', { status: this.#t(`status.${status}`) });
    return this.#text.getByRole('button', { name, exact: true });
  }
}

const NUMBER = 7_777;

/** The name with any number in it. */
function nameWithNumber(name: string): RegExp {
  return new RegExp(`^${name.split(String(NUMBER)).map(escapeForRegExp).join('\\d+')}$`);
}
