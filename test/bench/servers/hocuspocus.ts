import { startChild } from './child.ts';
import type { Contender } from './contender.ts';

/** Hocuspocus with its own settings. It checks nothing, and stores each document as one blob when it has been quiet. */
export const hocuspocus: Contender = {
  stores: true,
  start: ({ port, folder }) =>
    startChild(['test/bench/servers/hocuspocusProgram.ts', String(port), folder], {}, 'listening'),
};
