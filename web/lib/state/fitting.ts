import { fitOf } from '#shared/meeting/agenda.ts';
import type { MeetingView } from '#shared/live.ts';
import type { Command } from '#shared/meeting/command.ts';
import type { Speech } from './words.svelte.ts';

const MINUTE_MS = 60_000;

/** The rest of the agenda takes longer than there is time for. */
export interface TooLong {
  overMinutes: number;
  /** What could be shorter, in minutes. */
  shorter: { title: string; from: number; to: number }[];
  /** What is too long still when all of that is done. */
  stillMinutes: number;
  /** Shortens all of it; null when nothing can be shortened. */
  command: Command | null;
}

/** Null when the rest fits. `now` is the server's; what is said changes by the minute and no faster. */
export function tooLongOf(view: MeetingView, now: number, speech: Pick<Speech, 'say'>): TooLong | null {
  const { state, template, talk } = view;
  const fit = fitOf(state, template, talk, Math.floor(now / MINUTE_MS) * MINUTE_MS);
  if (fit === null || fit.overMinutes === 0) return null;
  const { overMinutes, shortenings, stillMinutes } = fit;
  const titleOf = new Map(template.phases.map(({ id, title }) => [id, speech.say(title)]));
  return {
    ...{ overMinutes, stillMinutes },
    shorter: shortenings.map(({ phase, from, to }) => ({ title: titleOf.get(phase) ?? '', from, to })),
    command: shortenings.length
      ? { kind: 'shorten', phases: shortenings.map(({ phase, to }) => ({ phase, minutes: to })) }
      : null,
  };
}
