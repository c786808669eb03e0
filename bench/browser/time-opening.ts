import type { Browser } from '@playwright/test';
import type { Workplace } from '../measure/workplace.ts';
import { openWindow, serve, stop, whenEditable } from './strategy-window.ts';

/**
 * A way to measure, again and again, how long a user waits for a strategy.
 * @param text Something that the section to be shown holds.
 * @returns From the start of `serve` to a section that can be written in, in milliseconds.
 */
export function timeOpening(workplace: Workplace, browser: Browser, file: string, text: string): () => Promise<number> {
  const home = workplace.createHome();
  return async () => {
    const began = performance.now();
    const served = await serve(workplace, file, home);
    const page = await openWindow(browser, served);
    await whenEditable(page, text);
    const time = performance.now() - began;
    await page.context().close();
    await stop(served);
    return time;
  };
}
