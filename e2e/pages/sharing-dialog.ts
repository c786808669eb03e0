import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { CommandPalette } from './command-palette.ts';
import { DialogModel } from './dialog.ts';

/** Where the lead shares the strategy, and says who takes part. */
export class SharingDialog extends DialogModel {
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    super(page, t('sharing.title'));
    this.#page = page;
    this.#t = t;
  }

  /** Opens it from the palette's entry. */
  async open(): Promise<void> {
    await new CommandPalette(this.#page, this.#t).run(this.#t('palette.share'));
    await expect(this.dialog).toBeVisible();
  }

  /** Shares at the address that is offered first. */
  async share(): Promise<void> {
    await this.button(this.#t('sharing.share')).click();
    await expect(this.button(this.#t('sharing.stop'))).toBeVisible();
  }

  /** Makes an invitation; a contributor's is for the sections that are named. @returns The invitation. */
  async invite(
    name: string,
    role: 'lead' | 'contributor' | 'commenter',
    sections: readonly string[] = [],
  ): Promise<string> {
    await this.button(this.#t('sharing.inviteSomebody')).click();
    await this.field(this.#t('sharing.name')).fill(name);
    await this.dialog.getByText(this.#t(`sharing.roleHint.${role}`)).click();
    const choice = this.dialog.getByRole('group', { name: this.#t('sharing.sections') });
    for (const section of sections) await choice.getByText(section).click();
    await this.button(this.#t('sharing.makeInvitation')).click();
    return this.invitation.inputValue();
  }

  get invitation(): Locator {
    return this.field(this.#t('sharing.invitation'));
  }

  /** One who takes part. */
  member(name: string): Locator {
    return this.dialog
      .getByRole('list', { name: this.#t('sharing.members') })
      .getByRole('listitem')
      .filter({ hasText: name });
  }

  /** Cuts somebody off, and says so twice. */
  async remove(name: string): Promise<void> {
    await this.button(this.#t('sharing.removeOf', { name })).click();
    await this.button(this.#t('sharing.removeConfirm')).click();
    await expect(this.member(name)).toContainText(this.#t('memberState.revoked'));
  }
}
