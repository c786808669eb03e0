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
    content: withoutTables(nodes),
  });
  return page;
}

/** The starter kit has no tables: a row becomes a paragraph with the same text. */
function withoutTables(nodes: readonly NodeJson[]): NodeJson[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'table') return [node];
    return (node.content ?? []).map((row) => ({
      type: 'paragraph',
      content: (row.content ?? []).flatMap((cell, index) => [
        ...(index > 0 ? [{ type: 'text', text: ' · ' }] : []),
        ...(cell.content ?? []).flatMap(({ content = [] }) => content),
      ]),
    }));
  });
}
