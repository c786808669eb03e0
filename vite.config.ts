import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The window's page. It is served under a policy that allows nothing inline and nothing from elsewhere. */
export default defineConfig({
  root: folder('renderer'),
  base: '/',
  plugins: [react()],
  resolve: {
    // Two copies of any of these do not recognise each other's documents, nodes or hooks.
    dedupe: [
      'yjs',
      'lib0',
      'y-protocols',
      '@tiptap/core',
      '@tiptap/pm',
      '@tiptap/y-tiptap',
      'prosemirror-model',
      'prosemirror-state',
      'prosemirror-tables',
      'prosemirror-transform',
      'prosemirror-view',
      'react',
      'react-dom',
    ],
  },
  // The message catalogues and the shared layer lie outside the page's folder.
  server: { fs: { allow: [folder('.')] } },
  build: {
    outDir: folder('dist/renderer'),
    emptyOutDir: true,
    // Whose work is in the page, and under which terms: it goes wherever the page goes.
    license: { fileName: 'licences.md' },
    // The policy takes fonts from files only, and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What changes with its own version apart from what changes with ours.
        codeSplitting: {
          groups: [
            { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            {
              name: 'editor',
              test: /[\\/]node_modules[\\/](@tiptap|prosemirror-[^\\/]+|yjs|lib0|y-protocols|@hocuspocus)[\\/]/,
              priority: 2,
            },
            {
              name: 'interface',
              test: /[\\/]node_modules[\\/](react-aria[^\\/]*|react-stately|@react-[^\\/]+|@internationalized)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
