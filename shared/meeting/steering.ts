import { AppError } from '#shared/errors.ts';
import type { ParticipantId, PhaseId } from '#shared/ids.ts';
import type { Role } from '#shared/roles.ts';
import { plannedMinutes } from './agenda.ts';
import { fitsState, mayCommand, type Command } from './command.ts';
import type { MeetingEvent } from './event.ts';
import { steerProposal, type ActionWords } from './proposal.ts';
import { wind } from './countdown.ts';
import { mayLead, type MeetingState } from './meeting.ts';
import type { Actor } from './rights.ts';
import { endTurn, giveWord, NO_ROUND, openRound, passTurn, speakingOrder } from './round.ts';
import { counted, roundOn, signalled, withFreshPhase, withHandDown, withRound, type Talk } from './talk.ts';
import type { Phase, Template } from './template.ts';

/** The meeting as commands change it. */
export interface Sitting {
  state: MeetingState;
  talk: Talk;
  facilitator: ParticipantId;
}

/** Somebody in the meeting. */
export interface Seated {
  id: ParticipantId;
  role: Role;
  /** Where it is known. */
  name?: string;
  /** Has a window of the meeting open. */
  present: boolean;
}

/** What a step depends on besides the meeting itself. */
export interface Around {
  template: Template;
  people: readonly Seated[];
  /** To whom the lead is offered. */
  offered: ParticipantId | null;
  /** The row of the plan that the command is about, or that is on the table; null when there is none. */
  action: ActionWords | null;
  /** ms since 1970. */
  now: number;
}

export interface Step {
  sitting: Sitting;
  events: MeetingEvent[];
}

type During = Extract<MeetingState, { status: 'inMeeting' }>;
type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

const MINUTE_MS = 60_000;

/**
 * The meeting after `command` by `by`, and what its minutes will say of it. Pure.
 * @throws AppError `forbidden`, `not-now` when the command does not fit the state, `not-finished`, `bad-input`.
 */
export function steer(sitting: Sitting, by: Seated, command: Command, around: Around): Step {
  const { kind } = command;
  if (!mayCommand(actorOf(sitting, by, around.offered), kind))
    throw new AppError('forbidden', `Your role may not do this (${kind}).`);
  const { state } = sitting;
  if (!fitsState(kind, state))
    throw new AppError('not-now', `A meeting that is ${state.status} does not take the command ${kind}.`);
  switch (command.kind) {
    case 'handOver':
      return handOver(sitting, command, around);
    case 'takeLead':
      return lead(sitting, by.id, 'lineLost');
    case 'declineLead':
      return { sitting, events: [] };
    case 'start':
      return begin(sitting, around.template.phases[0]!.id, around, [{ kind: 'started' }]);
    case 'goTo':
      return goTo(sitting, command, around);
    default:
      // `fitsState` let through what is for a meeting that is on.
      return during({ ...sitting, state: state as During }, by, command, around);
  }
}

/** What the one who commands is at this moment, as far as rights depend on it. */
export function actorOf(
  sitting: { talk: Pick<Talk, 'round' | 'proposal'>; facilitator: ParticipantId },
  by: Pick<Seated, 'id' | 'role'>,
  offered: ParticipantId | null,
): Actor {
  return {
    role: by.role,
    isFacilitator: by.id === sitting.facilitator,
    hasTheWord: roundOn(sitting.talk).turn === by.id,
    isAsked: sitting.talk.proposal?.asked === by.id,
    isOffered: offered === by.id && mayLead(by.role),
  };
}

/** Who has the word in turn, as far as they are here. */
export function orderOf(sitting: Sitting, { template, people }: Pick<Around, 'template' | 'people'>): ParticipantId[] {
  const first = sitting.talk.proposal ? 'patient' : (phaseIn(sitting.state, template)?.firstSpeaker ?? 'patient');
  const here = people.filter(({ present }) => present);
  return speakingOrder(here, first, sitting.facilitator).map(({ id }) => id);
}

interface Sat extends Sitting {
  state: During;
}

function during(sitting: Sat, by: Seated, command: Command, around: Around): Step {
  const { state, talk } = sitting;
  const quietly = (change: Partial<Sitting>): Step => ({ sitting: { ...sitting, ...change }, events: [] });
  const speaking = (next: Talk) => quietly({ talk: next });
  switch (command.kind) {
    case 'sumUp': {
      refuseUnfinished(talk, command.evenSo);
      const over = count(sitting, around, false);
      const next = { state: { status: 'summedUp', phase: state.phase } as const, talk: withFreshPhase(over, NO_ROUND) };
      return { sitting: { ...sitting, ...next }, events: [{ kind: 'summedUp' }] };
    }
    case 'extend':
    case 'pause':
    case 'resume':
      return wound(sitting, command, around);
    case 'shorten': {
      const phases = command.phases.map(({ phase, minutes }) => [phaseOf(around.template, phase).id, minutes] as const);
      const minutes = { ...talk.minutes, ...Object.fromEntries(phases) };
      return {
        sitting: { ...sitting, talk: { ...talk, minutes } },
        events: [{ kind: 'shortened', phases: phases.map(([phase]) => phase) }],
      };
    }
    case 'ready': {
      const others = talk.ready.filter((id) => id !== by.id);
      return speaking({ ...talk, ready: command.is ? [...others, by.id] : others });
    }
    case 'seen':
    case 'takeBack':
      return speaking(signalled(talk, by.id, command));
    case 'endTurn':
      return speaking(withRound(count(sitting, around), (round) => endTurn(round, orderOf(sitting, around))));
    case 'passTurn':
      return speaking(withRound(count(sitting, around), (round) => passTurn(round, orderOf(sitting, around))));
    case 'giveWord': {
      const to = speakerAmong(around.people, command.to);
      return speaking(
        withHandDown(
          withRound(count(sitting, around), (round) => giveWord(round, to)),
          to,
        ),
      );
    }
    default:
      return steerProposal({ ...sitting, talk: count(sitting, around) }, by, command, around);
  }
}

