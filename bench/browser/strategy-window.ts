import type { Browser, Page } from '@playwright/test';
import { kill, serveFile, type ServedProcess } from '../../electron/hub/served-process.test-support.ts';
import { BUILT_CLI } from '../measure/built-application.ts';
import { endProcess, type Workplace } from '../measure/workplace.ts';

/** The text of a section, where it can be written in. */
export const TEXT = '[contenteditable="true"]';
const PATIENCE = 60_000;

/** Serves a strategy as a user does; the process ends with the benchmark, or before. */
export async function serve(workplace: Workplace, file: string, home: string): Promise<ServedProcess> {
  const served = await serveFile(file, home, BUILT_CLI);
  workplace.onEnd(() => kill(served));
  return served;
}

/** Ends a process as a user does, so that it settles and closes the file. */
export async function stop({ child }: ServedProcess): Promise<void> {
  await endProcess(child);
}

/** A window of its own, with nothing cached. */
export async function openWindow(
  browser: Browser,
  { origin, strategy, token }: ServedProcess,
  section?: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript((value) => sessionStorage.setItem('valletta.token', value), token);
  await page.goto(`${origin}/strategy/${strategy}${section === undefined ? '' : `?section=${section}`}`, {
    waitUntil: 'commit',
  });
  return page;
}

/** Waits until a section that holds `text` can be written in. */
export async function whenEditable(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    ([selector, wanted]) => document.querySelector(selector)?.textContent.includes(wanted) ?? false,
    [TEXT, text] as const,
    { timeout: PATIENCE },
  );
}
