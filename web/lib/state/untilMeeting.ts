import { dayInNorway } from '#shared/day.ts';
import { longDay, timeOfDay } from '#shared/when.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When the meeting is, in words that help: `i dag kl. 12.00, om 25 minutter`. Both times in ms since 1970. */
export function whenInWords(startsAt: number, now: number, words: Catalogue): string {
  const { calendar, waiting } = words;
  const days = daysBetween(dayInNorway(now), dayInNorway(startsAt));
  const near = days === 0 ? waiting.today : days === 1 ? waiting.tomorrow : null;
  const at = calendar.at(near ?? longDay(dayInNorway(startsAt), calendar), timeOfDay(startsAt, calendar));
  const wait = waitInWords(startsAt - now, days, waiting);
  return wait ? `${at}, ${wait}` : at;
}

/** How long it is until then; null when it is time, and where the day has said it. */
function waitInWords(leftMs: number, days: number, words: Catalogue['waiting']): string | null {
  if (leftMs <= 0) return null;
  const minutes = Math.ceil(leftMs / MINUTE_MS);
  if (minutes < 60) return words.inMinutes(minutes);
  if (days === 0) return words.inHours(Math.floor(minutes / 60), minutes % 60);
  return days === 1 ? null : words.inDays(days);
}

/** From one day of the calendar to another, `YYYY-MM-DD`. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
