import { ERROR_CODES, WIRE, type ErrorCode } from '#shared/errors.ts';

/** Why the server closed a channel, or the whole line. */
export interface Ending {
  /** WebSocket close code. */
  code: number;
  reason: string;
}

/** Closed for a reason that passes: the reader was asleep, or too much came at once. */
const PASSING: readonly number[] = [WIRE['too-slow'].close, WIRE['too-many'].close];

/** Whether connecting again is pointless: the server decided, as an HTTP 4xx does. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500 && !PASSING.includes(code);
}

/**
 * The same for the line as a whole. Frames that came in disorder are no word of ours, but the network's doing; a new
 * line mends it.
 */
export function isFinalForLine(code: number): boolean {
  return isFinal(code) && code !== WIRE['bad-input'].close;
}

/** The problem that a close code stands for; `unavailable` for one that says nothing. */
export function problemOfEnding({ code }: Ending): ErrorCode {
  return ERROR_CODES.find((name) => WIRE[name].close === code) ?? 'unavailable';
}
