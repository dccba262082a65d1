import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createBuilder } from 'vite';

const HOUSE = fileURLToPath(new URL('..', import.meta.url));
/** What the web app is made of. */
const SOURCES = ['web', 'shared', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const PRODUCT = join(HOUSE, 'build', 'handler.js');

/** Builds the web app into `build/` unless what is there is newer than everything that it is made of. */
export async function buildWeb(): Promise<void> {
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(HOUSE, source))));
  if (existsSync(PRODUCT) && statSync(PRODUCT).mtimeMs >= newest) return;
  // The adapter and Vite's root are relative to the top of the house.
  process.chdir(HOUSE);
  const { NODE_ENV } = process.env;
  // Also where tests ask for it: else they, and who starts the program after them, get one that is made for developers.
  process.env['NODE_ENV'] = 'production';
  try {
    const builder = await createBuilder({ configFile: join(HOUSE, 'vite.config.ts'), logLevel: 'warn' });
    await builder.buildApp();
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}

function newestIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== '.svelte-kit' && name !== 'node_modules');
  return Math.max(0, ...inside.map((name) => newestIn(join(path, name))));
}

if (import.meta.main) await buildWeb();
