import { dayInNorway } from '#shared/day.ts';
import type { Telling } from '#shared/meeting/minutesTold.ts';
import type { Template } from '#shared/meeting/template.ts';
import { section } from '#shared/plan/sections.ts';
import { whatOf } from './people.ts';
import { dayInYear, timeOfDay } from '#shared/when.ts';
import type { Speech } from './words.svelte.ts';

/** How the pages tell minutes of a meeting with `template`. */
export function tellingOf(speech: Speech, template: Pick<Template, 'phases'>): Telling {
  const words = speech.asideWords;
  const titles = new Map(template.phases.map(({ id, title }) => [id, title]));
  return {
    words,
    day: (at) => dayInYear(dayInNorway(at), words.calendar),
    time: (at) => timeOfDay(at, words.calendar),
    date: (iso) => dayInYear(iso, words.calendar),
    who: (guest) => `${guest.name}, ${whatOf(guest, words)}`,
    heading: (key) => speech.say(section(key).heading),
    phase: (id, title) => speech.say(titles.get(id) ?? { nb: title }),
  };
}
