import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  // Rune classes are tested as the browser has them, not as the server would render them.
  resolve: { conditions: ['browser'] },
  test: {
    projects: [
      { extends: true, test: { name: 'house', include: ['test/*.test.ts', 'test/fuzz/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'browser', include: ['test/e2e/*.test.ts'], globalSetup: ['test/support/setup.ts'] },
      },
    ],
    reporters: ['default', 'test/support/tally.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Two cores: more workers than that only make browsers and servers wait for each other.
    maxWorkers: 2,
  },
});
