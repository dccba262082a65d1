import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { AppError } from '#shared/errors.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openHouse } from './house.ts';
import { builtWeb, freshWeb } from './web.ts';

/**
 * The program: reads the environment, opens the house with the real clock and real chance, listens, and closes well.
 * @throws ConfigError, AppError with words for the operator when it cannot start.
 */
export async function run(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel });
  const house = await openHouse(config, {
    chance: {
      mint: () => randomBytes(24).toString('base64url'),
      code: () => String(randomInt(1_000_000)).padStart(6, '0'),
    },
    rowId: () => randomUUID(),
    now: () => Date.now(),
    // A timer of no milliseconds takes one.
    defer: (ms, then) => void (ms === 0 ? setImmediate(then) : setTimeout(then, ms)),
    every(ms, then) {
      const timer = setInterval(then, ms);
      return () => clearInterval(timer);
    },
    logger,
    web: process.argv.includes('--dev') ? freshWeb() : await builtWeb(),
  });

  house.server.listen(config.port, config.host);
  await once(house.server, 'listening').catch((cause: unknown) => {
    throw Object.assign(new AppError('unavailable', whyNotListening(cause, config)), { cause });
  });
  welcome(config, house.server.address() as AddressInfo);

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      house.close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.fatal({ err: error }, 'did not close well');
          process.exit(1);
        },
      );
    });
}

/** The words for the operator; anything but a reason to refuse is a bug, and thrown again. */
export function whyNotStarting(error: unknown): string {
  if (error instanceof ConfigError || error instanceof AppError) return error.message;
  throw error;
}

/** In words what the system says in letters. */
function whyNotListening(cause: unknown, { host, port }: Config): string {
  const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
  const why = isTaken ? 'something else is listening there. Choose another PORT.' : String(cause);
  return `Cannot listen at ${host}:${port}: ${why}`;
}

function welcome({ publicOrigin, host, demo }: Config, { port }: AddressInfo): void {
  const address = publicOrigin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  const lines = [
    '',
    `  The meeting is open at ${address}`,
    ...(demo
      ? [
          '',
          '  DEMO: anyone can come in as anyone. Only invented people belong here.',
          '  Open that page and choose who you are: Åse (the patient, on a tablet), Line (her daughter),',
          '  Kari (nurse, leads the meeting), Mona (case officer), Per (GP), Jonas (doctor) or Tiril (physio).',
          '  Each opens in a window of its own, so you can be several at once.',
        ]
      : ['  Come in by your invitation, or sign in.']),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
