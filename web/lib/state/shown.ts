import type { Phase, Template } from '#shared/meeting/template.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Stop } from './follow.svelte.ts';
import type { Place } from './place.ts';
import type { Speech } from './words.svelte.ts';

/** What a window shows in its middle. */
export type Shown =
  | { kind: 'prepare' | 'plan' | 'agreement' | 'minutes' | 'invite' | 'consent' | 'insight' | 'conversation' | 'terms' }
  | { kind: 'phase'; phase: Phase };

/** What is shown: what somebody went to look at, else where the meeting is. */
export function shownAt(place: Place, stop: Stop, template: Template): Shown {
  const phaseBy = (id: string) => template.phases.find((phase) => phase.id === id);
  if (place.kind === 'phase') {
    const phase = phaseBy(place.phase);
    if (phase) return { kind: 'phase', phase };
  } else if (place.kind !== 'meeting') return { kind: place.kind };
  if (stop === ':prepare') return { kind: 'prepare' };
  const phase = phaseBy(stop);
  return phase ? { kind: 'phase', phase } : { kind: 'agreement' };
}

export function titleOf(shown: Shown, speech: Speech): string {
  const { meeting } = speech.words;
  switch (shown.kind) {
    case 'phase':
      return speech.say(shown.phase.title);
    case 'plan':
      return meeting.wholePlan;
    case 'agreement':
      return meeting.agreement;
    case 'minutes':
      return speech.asideWords.minutes.title;
    case 'invite':
      return meeting.invite;
    case 'conversation':
      return speech.words.conversation.title;
    case 'terms':
      return speech.words.plain.title;
    case 'consent':
      return speech.asideWords.consent.title;
    case 'insight':
      return speech.asideWords.consent.whoLooked;
    case 'prepare':
      return meeting.prepareTitle;
  }
}

/** Where a section can be written: in the phase that the meeting is in where that shows it, else in the whole plan. */
export function placeOf(key: SectionKey, template: Template, current: Phase | null): Place {
  if (current?.sections.includes(key)) return { kind: 'meeting' };
  const phase = template.phases.find(({ sections }) => sections.includes(key));
  return phase ? { kind: 'phase', phase: phase.id } : { kind: 'plan' };
}
