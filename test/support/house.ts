import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { readConfig } from '#server/config.ts';
import { openHouse, type House, type World } from '#server/house.ts';
import type { Web } from '#server/web.ts';

/** A house of its own for one test: real store in a folder that goes away, real sockets, a port of its own. */
export interface RunningHouse {
  url: string;
  /** Moves the clock forward. */
  pass(ms: number): void;
  close(): Promise<void>;
  dataDir: string;
}

const noWeb: Web = {
  handler: (_request, response) => void response.status(404).send('no web app in this test'),
  attach: async () => undefined,
  ownsUpgrade: () => false,
};

/** Opens a house that closes by itself when the test is over. `over` replaces parts of the world. */
export async function runHouse(
  options: { dataDir?: string; over?: Partial<World>; env?: Record<string, string> } = {},
): Promise<RunningHouse> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'house-')));
  let ahead = 0;
  const timers = new Set<NodeJS.Timeout>();
  const house: House = await openHouse(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...options.env }), {
    chance: {
      mint: () => randomBytes(24).toString('base64url'),
      code: () => String(randomInt(1_000_000)).padStart(6, '0'),
    },
    rowId: () => randomUUID(),
    now: () => Date.now() + ahead,
    // Nothing waits longer in a test than it must.
    defer: (ms, then) => void (ms === 0 ? setImmediate(then) : timers.add(setTimeout(then, Math.min(ms, 20)))),
    every(ms, then) {
      const timer = setInterval(then, ms);
      return () => clearInterval(timer);
    },
    logger: pino({ level: 'silent' }),
    web: noWeb,
    ...options.over,
  });
  house.server.listen(0, '127.0.0.1');
  await once(house.server, 'listening');
  const { port } = house.server.address() as AddressInfo;
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= house.close().finally(() => timers.forEach((timer) => clearTimeout(timer))));
  onTestFinished(async () => {
    await close();
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  });
  return { url: `http://127.0.0.1:${port}`, pass: (ms) => void (ahead += ms), close, dataDir };
}
