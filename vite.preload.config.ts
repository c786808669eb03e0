import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * What stands between Electron's window and the page, as CommonJS in one file: a sandboxed preload can
 * load nothing else. It joins the bundle of the process, which is built before it.
 */
export default defineConfig({
  root: folder('electron'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'chrome140',
    outDir: folder('dist/electron'),
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { preload: folder('electron/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});
