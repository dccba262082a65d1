import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { RunningServer } from './contender.ts';

const HOUSE = fileURLToPath(new URL('../../..', import.meta.url));
/** How long a server may take to close before it is killed. */
const GOODBYE_MS = 60_000;

/** Runs Node.js with `args` from the top of the house; resolves when it prints `ready`. @throws Error with what it printed. */
export async function startChild(args: string[], env: Record<string, string>, ready: string): Promise<RunningServer> {
  const child = spawn(process.execPath, args, {
    ...{ cwd: HOUSE, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  const gone = once(child, 'exit');
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      if (printed.length < 10_000) printed += chunk.toString();
      if (printed.includes(ready)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${printed}`)));
  });
  return {
    pid: child.pid ?? NaN,
    async stop() {
      const timer = setTimeout(kill, GOODBYE_MS);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(timer);
      process.removeListener('exit', kill);
    },
  };
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
