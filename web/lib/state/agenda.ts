import type { PhaseId } from '#shared/ids.ts';
import { plannedMinutes } from '#shared/meeting/agenda.ts';
import type { Talk } from '#shared/meeting/talk.ts';
import type { Phase, Template } from '#shared/meeting/template.ts';
import type { Place } from './place.ts';
import type { Speech } from './words.svelte.ts';

/** One phase as the rail shows it. */
export interface PhaseStep {
  id: PhaseId;
  /** From 1. */
  number: number;
  title: string;
  /** Planned. */
  minutes: number;
  /** What the template has, where this meeting changed it; else null. */
  from: number | null;
  state: 'done' | 'current' | 'ahead';
  /** What this window shows now. */
  shown: boolean;
  href: string;
}

export interface AgendaAt {
  template: Template;
  talk: Pick<Talk, 'minutes'>;
  /** The phase that the meeting is in; null before it starts. */
  current: PhaseId | null;
  /** The meeting is past its last phase. */
  over: boolean;
  shown: PhaseId | null;
  speech: Speech;
  address: (place: Place) => string;
}

/** The phases in order, with where the meeting is and where this window is. */
export function stepsOf({ template, talk, current, over, shown, speech, address }: AgendaAt): PhaseStep[] {
  const at = template.phases.findIndex(({ id }) => id === current);
  return template.phases.map(({ id, title, minutes }, place) => ({
    id,
    number: place + 1,
    title: speech.say(title),
    ...minutesOf(minutes, plannedMinutes({ id, minutes }, talk)),
    state: over || place < at ? 'done' : place === at ? 'current' : 'ahead',
    shown: id === shown,
    // The phase that the meeting is in is where the meeting is: going there means following it.
    href: address(place === at && !over ? { kind: 'meeting' } : { kind: 'phase', phase: id }),
  }));
}

const minutesOf = (from: number, minutes: number) => ({ minutes, from: minutes === from ? null : from });

/** The phase before `current`, or null at the beginning. */
export function phaseBefore(template: Template, current: PhaseId | null): Phase | null {
  const at = template.phases.findIndex(({ id }) => id === current);
  return template.phases[at - 1] ?? null;
}

/** The phase after `current`, or null at the end. */
export function phaseAfter(template: Template, current: PhaseId | null): Phase | null {
  const at = template.phases.findIndex(({ id }) => id === current);
  return at < 0 ? null : (template.phases[at + 1] ?? null);
}
