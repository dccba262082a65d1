import * as z from 'zod/mini';
import { Decision } from '#shared/agreement/signature.ts';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import { ALL_BUT_INTERPRETER, Profession, Role } from '#shared/roles.ts';
import { isAboutWhatMatters } from './agenda.ts';
import { courseOf, lengthOf, Pass, Stretch, within, type Course, type Happened } from './minutesCourse.ts';
import { Decided, decisionsOf, Discussed, Named } from './minutesDecisions.ts';
import { planTold, PlanTold } from './minutesPlan.ts';
import type { Spent } from './talk.ts';
import type { Template } from './template.ts';

/** Somebody who was asked to come. */
export const Guest = z.extend(Named, { organisation: z.nullable(z.string()), profession: z.nullable(Profession) });
export type Guest = z.infer<typeof Guest>;

/** What a participant said of the plan. `lapsed`: of an earlier content. */
const Word = z.extend(Guest, {
  ...{ decision: Decision, sections: z.array(SectionKey), reason: z.nullable(z.string()) },
  ...{ at: z.int(), lapsed: z.boolean() },
});

/**
 * The minutes of a meeting, made of what happened in it; what is not known is not there. Times are ms since 1970,
 * lengths are ms.
 */
export const Minutes = z.strictObject({
  title: z.string(),
  patient: z.strictObject({ name: z.string(), birthYear: z.nullable(z.int()) }),
  demo: z.boolean(),
  plannedAt: z.int(),
  /** None: it has not begun. More than one: it was taken up again after it was summed up. */
  sittings: z.array(Stretch),
  /** How far these minutes go, where the meeting is not over. */
  toldAt: z.nullable(z.int()),
  /** When everyone had left a meeting that nobody has summed up. */
  leftAt: z.nullable(z.int()),
  video: z.boolean(),
  present: z.array(z.extend(Guest, { stays: z.array(Stretch) })),
  absent: z.array(Guest),
  leads: z.array(z.extend(Named, { from: z.int(), why: z.enum(['began', 'handedOver', 'lineLost']) })),
  phases: z.array(
    z.extend(Pass, {
      title: z.string(),
      /** Minutes, as the template says and, where the meeting changed it, as it was then. */
      planned: z.int(),
      changedTo: z.nullable(z.int()),
    }),
  ),
  /** Phases that a meeting that is over never came to. */
  notTaken: z.array(z.strictObject({ phase: PhaseId, title: z.string() })),
  decided: z.array(Decided),
  undecided: z.array(Discussed),
  ...PlanTold.shape,
  /** The agreed version that the plan was read from; null for the plan as it is written now. */
  planVersion: z.nullable(z.int()),
  words: z.array(Word),
  versions: z.array(z.strictObject({ version: z.int(), at: z.int() })),
  time: z.strictObject({
    /** In all, without the pauses. */
    ms: z.int(),
    /** By the party that had the word, never by person. */
    parties: z.array(z.strictObject({ role: Role, ms: z.int() })),
    /** On what matters to the patient; null where no such phase was taken. */
    mattersMs: z.nullable(z.int()),
  }),
  /** Something of the plan is not shared with whoever reads this, and is left out. */
  partial: z.boolean(),
});
export type Minutes = z.infer<typeof Minutes>;

/** All that minutes are made of. */
export interface Told {
  meeting: Pick<Minutes, 'title' | 'patient' | 'demo'> & {
    template: Template;
    startsAt: number;
    video: boolean;
    /** Minutes of phases as this meeting changed them. */
    minutes: Readonly<Partial<Record<PhaseId, number>>>;
  };
  happened: readonly Happened[];
  /** Everyone who is or was in the meeting; `gone`: shown out. */
  people: readonly (Guest & { id: ParticipantId; gone: boolean })[];
  /** Those who have not used their invitation. */
  invited: readonly Guest[];
  stays: readonly { participant: ParticipantId; cameAt: number; leftAt: number | null }[];
  plan: Plan;
  planVersion: number | null;
  signatures: readonly (Omit<z.infer<typeof Word>, 'profession'> & { participant: ParticipantId })[];
  spent: Spent;
  partial: boolean;
  now: number;
}

