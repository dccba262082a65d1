import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { holdContest } from './contest.ts';
import { readMachine } from './machine.ts';
import { readOptions, type Options } from './options.ts';
import { reportOf } from './report.ts';
import { summaryOf } from './summary.ts';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));

/** The program: the same work on our server and the peers', side by side; the result on the standard output. */
async function main(options: Options): Promise<void> {
  build();
  const machine = await readMachine();
  const summary = summaryOf(await holdContest(options, (words) => process.stderr.write(`${words}\n`)));
  const { updates } = options;
  const told = options.json
    ? JSON.stringify({ machine, updates, ...summary }, null, 2)
    : reportOf(summary, machine, updates);
  process.stdout.write(`${told}\n`);
}

/** Our program does not start without its web app, of whatever age. */
function build(): void {
  if (existsSync(`${HOUSE}build/handler.js`)) return;
  const { status } = spawnSync(process.execPath, ['web/build.ts'], { cwd: HOUSE, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The web app could not be built.');
}

function optionsOrLeave(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    const flags =
      '--quick --json --profile --papers --runs N --sizes 10,40,200 --only ours,line,hocuspocus,y-websocket';
    process.stderr.write(`${why}\n\nnpm run bench -- ${flags}\n`);
    return process.exit(2);
  }
}

await main(optionsOrLeave());
