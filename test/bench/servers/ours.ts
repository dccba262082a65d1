import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { startChild } from './child.ts';
import type { Contender } from './contender.ts';

const Package = z.object({ scripts: z.object({ start: z.string().regex(/^node /) }) });
const { scripts } = Package.parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')));

/** The program as `npm start` runs it, in demo mode. It checks every update and stores it before anyone sees it. */
export const ours: Contender = {
  stores: true,
  start: ({ port, folder, profileFolder }) =>
    startChild(
      [
        ...(profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []),
        ...scripts.start.split(' ').slice(1),
      ],
      { NODE_ENV: '', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, PUBLIC_URL: '', LOG_LEVEL: 'error' },
      'is open at',
    ),
};
