import { startChild } from './child.ts';
import type { Contender } from './contender.ts';

/** The y-websocket 2 server just as its package starts it. It checks nothing and stores nothing. */
export const yWebsocket: Contender = {
  stores: false,
  start: ({ port }) =>
    startChild(['node_modules/y-websocket-2/bin/server.cjs'], { HOST: '127.0.0.1', PORT: String(port) }, 'running at'),
};
