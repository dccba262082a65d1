import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import { isStaff, type Role } from '#shared/roles.ts';
import type { Phase, Template } from './template.ts';

/** Where a phase stands. `endsAt` is in ms since 1970; a paused one keeps the milliseconds that are left. */
const Countdown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running'), endsAt: z.int() }),
  z.strictObject({ kind: z.literal('paused'), leftMs: z.int() }),
]);
export type Countdown = z.infer<typeof Countdown>;

/**
 * The life of a meeting: planned (nobody invited) → open (each party prepares) → inMeeting → summedUp (to be agreed) →
 * agreed (version N is frozen) → exported. Each state has only its own members. Times are ms since 1970.
 */
export const MeetingState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('planned') }),
  z.strictObject({ status: z.literal('open') }),
  z.strictObject({ status: z.literal('inMeeting'), startedAt: z.int(), phase: PhaseId, countdown: Countdown }),
  z.strictObject({ status: z.literal('summedUp'), phase: PhaseId }),
  z.strictObject({ status: z.literal('agreed'), phase: PhaseId.nullable(), version: z.int() }),
  z.strictObject({ status: z.literal('exported'), phase: PhaseId.nullable(), version: z.int() }),
]);
export type MeetingState = z.infer<typeof MeetingState>;

/** What the facilitator can do with the meeting. */
export const Command = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('goTo'), phase: PhaseId }),
  z.strictObject({ kind: z.literal('extend'), minutes: z.int().min(1).max(30) }),
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('sumUp') }),
  z.strictObject({ kind: z.literal('handOver'), to: ParticipantId }),
]);
export type Command = z.infer<typeof Command>;

/** What the house itself does to a meeting. */
export type Happening =
  { kind: 'invited' } | { kind: 'agreed'; version: number } | { kind: 'exported'; version: number };

const MINUTE_MS = 60_000;

/**
 * The state after `command`, given at `now` (ms since 1970). Pure.
 * @throws AppError `not-now` when the command does not fit the state, `bad-input` for a phase that the template lacks.
 */
export function step(
  state: MeetingState,
  command: Exclude<Command, { kind: 'handOver' }>,
  template: Template,
  now: number,
): MeetingState {
  switch (command.kind) {
    case 'start':
      if (state.status !== 'planned' && state.status !== 'open') throw notNow(state, command.kind);
      return begin(template, template.phases[0]!.id, now, now);
    case 'goTo':
      if (state.status === 'inMeeting') return begin(template, command.phase, state.startedAt, now);
      if (state.status === 'summedUp') return begin(template, command.phase, now, now);
      if (state.status === 'agreed' || state.status === 'exported')
        return { ...state, phase: phaseOf(template, command.phase).id };
      throw notNow(state, command.kind);
    case 'sumUp':
      if (state.status !== 'inMeeting') throw notNow(state, command.kind);
      return { status: 'summedUp', phase: state.phase };
    default:
      if (state.status !== 'inMeeting') throw notNow(state, command.kind);
      return { ...state, countdown: wind(state.countdown, command, now) };
  }
}

/** The state after something that the house did. What does not fit leaves the state as it is. */
export function settle(state: MeetingState, happening: Happening): MeetingState {
  switch (happening.kind) {
    case 'invited':
      return state.status === 'planned' ? { status: 'open' } : state;
    case 'agreed':
      return { status: 'agreed', phase: 'phase' in state ? state.phase : null, version: happening.version };
    case 'exported':
      return state.status === 'agreed' && state.version === happening.version
        ? { ...state, status: 'exported' }
        : state;
  }
}

/** Who may lead: staff. The lead is one participant's at a time. */
export function mayLead(role: Role): boolean {
  return isStaff(role);
}

function begin(template: Template, id: PhaseId, startedAt: number, now: number): MeetingState {
  const phase = phaseOf(template, id);
  return {
    status: 'inMeeting',
    startedAt,
    phase: phase.id,
    countdown: { kind: 'running', endsAt: now + phase.minutes * MINUTE_MS },
  };
}

function phaseOf(template: Template, id: PhaseId): Phase {
  const phase = template.phases.find((candidate) => candidate.id === id);
  if (!phase) throw new AppError('bad-input', `The template has no phase ${id}.`);
  return phase;
}

function wind(
  countdown: Countdown,
  command: Extract<Command, { kind: 'extend' | 'pause' | 'resume' }>,
  now: number,
): Countdown {
  switch (command.kind) {
    case 'extend': {
      const more = command.minutes * MINUTE_MS;
      if (countdown.kind === 'paused') return { kind: 'paused', leftMs: Math.max(countdown.leftMs, 0) + more };
      return { kind: 'running', endsAt: Math.max(countdown.endsAt, now) + more };
    }
    case 'pause':
      return countdown.kind === 'paused' ? countdown : { kind: 'paused', leftMs: countdown.endsAt - now };
    case 'resume':
      return countdown.kind === 'running' ? countdown : { kind: 'running', endsAt: now + countdown.leftMs };
  }
}

function notNow(state: MeetingState, command: string): AppError {
  return new AppError('not-now', `A meeting that is ${state.status} does not take the command ${command}.`);
}
