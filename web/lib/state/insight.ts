import type { LogEntry } from '#shared/logEntry.ts';
import { clockAt } from '#shared/day.ts';
import { longDay, timeOfDay } from '#shared/when.ts';
import { partsOf, toldOf, type NameOf } from './insightTold.ts';
import type { Speech } from './words.svelte.ts';

/** Somebody who opens part after part within this time reads once. */
const ONE_SITTING_MS = 5 * 60_000;

/** What somebody did on one day, however often. */
export interface InsightLine {
  key: string;
  /** `Mona Hansen (kommunen) leste planen` */
  sentence: string;
  /** `6 ganger, sist kl. 11.04` */
  when: string;
  /** Where they come from; null where that is not known, or theirs alone. */
  organisation: string | null;
  /** Headings of the parts that it was about, each once. */
  parts: string[];
  refused: boolean;
}

export interface InsightDay {
  /** `2026-11-26` */
  date: string;
  title: string;
  lines: InsightLine[];
}

export interface InsightOptions {
  /** Whose window it is; null for nobody's. */
  me: string | null;
  /** Whether their own doings are shown as well. */
  mine: boolean;
  /** The names of those who are in the meeting now. */
  people: readonly { id: string; name: string }[];
}

/** The access log (oldest first) for people: by day, the newest first, and what was done again and again in one line. */
export function insightDays(
  entries: readonly LogEntry[],
  { me, mine, people }: InsightOptions,
  speech: Speech,
): InsightDay[] {
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
  for (const { participant, name } of entries) if (participant && name) names.set(participant, name);
  const nameOf: NameOf = (id) => names.get(id) ?? null;
  const days = new Map<string, Map<string, Deed>>();
  for (const entry of entries.toReversed()) {
    if (!mine && entry.participant !== null && entry.participant === me) continue;
    const { date } = clockAt(entry.at);
    const deeds = days.get(date) ?? new Map<string, Deed>();
    days.set(date, deeds);
    const who = whoOf(entry, me, speech);
    const sentence = speech.asideWords.insight.line(who, toldOf(entry, nameOf, speech));
    const key = `${entry.participant ?? ''} ${sentence}`;
    deeds.set(key, withEntry(deeds.get(key), entry, sentence, partsOf(entry, speech)));
  }
  return [...days].map(([date, deeds]) => ({
    ...{ date, title: longDay(date, speech.words.calendar) },
    lines: [...deeds].map(([key, deed]) => lineOf(key, deed, speech)),
  }));
}

interface Deed {
  sentence: string;
  organisation: string | null;
  times: number;
  /** ms since 1970: the newest, and the oldest so far. */
  last: number;
  first: number;
  parts: Set<string>;
  refused: boolean;
}

/** Entries come from the newest to the oldest. */
function withEntry(before: Deed | undefined, entry: LogEntry, sentence: string, parts: readonly string[]): Deed {
  const { at, action, outcome, organisation } = entry;
  const refused = outcome === 'refused';
  const deed = before ?? { sentence, organisation, times: 0, last: at, first: at, parts: new Set(), refused };
  const isSitting = action === 'read' || action === 'wrote';
  if (!before || !isSitting || deed.first - at > ONE_SITTING_MS) deed.times += 1;
  deed.first = at;
  for (const part of parts) deed.parts.add(part);
  return deed;
}

function lineOf(key: string, { times, last, parts, ...deed }: Deed, speech: Speech): InsightLine {
  const { insight, calendar } = speech.asideWords;
  const time = timeOfDay(last, calendar);
  const when = times === 1 ? insight.clock(time) : `${insight.times(times)}, ${insight.lastAt(time)}`;
  const { sentence, organisation, refused } = deed;
  return { key, sentence, when, organisation, parts: [...parts], refused };
}

function whoOf({ participant, name, role }: LogEntry, me: string | null, speech: Speech): string {
  const { insight, people } = speech.asideWords;
  if (participant !== null && participant === me) return insight.you;
  // Whose name was deleted with the meeting.
  if (name === '') return insight.somebody;
  return role ? insight.who(name, people.role[role]) : name;
}
