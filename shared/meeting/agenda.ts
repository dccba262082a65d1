import type { PhaseId } from '#shared/ids.ts';
import type { MeetingState } from './meeting.ts';
import type { Talk } from './talk.ts';
import { minutesOf, type Phase, type Template } from './template.ts';

const MINUTE_MS = 60_000;
/** Where the countdown says so in words. */
export const SOON_MS = 5 * MINUTE_MS;
/** Nothing is shortened below this. */
const LEAST_MINUTES = 2;

/** A phase that could be shorter, in minutes. */
export interface Shortening {
  phase: PhaseId;
  from: number;
  to: number;
}

/** How the rest of the agenda fits into what is left of the planned time. Minutes are whole and rounded up. */
export interface Fit {
  /** How much longer the rest takes than there is time for; 0 when it fits. */
  overMinutes: number;
  /** What could be shortened so that it fits, or nearly. */
  shortenings: Shortening[];
  /** What is too long still, when all of that is done. */
  stillMinutes: number;
}

/** The minutes of a phase in this meeting. */
export function plannedMinutes(phase: Pick<Phase, 'id' | 'minutes'>, { minutes }: Pick<Talk, 'minutes'>): number {
  return minutes[phase.id] ?? phase.minutes;
}

/** Milliseconds left of the phase; negative when it runs over. */
export function leftOf(state: Extract<MeetingState, { status: 'inMeeting' }>, now: number): number {
  return state.countdown.kind === 'paused' ? state.countdown.leftMs : state.countdown.endsAt - now;
}

/** Whether the rest fits before the time when the meeting should be over. Null when no meeting is on. */
export function fitOf(state: MeetingState, template: Template, talk: Pick<Talk, 'minutes'>, now: number): Fit | null {
  if (state.status !== 'inMeeting') return null;
  const rest = phasesAfter(template, state.phase);
  const needed = Math.max(leftOf(state, now), 0) + sum(rest.map((phase) => plannedMinutes(phase, talk))) * MINUTE_MS;
  const overMs = now + needed - (state.startedAt + minutesOf(template) * MINUTE_MS);
  const overMinutes = Math.max(Math.ceil(overMs / MINUTE_MS), 0);
  if (overMinutes === 0) return { overMinutes, shortenings: [], stillMinutes: 0 };
  const shortenings = shorten(rest, talk, overMinutes);
  const won = sum(shortenings.map(({ from, to }) => from - to));
  return { overMinutes, shortenings, stillMinutes: Math.max(overMinutes - won, 0) };
}

/** The phases after `current`. */
export function phasesAfter(template: Template, current: PhaseId): Phase[] {
  const at = template.phases.findIndex(({ id }) => id === current);
  return at < 0 ? [] : template.phases.slice(at + 1);
}

/** What matters to the patient and the agreement keep their time; of the others the longest gives a minute, again and again. */
function shorten(rest: readonly Phase[], talk: Pick<Talk, 'minutes'>, over: number): Shortening[] {
  const choices = rest
    .filter((phase) => !isAboutWhatMatters(phase) && phase.then === undefined)
    .map((phase) => ({ phase: phase.id, from: plannedMinutes(phase, talk), to: plannedMinutes(phase, talk) }));
  for (let minute = 0; minute < over; minute += 1) {
    const longest = choices.toSorted((a, b) => b.to - a.to)[0];
    if (!longest || longest.to <= LEAST_MINUTES) break;
    longest.to -= 1;
  }
  return choices.filter(({ from, to }) => to < from);
}

/** Whether the phase is about what matters to the patient. */
export function isAboutWhatMatters({ sections }: Phase): boolean {
  return sections.includes('story') || sections.includes('goals');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
