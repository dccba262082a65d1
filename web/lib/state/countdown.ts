import type { Countdown } from '#shared/meeting/countdown.ts';
import { SOON_MS } from '#shared/meeting/agenda.ts';
import type { StaffCatalogue } from '#shared/words/catalogue.ts';

const MINUTE_MS = 60_000;

/** What is left of a phase, in ms; below zero when it is over its time. `now` is the server's. */
export function leftOf(countdown: Countdown, now: number): number {
  return countdown.kind === 'paused' ? countdown.leftMs : countdown.endsAt - now;
}

/** How a phase stands with its time. A short phase is never soon over: that would be said from its beginning. */
export type Pace = 'calm' | 'soon' | 'over';

export function paceOf(leftMs: number, plannedMinutes: number): Pace {
  if (leftMs <= 0) return 'over';
  return leftMs <= SOON_MS && plannedMinutes * MINUTE_MS > SOON_MS ? 'soon' : 'calm';
}

/** `8 min igjen`, `5 minutter igjen` when it is soon over, `Under 1 min igjen`, `2 min over tiden`. */
export function leftInWords(leftMs: number, words: StaffCatalogue, pace: Pace = 'calm'): string {
  const minutes = Math.ceil(leftMs / MINUTE_MS);
  if (leftMs > 0) return pace === 'soon' ? words.leading.soon(minutes) : words.meeting.left(minutes);
  return words.meeting.over(Math.floor(-leftMs / MINUTE_MS));
}

/** How much of the planned time is used, from 0 to 1. */
export function usedPart(leftMs: number, plannedMinutes: number): number {
  return Math.min(1, Math.max(0, 1 - leftMs / (plannedMinutes * MINUTE_MS)));
}
