import * as z from 'zod/mini';
import type { Command } from './command.ts';

/** Where a phase stands. `endsAt` is in ms since 1970; a paused one keeps the milliseconds that are left. */
export const Countdown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running'), endsAt: z.int() }),
  z.strictObject({ kind: z.literal('paused'), leftMs: z.int() }),
]);
export type Countdown = z.infer<typeof Countdown>;

const MINUTE_MS = 60_000;

/** The countdown after more time, a pause, or on again. `now` in ms since 1970. */
export function wind(
  countdown: Countdown,
  command: Extract<Command, { kind: 'extend' | 'pause' | 'resume' }>,
  now: number,
): Countdown {
  switch (command.kind) {
    case 'extend': {
      const more = command.minutes * MINUTE_MS;
      if (countdown.kind === 'paused') return { kind: 'paused', leftMs: Math.max(countdown.leftMs, 0) + more };
      return { kind: 'running', endsAt: Math.max(countdown.endsAt, now) + more };
    }
    case 'pause':
      return countdown.kind === 'paused' ? countdown : { kind: 'paused', leftMs: countdown.endsAt - now };
    case 'resume':
      return countdown.kind === 'running' ? countdown : { kind: 'running', endsAt: now + countdown.leftMs };
  }
}
