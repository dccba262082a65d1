import { aase, type PersonKey } from '#server/demo/aase.ts';
import { PhaseId } from '#shared/ids.ts';
import type { MeetingEvent } from '#shared/meeting/event.ts';
import { Minutes, minutesOf, type Told } from '#shared/meeting/minutes.ts';
import { Template } from '#shared/meeting/template.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { personId } from './agreedVersion.ts';

/** 25 November 2026, 13:00 in Norway. */
export const ONE_O_CLOCK = Date.UTC(2026, 10, 25, 12);
const MINUTE_MS = 60_000;

/** So many minutes after one o'clock, in ms since 1970. */
export const after = (minutes: number): number => ONE_O_CLOCK + minutes * MINUTE_MS;

export const phase = (id: string): PhaseId => PhaseId.parse(id);
export const goTo = (id: string): MeetingEvent => ({ kind: 'phase', phase: phase(id) });

/** What happened, as `[minutes after one o'clock, who, what]`. */
export type Script = readonly (readonly [minutes: number, by: PersonKey | null, event: MeetingEvent])[];
/** Who was in the meeting from when to when, in minutes after one o'clock; null while they are. */
export type Coming = readonly (readonly [who: PersonKey, from: number, to: number | null])[];

const said = (nb: string) => ({ nb });
const stop = (id: string, title: string, minutes: number, sections: readonly string[] = []) => ({
  ...{ id, title: said(title), minutes, sections, firstSpeaker: 'patient', prompt: said('Spør.') },
  patient: { question: said(title), sentence: said('Vi snakker sammen.'), sections: [] },
});

/** A short agenda of our own, so that what these tests say does not change with the templates. */
export const template = Template.parse({
  ...{ id: 'invented', version: 1, title: said('Oppdiktet møte'), about: said('Til prøver.') },
  ...{ required: [], checklist: [] },
  phases: [
    stop('welcome', 'Velkommen', 3),
    stop('matters', 'Hva er viktig for deg?', 8, ['story', 'goals']),
    stop('plan', 'Planen videre', 10, ['treatment', 'followup']),
    stop('closing', 'Oppsummering', 6),
  ],
});

/** A meeting in which that happened, with nothing in its plan. Kari makes and leads it. */
export function toldOf(script: Script, coming: Coming = [], more: Partial<Told> = {}): Told {
  return {
    meeting: {
      ...{ title: aase.title, patient: aase.patient, demo: true, template, startsAt: ONE_O_CLOCK, video: true },
      minutes: {},
    },
    happened: script.map(([minutes, by, event]) => ({ at: after(minutes), by: by && personId(by), event })),
    people: (Object.keys(aase.people) as PersonKey[]).map((key) => ({
      ...aase.people[key],
      ...{ id: personId(key), gone: false },
    })),
    invited: [],
    stays: coming.map(([who, from, to]) => ({
      ...{ participant: personId(who), cameAt: after(from), leftAt: to === null ? null : after(to) },
    })),
    ...{ plan: blankPlan(), planVersion: null, signatures: [], partial: false, now: after(60) },
    spent: { since: null, roles: {}, phases: {} },
    ...more,
  };
}

export const START: MeetingEvent = { kind: 'started' };
export const SUMMED_UP: MeetingEvent = { kind: 'summedUp' };
export const PAUSED: MeetingEvent = { kind: 'paused' };
export const RESUMED: MeetingEvent = { kind: 'resumed' };
export const proposed = (
  row: string,
  words: string,
  section: 'treatment' | 'followup' = 'treatment',
): MeetingEvent => ({
  ...{ kind: 'proposed', section, row, words },
});
export const commented = (row: string, words: string): MeetingEvent => ({ kind: 'commented', row, words });
export const decided = (row: string, more: object = {}): MeetingEvent => ({
  ...{ kind: 'decided', section: 'treatment', row, outcome: 'kept', words: 'Trene i trapp' },
  ...{ owner: 'Mona Hansen', organisation: 'Larvik kommune', due: '2026-11-28', accepted: personId('mona') },
  ...more,
});

/** It has begun with the first phase. */
export const BEGUN: Script = [
  [0, 'kari', START],
  [0, 'kari', goTo('welcome')],
];
/** It lasted twenty minutes. */
export const OVER: Script = [...BEGUN, [20, 'kari', SUMMED_UP]];

/** Everything of it fits the schema; what is left out of a line is left out of the minutes. */
export const minutes = (script: Script, coming: Coming = [], more: Partial<Told> = {}) =>
  Minutes.parse(minutesOf(toldOf(script, coming, more)));
