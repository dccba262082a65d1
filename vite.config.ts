import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import options from './svelte.config.js';

/** Few files that fit the way people go through the pages: each file of its own is a wait on a poor network, and compresses worse. */
const GROUPS = [
  // SvelteKit looks for a file of its entry's own.
  {
    name: 'frame',
    priority: 30,
    test: /preload-helper|node_modules\/(svelte|devalue|zod|@sveltejs\/kit\/src\/(?!runtime\/client\/entry))/,
  },
  { name: 'house', priority: 25, test: /lib\/state\/(api|words|clock|people|trying)\.|parts\/(frame|people\/Avatar)/ },
  { name: 'visit', priority: 20, test: /state\/visit\.svelte\.ts$/ },
];

export default defineConfig({
  root: 'web',
  cacheDir: '../node_modules/.vite',
  // The plain one, not the one that paints what it logs: Yjs hardly logs, and the painter weighs more than the messages.
  resolve: { alias: { 'lib0/logging': fileURLToPath(import.meta.resolve('lib0/logging')) } },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: GROUPS } },
          // Declaring a schema does nothing but declare it: those that no page reads with are left out.
          treeshake: { manualPureFunctions: ['z'] },
        },
      },
    },
  },
  plugins: [sveltekit(options)],
});
