import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The workspace process, bundled: what Electron runs, and what starts quicker under Node. All files
 * lie flat in one folder, because a module finds its threads and the resources from where it lies.
 */
export default defineConfig({
  root: folder('electron'),
  publicDir: false,
  // A second copy of either would not know the first one's documents.
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols'] },
  ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: folder('dist/electron'),
    emptyOutDir: true,
    // Whose work is in the bundle, and under which terms: it goes wherever the bundle goes.
    license: { fileName: 'licences.md' },
    // Stack traces that name functions are worth more here than a smaller file.
    minify: false,
    rolldownOptions: {
      input: {
        main: folder('electron/main.ts'),
        cli: folder('electron/cli.ts'),
        'export-worker': folder('electron/exchange/export-worker.ts'),
        'spelling-worker': folder('electron/spelling/spelling-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
