import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { escapeForRegExp } from './escape-for-reg-exp.ts';

/** The text of the section in view, with the chips beside it. */
export class SectionText {
  readonly box: Locator;
  readonly #page: Page;
  readonly #t: Translate;

  constructor(page: Page, t: Translate) {
    this.#page = page;
    this.#t = t;
    this.box = page.getByRole('textbox', { name: t('editor.text'), exact: true });
  }

  /** The paragraph with exactly this text. */
  paragraph(text: string): Locator {
    return this.box.getByRole('paragraph').filter({ hasText: new RegExp(`^${escapeForRegExp(text)}$`) });
  }

  heading(title: string): Locator {
    return this.box.getByRole('heading', { name: title, exact: true });
  }

  chip(number: number, title: string, strength: 'full' | 'partial' | 'mention' = 'full'): Locator {
    const name = this.#t('editor.tagName', { number, title, strength: this.#t(`strength.${strength}`) });
    return this.box.getByRole('button', { name, exact: true });
  }

  caption(text: string): Locator {
    return this.box.locator('[data-caption]').filter({ hasText: text });
  }

  get references(): Locator {
    return this.box.getByRole('link').and(this.box.locator('.reference'));
  }

  /** The paragraphs of all list items. */
  get items(): Locator {
    return this.box.getByRole('listitem').getByRole('paragraph');
  }

  get footnotes(): Locator {
    return this.box.getByRole('note');
  }

  /**
   * Every paragraph and heading with the chips of its tags beside it: `Text`, or `Text [14 22 partial]`;
   * a strength is named unless it is full.
   */
  blocks(): Promise<string[]> {
    return this.box.evaluate(
      (box, [full, heading]) => {
        const chips = [...box.querySelectorAll<HTMLElement>('button[aria-label]:not(.comment-chip)')].flatMap(
          (chip) => {
            const strength = (chip.ariaLabel ?? '').split(': ').at(-1)!;
            const { top, bottom } = chip.getBoundingClientRect();
            const number = chip.textContent;
            return /\d/.test(number)
              ? [{ text: strength === full ? number : `${number} ${strength}`, middle: (top + bottom) / 2 }]
              : [];
          },
        );
        return [...box.querySelectorAll<HTMLElement>(`p, ${heading}`)].map((block) => {
          const { top, bottom } = block.getBoundingClientRect();
          const own = chips.filter(({ middle }) => middle >= top && middle < bottom).map(({ text }) => text);
          return own.length === 0 ? block.textContent : `${block.textContent} [${own.join(' ')}]`;
        });
      },
      [this.#t('strength.full'), 'h2, h3, h4'] as const,
    );
  }

  /** Waits until the blocks and their chips are these. */
  async shows(blocks: readonly string[]): Promise<void> {
    await expect.poll(() => this.blocks()).toEqual(blocks);
  }

  /** Types at the caret, key by key. */
  async type(...lines: readonly string[]): Promise<void> {
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.newLine();
      await this.#page.keyboard.type(line);
    }
  }

  /** Presses Enter and waits for the new line. */
  async newLine(): Promise<void> {
    await this.#page.keyboard.press('Enter');
    await this.isPainted();
  }

  /** Waits until the text is on the screen as it is: nobody writes in a line before it is there. */
  async isPainted(): Promise<void> {
    await this.box.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }

  /** Puts the caret into a paragraph, behind so many letters; without a number at its end. */
  async caretIn(text: string, letters = text.length): Promise<void> {
    await this.paragraph(text).click();
    await this.caretBehind(letters);
  }

  /** Puts the caret behind so many letters of the line that it is in. */
  async caretBehind(letters: number): Promise<void> {
    await this.#hasSettledFocus();
    // The editor learns of the caret's way by an event that comes after the key. Where something else
    // makes it draw its own caret between the two, a step is lost; a person would go again, too.
    await expect(async () => {
      await this.#page.keyboard.press('Home');
      await this.isPainted();
      for (let step = 0; step < letters; step++) await this.#page.keyboard.press('ArrowRight');
      await this.isPainted();
      expect(await this.#lettersBefore()).toBe(letters);
    }).toPass({ timeout: 10_000 });
  }

  /** How many letters of its paragraph stand before the caret. */
  #lettersBefore(): Promise<number> {
    return this.box.evaluate(() => {
      const { anchorNode, anchorOffset } = getSelection()!;
      const element = anchorNode instanceof Element ? anchorNode : anchorNode!.parentElement!;
      const before = document.createRange();
      before.setStart(element.closest('p, h2, h3, h4, h5')!, 0);
      before.setEnd(anchorNode!, anchorOffset);
      return before.toString().length;
    });
  }

  /**
   * The editor puts the caret where it knows it to be 20 ms after it has got the focus, and would take
   * it back from where keys have moved it meanwhile. A timer that starts later ends later.
   */
  async #hasSettledFocus(): Promise<void> {
    await this.box.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }

  /** Selects from the start of one paragraph to the end of another. */
  async select(first: string, last = first): Promise<void> {
    await this.caretIn(first, 0);
    await this.paragraph(last).click({ modifiers: ['Shift'] });
    await this.#page.keyboard.press('Shift+End');
    await this.isPainted();
  }

  /** Selects so many letters at the beginning of a paragraph. */
  async selectLetters(text: string, letters: number): Promise<void> {
    await this.caretIn(text, 0);
    for (let letter = 0; letter < letters; letter++) await this.#page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => this.box.evaluate(() => getSelection()?.toString())).toBe(text.slice(0, letters));
    // The editor learns of it by an event that comes after the key.
    await this.isPainted();
  }

  async cut(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+x');
  }

  async copy(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+c');
  }

  async paste(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+v');
  }

  /** Pastes what another program has put on the clipboard. */
  async pasteHtml(html: string, plain = ''): Promise<void> {
    await this.box.evaluate(
      (box, [htmlText, plainText]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', htmlText);
        clipboardData.setData('text/plain', plainText);
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [html, plain] as const,
    );
  }
}
