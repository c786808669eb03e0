import type { Page } from '@playwright/test';
import { setTimeout as delay } from 'node:timers/promises';
import { TEXT } from './strategy-window.ts';

/** Between keys, in milliseconds: no key meets the frame of the one before it. */
const PAUSE = { least: 45, spread: 25 } as const;

/** Puts the caret at the end of one of the top-level paragraphs. */
export async function putCaret(page: Page, paragraph: number): Promise<void> {
  await page.bringToFront();
  const target = page.locator(`${TEXT} > p`).nth(paragraph);
  await target.scrollIntoViewIfNeeded();
  await target.click();
  await page.keyboard.press('End');
}

/** Types letter by letter, at times that do not keep step with the screen. */
export async function typeText(page: Page, text: string, random: () => number): Promise<void> {
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await delay(PAUSE.least + random() * PAUSE.spread);
  }
}
