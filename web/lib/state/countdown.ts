import type { Countdown } from '#shared/meeting/meeting.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';

const MINUTE_MS = 60_000;

/** What is left of a phase, in ms; below zero when it is over its time. `now` is the server's. */
export function leftOf(countdown: Countdown, now: number): number {
  return countdown.kind === 'paused' ? countdown.leftMs : countdown.endsAt - now;
}

/** `4 min igjen`, `Under 1 min igjen`, `2 min over tiden`. */
export function leftInWords(leftMs: number, words: Catalogue): string {
  if (leftMs > 0) return words.meeting.left(Math.ceil(leftMs / MINUTE_MS));
  return words.meeting.over(Math.floor(-leftMs / MINUTE_MS));
}

/** How much of the planned time is used, from 0 to 1. */
export function usedPart(leftMs: number, plannedMinutes: number): number {
  return Math.min(1, Math.max(0, 1 - leftMs / (plannedMinutes * MINUTE_MS)));
}
