import type { Browser, Page } from '@playwright/test';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../electron/resources.ts';
import type { NodeJson } from '../../shared/document/schema.ts';
import type { Workplace } from '../measure/workplace.ts';

/** A name that is never looked up: every request is answered from the folder. */
const ORIGIN = 'http://plain-editor.invalid';

/** Builds the page of a bare Tiptap editor and opens it with a text. */
export async function openPlainEditor(
  workplace: Workplace,
  browser: Browser,
  nodes: readonly NodeJson[],
): Promise<Page> {
  const folder = workplace.path('plain-editor');
  await build({
    configFile: false,
    root: join(ROOT, 'bench/plain-editor'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) });
  });
  const page = await context.newPage();
  await page.goto(ORIGIN);
  await page.evaluate((content) => window.startPlainEditor(content as never), {
    type: 'doc',
    content: nodes,
  });
  return page;
}