/** More time, a pause, or on again. */
function wound(sitting: Sat, command: Of<'extend' | 'pause' | 'resume'>, around: Around): Step {
  const countdown = wind(sitting.state.countdown, command, around.now);
  const talk = count(sitting, around, countdown.kind === 'running');
  const changed = countdown.kind !== sitting.state.countdown.kind;
  const kind = countdown.kind === 'paused' ? ('paused' as const) : ('resumed' as const);
  return { sitting: { ...sitting, state: { ...sitting.state, countdown }, talk }, events: changed ? [{ kind }] : [] };
}

function goTo(sitting: Sitting, command: Of<'goTo'>, around: Around): Step {
  const { state, talk } = sitting;
  const { id } = phaseOf(around.template, command.phase);
  if (state.status === 'agreed' || state.status === 'exported')
    return { sitting: { ...sitting, state: { ...state, phase: id } }, events: [] };
  const { phases } = around.template;
  const at = 'phase' in state ? phases.findIndex((phase) => phase.id === state.phase) : -1;
  // Back is where somebody was not finished; only going on would leave them behind.
  if (phases.findIndex((phase) => phase.id === id) > at) refuseUnfinished(talk, command.evenSo);
  return begin(sitting, id, around, [{ kind: 'phase', phase: id }]);
}

function begin(sitting: Sitting, id: PhaseId, around: Around, events: MeetingEvent[]): Step {
  const { state } = sitting;
  const phase = phaseOf(around.template, id);
  const minutes = plannedMinutes(phase, sitting.talk);
  const next: During = {
    ...{ status: 'inMeeting', startedAt: state.status === 'inMeeting' ? state.startedAt : around.now, phase: id },
    countdown: { kind: 'running', endsAt: around.now + minutes * MINUTE_MS },
  };
  const talk = count(sitting, around, true);
  const fresh = { ...sitting, state: next, talk: withFreshPhase(talk, NO_ROUND) };
  return {
    sitting: { ...fresh, talk: { ...fresh.talk, round: openRound(orderOf(fresh, around)) } },
    events: events[0]?.kind === 'started' ? [...events, { kind: 'phase', phase: id }] : events,
  };
}

function handOver(sitting: Sitting, { to }: Of<'handOver'>, { people }: Around): Step {
  const next = people.find(({ id }) => id === to);
  if (!next || !mayLead(next.role)) throw new AppError('bad-input', 'The lead can be handed to staff of this meeting.');
  return lead(sitting, next.id, 'handedOver');
}

const lead = (sitting: Sitting, by: ParticipantId, why: 'handedOver' | 'lineLost'): Step => ({
  sitting: { ...sitting, facilitator: by },
  events: [{ kind: 'led', by, why }],
});

/** Time up to now goes to the phase and to whoever had the word; while the meeting is paused nothing runs. */
function count(
  { state, talk }: Sitting,
  { people, now }: Pick<Around, 'people' | 'now'>,
  runs = isRunning(state),
): Talk {
  const to = runs ? now : null;
  if (state.status !== 'inMeeting') return { ...talk, spent: { ...talk.spent, since: to } };
  const speaker = people.find(({ id }) => id === roundOn(talk).turn)?.role ?? null;
  return counted(talk, { phase: state.phase, speaker, now, to });
}

/** What was said when something other than a command ends the meeting: its last stretch counts too, and the table is cleared. */
export function talkAtEnd(sitting: Sitting, around: Pick<Around, 'people' | 'now'>): Talk {
  if (sitting.state.status !== 'inMeeting') return sitting.talk;
  return withFreshPhase(count(sitting, around, false), NO_ROUND);
}

const isRunning = (state: MeetingState): boolean => state.status === 'inMeeting' && state.countdown.kind === 'running';

/** @throws AppError `not-finished` that names them, unless it is meant even so. */
function refuseUnfinished(talk: Talk, evenSo: true | undefined): void {
  const waiting = talk.signals.filter(({ signal }) => signal === 'notFinished').map(({ by }) => by);
  if (waiting.length && !evenSo) throw new AppError('not-finished', 'Somebody is not finished yet.', { waiting });
}

/** @throws AppError `bad-input` */
function speakerAmong(people: readonly Seated[], id: ParticipantId): ParticipantId {
  const one = people.find((person) => person.id === id);
  if (!one || one.role === 'interpreter') throw new AppError('bad-input', 'The word goes to somebody who speaks here.');
  return one.id;
}

function phaseIn(state: MeetingState, template: Template): Phase | null {
  return 'phase' in state ? (template.phases.find(({ id }) => id === state.phase) ?? null) : null;
}

/** @throws AppError `bad-input` */
function phaseOf(template: Template, id: PhaseId): Phase {
  const phase = template.phases.find((candidate) => candidate.id === id);
  if (!phase) throw new AppError('bad-input', `The template has no phase ${id}.`);
  return phase;
}
