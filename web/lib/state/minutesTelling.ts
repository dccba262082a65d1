import { dayInNorway } from '#shared/day.ts';
import type { Telling } from '#shared/meeting/minutesTold.ts';
import { whatOf } from './people.ts';
import { dayInYear, timeOfDay } from '#shared/when.ts';
import type { Speech } from './words.svelte.ts';

/** How the pages tell minutes. */
export function tellingOf({ words }: Speech): Telling {
  return {
    words,
    day: (at) => dayInYear(dayInNorway(at), words.calendar),
    time: (at) => timeOfDay(at, words.calendar),
    date: (iso) => dayInYear(iso, words.calendar),
    who: (guest) => `${guest.name}, ${whatOf(guest, words)}`,
  };
}
