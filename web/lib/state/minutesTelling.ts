import { ZONE } from '#shared/day.ts';
import type { Telling } from '#shared/meeting/minutesTold.ts';
import { whatOf } from './people.ts';
import { timeOfDay } from './when.ts';
import type { Speech } from './words.svelte.ts';

const about = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const day = new Intl.DateTimeFormat('nb-NO', { ...about, timeZone: ZONE });
const date = new Intl.DateTimeFormat('nb-NO', { ...about, timeZone: 'UTC' });

/** How the pages tell minutes. */
export function tellingOf({ words }: Speech): Telling {
  return {
    words,
    day: (at) => day.format(at),
    time: timeOfDay,
    date: (iso) => date.format(Date.parse(iso)),
    who: (guest) => `${guest.name}, ${whatOf(guest, words)}`,
  };
}
