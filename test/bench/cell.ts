import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCrowd, type Crowd } from './crowd.ts';
import { freePort } from './servers/child.ts';
import type { Contender, ContenderName, RunningServer } from './servers/contender.ts';
import { hocuspocus } from './servers/hocuspocus.ts';
import { ours } from './servers/ours.ts';
import { yWebsocket } from './servers/yWebsocket.ts';
import { vitalsOf } from './vitals.ts';
import type { JoiningWork, Typed, TypingWork } from './work.ts';

const SERVERS: Readonly<Record<ContenderName, Contender>> = { 'y-websocket': yWebsocket, hocuspocus, ours, line: ours };
const SAMPLE_MS = 200;

/** What one server did with one size of work. Times in ms, memory in MB. */
export interface TypingResult extends Typed {
  /** µs of the server's processor time for each character that appeared to somebody. */
  cpuPerDelivery: number;
  /** Share of one processor that the server used. */
  cpuShare: number;
  /** Memory before anyone came, and the most that it was. */
  memoryAtRest: number;
  memoryPeak: number;
  /** The window in µs of the system's steady clock, for reading a profile. */
  window: readonly [number, number];
}

/** ms to join, by door: while others are in, and as the first one after a new start. */
export interface JoiningResult {
  warm: Partial<Record<ContenderName, number>>;
  afterRestart: Partial<Record<ContenderName, number>>;
}

type Restart = (meanwhile?: (folder: string) => Promise<void>) => Promise<void>;

/** Everyone types at a fresh server. */
export async function typingCell(work: Omit<TypingWork, 'url'>, profileFolder: string | null): Promise<TypingResult> {
  return withServer(work.server, profileFolder, async (server, url) => {
    const memoryAtRest = (await vitalsOf(server.pid)).memoryMB;
    let memoryPeak = memoryAtRest;
    const sample = async () => {
      memoryPeak = Math.max(memoryPeak, (await vitalsOf(server.pid)).memoryMB);
    };
    // A server that is gone shows in what the clients say.
    const timer = setInterval(() => void sample().catch(() => undefined), SAMPLE_MS);
    try {
      return await withCrowd({ ...work, url }, async (crowd) => {
        await crowd.hear('entered');
        await crowd.hear('window');
        const begin = { cpu: (await vitalsOf(server.pid)).cpuMs, at: steadyMicros() };
        await crowd.hear('window');
        const end = { cpu: (await vitalsOf(server.pid)).cpuMs, at: steadyMicros() };
        const { typed } = await crowd.hear('typed');
        await sample();
        const cpuMicros = (end.cpu - begin.cpu) * 1000;
        return {
          ...typed,
          ...{ memoryAtRest, memoryPeak, cpuPerDelivery: cpuMicros / typed.arrivedMeanwhile },
          ...{ cpuShare: cpuMicros / (end.at - begin.at), window: [begin.at, end.at] as const },
        };
      });
    } finally {
      clearInterval(timer);
    }
  });
}

/** A long document is written and joined at a fresh server; and once more after a new start, where it is stored. */
export async function joiningCell(work: Omit<JoiningWork, 'url'>): Promise<JoiningResult> {
  return withServer(work.server, null, (_server, url, restart) =>
    withCrowd({ ...work, url }, async (crowd) => {
      const { ms: warm } = await crowd.hear('joined');
      const afterRestart: JoiningResult['afterRestart'] = {};
      for (const door of SERVERS[work.server].stores ? work.doors : []) {
        await restart();
        crowd.tell({ kind: 'join again', door });
        Object.assign(afterRestart, (await crowd.hear('joined')).ms);
      }
      return { warm, afterRestart };
    }),
  );
}

/** A fresh server, and what `use` does with it. `restart` takes what is to be done while it is down. */
export async function withServer<T>(
  name: ContenderName,
  profileFolder: string | null,
  use: (server: RunningServer, url: string, restart: Restart) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const port = await freePort();
  const start = () => SERVERS[name].start({ folder, port, profileFolder });
  let server = await start();
  const restart: Restart = async (meanwhile) => {
    await server.stop();
    await meanwhile?.(folder);
    server = await start();
  };
  try {
    return await use(server, `http://127.0.0.1:${port}`, restart);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function withCrowd<T>(work: TypingWork | JoiningWork, use: (crowd: Crowd) => Promise<T>): Promise<T> {
  const crowd = startCrowd(work);
  try {
    return await use(crowd);
  } finally {
    await crowd.close();
  }
}

const steadyMicros = () => Number(process.hrtime.bigint() / 1000n);
