import * as z from 'zod/mini';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import type { MeetingEvent } from './event.ts';

/** Something that happened, when (ms since 1970) and by whom; null is the house. */
export interface Happened {
  at: number;
  by: ParticipantId | null;
  event: MeetingEvent;
}

/** From when to when, in ms since 1970; `to` is null while it lasts. */
export const Stretch = z.strictObject({ from: z.int(), to: z.nullable(z.int()) });
export type Stretch = z.infer<typeof Stretch>;

/** One time that a phase was taken. A phase may be taken again later. */
export const Pass = z.extend(Stretch, {
  phase: PhaseId,
  pauses: z.array(Stretch),
  /** How long it took, without the pauses; in ms. */
  ms: z.int(),
});
export type Pass = z.infer<typeof Pass>;

/** Who led, from when, and how they came to. */
export interface Lead {
  by: ParticipantId;
  from: number;
  why: 'began' | 'handedOver' | 'lineLost';
}

/** The times of a meeting. One that was summed up, and taken up again, has two sittings. */
export interface Course {
  sittings: Stretch[];
  passes: Pass[];
  leads: Lead[];
}

/** What happened, as times: sittings, phases with their pauses, who led. `until`: how far one that goes on is counted. */
export function courseOf(happened: readonly Happened[], until: number): Course {
  const course: Course = { sittings: [], passes: [], leads: [] };
  for (const one of happened) take(course, one);
  for (const pass of course.passes)
    // Less than nothing it can only be where the clock was put back.
    pass.ms = Math.max(lengthOf(pass, until) - sum(pass.pauses.map((one) => lengthOf(one, until))), 0);
  return course;
}

/** As much of somebody's stays as lies within the sittings. */
export function within(stays: readonly Stretch[], sittings: readonly Stretch[]): Stretch[] {
  return sittings.flatMap((sitting) =>
    stays
      .map(({ from, to }) => ({ from: Math.max(from, sitting.from), to: earlier(to, sitting.to) }))
      .filter(({ from, to }) => to === null || to > from),
  );
}

/** In ms; what goes on is counted until `until`. */
export function lengthOf({ from, to }: Stretch, until: number): number {
  return Math.max((to ?? until) - from, 0);
}

function take({ sittings, passes, leads }: Course, { at, by, event }: Happened): void {
  const pass = open(passes);
  switch (event.kind) {
    case 'started':
    case 'phase':
      if (!open(sittings)) sittings.push({ from: at, to: null });
      if (event.kind === 'started') {
        if (by !== null) leads.push({ by, from: at, why: 'began' });
        return;
      }
      // A phase that is begun anew while it is on goes on.
      if (pass?.phase === event.phase) return end(open(pass.pauses), at);
      endPass(pass, at);
      passes.push({ phase: event.phase, from: at, to: null, pauses: [], ms: 0 });
      return;
    case 'paused':
      if (pass && !open(pass.pauses)) pass.pauses.push({ from: at, to: null });
      return;
    case 'resumed':
      return end(open(pass?.pauses ?? []), at);
    case 'led':
      // Before the start, and after the end, nobody leads anything.
      if (open(sittings)) leads.push({ by: event.by, from: at, why: event.why });
      return;
    case 'summedUp':
    case 'agreed':
      endPass(pass, at);
      end(open(sittings), at);
  }
}

function endPass(pass: Pass | undefined, at: number): void {
  end(open(pass?.pauses ?? []), at);
  end(pass, at);
}

const end = (stretch: Stretch | undefined, at: number): void => void (stretch && (stretch.to = at));

/** The last one, as long as it lasts. */
const open = <S extends Stretch>(stretches: readonly S[]): S | undefined =>
  stretches.at(-1)?.to === null ? stretches.at(-1) : undefined;

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