/** The minutes of what has happened so far. Pure. */
export function minutesOf(told: Told): Minutes {
  const { meeting, happened, people, plan, now } = told;
  const until = untilOf(told);
  const course = courseOf(happened, until);
  const last = course.sittings.at(-1);
  const isOver = last !== undefined && last.to !== null;
  const isHere = told.stays.some(({ leftAt }) => leftAt === null);
  const nameOf = (id: ParticipantId): Named | null => {
    const one = people.find((person) => person.id === id);
    return one ? { name: one.name, role: one.role } : null;
  };
  const { decided, undecided } = decisionsOf(happened, nameOf);
  const { title, patient, demo, video, startsAt } = meeting;
  return {
    ...{ title, patient, demo, video, plannedAt: startsAt, sittings: course.sittings },
    toldAt: isOver ? null : now,
    leftAt: last && !isOver && !isHere ? until : null,
    ...attendance(told, course),
    leads: course.leads.flatMap(({ by, from, why }) => {
      const one = nameOf(by);
      return one ? [{ ...one, from, why }] : [];
    }),
    ...phasesOf(told, course, isOver),
    ...{ decided, undecided, ...planTold(plan, people), planVersion: told.planVersion },
    words: told.signatures.map(({ participant, ...word }) => ({
      ...word,
      profession: people.find(({ id }) => id === participant)?.profession ?? null,
    })),
    versions: happened.flatMap(({ at, event }) => (event.kind === 'agreed' ? [{ version: event.version, at }] : [])),
    time: timeOf(told, course),
    partial: told.partial,
  };
}

/** How far a meeting that goes on is counted: to now, or to when the last one left. */
function untilOf({ stays, happened, now }: Told): number {
  if (stays.some(({ leftAt }) => leftAt === null)) return now;
  return Math.max(happened.at(-1)?.at ?? 0, ...stays.map(({ leftAt }) => leftAt ?? 0));
}

function attendance({ people, invited, stays }: Told, { sittings }: Course): Pick<Minutes, 'present' | 'absent'> {
  const all = people.map(({ id, gone, ...guest }) => {
    const own = stays.filter(({ participant }) => participant === id);
    const times = own.map(({ cameAt, leftAt }) => ({ from: cameAt, to: leftAt }));
    return { gone, guest, stays: within(times, sittings) };
  });
  const present = all.filter((one) => one.stays.length > 0).map((one) => ({ ...one.guest, stays: one.stays }));
  // Whoever was shown out before it began is not asked to come any more.
  const missed = all.filter((one) => one.stays.length === 0 && !one.gone).map(({ guest }) => guest);
  const absent = sittings.length ? [...missed, ...invited] : [];
  // One who was invited twice is one.
  const nameOf = ({ name, role }: Named) => `${role} ${name.trim()}`;
  const met = new Set(present.map(nameOf));
  const once = new Map(absent.filter((guest) => !met.has(nameOf(guest))).map((guest) => [nameOf(guest), guest]));
  return { present: patientFirst(present), absent: patientFirst([...once.values()]) };
}

/** The patient and those who came with them; the others as they joined. */
function patientFirst<P extends { role: Role }>(people: readonly P[]): P[] {
  const place = ({ role }: P) => (role === 'patient' ? 0 : role === 'kin' ? 1 : 2);
  return people.toSorted((a, b) => place(a) - place(b));
}

function phasesOf({ meeting }: Told, { passes }: Course, isOver: boolean): Pick<Minutes, 'phases' | 'notTaken'> {
  const { template, minutes } = meeting;
  const phases = passes.flatMap((pass) => {
    const phase = template.phases.find(({ id }) => id === pass.phase);
    if (!phase) return [];
    const now = minutes[phase.id] ?? phase.minutes;
    return [{ ...pass, title: phase.title.nb, planned: phase.minutes, changedTo: now === phase.minutes ? null : now }];
  });
  const isTaken = (id: PhaseId) => passes.some(({ phase }) => phase === id);
  const left = isOver ? template.phases.filter(({ id }) => !isTaken(id)) : [];
  return { phases, notTaken: left.map(({ id, title }) => ({ phase: id, title: title.nb })) };
}

function timeOf({ meeting, spent }: Told, { passes }: Course): Minutes['time'] {
  const matters = meeting.template.phases.filter(isAboutWhatMatters).map(({ id }) => id);
  const onWhatMatters = passes.filter(({ phase }) => matters.includes(phase));
  const sum = (of: readonly Pass[]) => of.reduce((total, { ms }) => total + ms, 0);
  return {
    ms: sum(passes),
    parties: ALL_BUT_INTERPRETER.flatMap((role) => {
      const ms = spent.roles[role] ?? 0;
      return ms > 0 ? [{ role, ms }] : [];
    }),
    mattersMs: onWhatMatters.length ? sum(onWhatMatters) : null,
  };
}

/** How long a sitting lasted, in ms; one that goes on is counted as far as the minutes go. */
export function lastedMs({ toldAt, leftAt }: Minutes, sitting: Stretch): number {
  return lengthOf(sitting, leftAt ?? toldAt ?? sitting.from);
}
