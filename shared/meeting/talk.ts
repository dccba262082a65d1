import * as z from 'zod/mini';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import { Role } from '#shared/roles.ts';
import { NO_ROUND, Round, withoutSpeaker } from './round.ts';

/** What a participant can tell the others with one tap; null takes it back. */
export const Signal = z.enum(['hand', 'unclear', 'break', 'notFinished']);
export type Signal = z.infer<typeof Signal>;

/** Parts of the plan whose rows can be on the table, one at a time. */
export const ActionSection = z.enum(['treatment', 'followup']);
export type ActionSection = z.infer<typeof ActionSection>;

/** The action that everyone talks about now. It stands in the plan; what is said of it stands here. Times in ms since 1970. */
export const Proposal = z.strictObject({
  section: ActionSection,
  row: z.string().check(z.maxLength(64)),
  /** What was proposed, as it stood then. */
  words: z.string(),
  by: ParticipantId,
  at: z.int(),
  /** The patient comments first, then the others in turn. */
  round: Round,
  comments: z.array(z.strictObject({ by: ParticipantId, words: z.string(), at: z.int() })),
  /** Who was asked to take it on. */
  asked: z.nullable(ParticipantId),
  /** Who took it on, by their own hand, and what it said then. */
  accepted: z.nullable(z.strictObject({ by: ParticipantId, at: z.int(), words: z.string() })),
  declined: z.array(ParticipantId),
});
export type Proposal = z.infer<typeof Proposal>;

/** What became of an action that was on the table. */
export const Outcome = z.enum(['kept', 'changed', 'dropped']);
export type Outcome = z.infer<typeof Outcome>;

/** An action that the meeting decided on, as it stood in the plan then: who, from where, when. */
export const Decision = z.strictObject({
  ...{ section: ActionSection, row: z.string(), outcome: Outcome, words: z.string() },
  ...{ owner: z.string(), organisation: z.string(), due: z.string() },
});
export type Decision = z.infer<typeof Decision>;

/** Milliseconds of the meeting, by the party that had the word and by phase. Never by person. */
export const Spent = z.strictObject({
  /** Counted up to here; null while nothing is counted. */
  since: z.nullable(z.int()),
  roles: z.partialRecord(Role, z.int()),
  phases: z.record(PhaseId, z.int()),
});
export type Spent = z.infer<typeof Spent>;

/** A signal that is up; `seen`: whoever leads has told that they see it. */
export const Told = z.strictObject({
  ...{ by: ParticipantId, signal: Signal, at: z.int(), seen: z.optional(ParticipantId) },
});
export type Told = z.infer<typeof Told>;

/** What goes on at the table, beside the plan. The server owns it, and keeps it through restarts. */
export const Talk = z.strictObject({
  round: Round,
  /** Those who are ready to go on. */
  ready: z.array(ParticipantId),
  /** Oldest first: whoever raised a hand first is first in the queue. */
  signals: z.array(Told),
  proposal: z.nullable(Proposal),
  /** In the order in which the meeting decided; an action that was taken up again stands here once. */
  decided: z._default(z.array(Decision), []),
  /** Minutes of phases as this meeting changed them. */
  minutes: z.record(PhaseId, z.int()),
  spent: Spent,
});
export type Talk = z.infer<typeof Talk>;

/** Before anything is said. */
export const SILENCE: Talk = {
  ...{ round: NO_ROUND, ready: [], signals: [], proposal: null, decided: [], minutes: {} },
  spent: { since: null, roles: {}, phases: {} },
};

/** The round that is on: the proposal's while one is on the table. */
export function roundOn(talk: Pick<Talk, 'round' | 'proposal'>): Round {
  return talk.proposal?.round ?? talk.round;
}

/** The round that is on, changed. */
export function withRound(talk: Talk, change: (round: Round) => Round): Talk {
  if (talk.proposal === null) return { ...talk, round: change(talk.round) };
  return { ...talk, proposal: { ...talk.proposal, round: change(talk.proposal.round) } };
}

/** That somebody is not finished stands beside whatever else they tell; of the rest, one at a time. */
const isAside = (signal: Signal) => signal === 'notFinished';

/** The signal of one participant, set; null takes back all of theirs. */
export function withSignal(talk: Talk, by: ParticipantId, signal: Signal | null, at: number): Talk {
  const stays = (told: Told) => told.by !== by || (signal !== null && isAside(told.signal) !== isAside(signal));
  const others = talk.signals.filter(stays);
  // Who does not understand, or is not finished, is not ready to go on.
  const ready = signal === 'unclear' || signal === 'notFinished' ? talk.ready.filter((id) => id !== by) : talk.ready;
  return { ...talk, ready, signals: signal === null ? others : [...others, { by, signal, at }] };
}

/** `by` has seen what somebody tells, or takes one of their own signals back. */
export function signalled(
  talk: Talk,
  by: ParticipantId,
  command: { kind: 'seen'; of: ParticipantId } | { kind: 'takeBack'; signal: Signal },
): Talk {
  const { signals } = talk;
  if (command.kind === 'seen')
    return { ...talk, signals: signals.map((told) => (told.by === command.of ? { ...told, seen: by } : told)) };
  return { ...talk, signals: signals.filter((told) => told.by !== by || told.signal !== command.signal) };
}

/** Without whoever's hand is up: they have the word now. */
export function withHandDown(talk: Talk, of: ParticipantId): Talk {
  return { ...talk, signals: talk.signals.filter(({ by, signal }) => by !== of || signal !== 'hand') };
}

/** What was about the phase that is over goes: who was ready, who was not finished, what was on the table. */
export function withFreshPhase(talk: Talk, round: Round): Talk {
  const signals = talk.signals.filter(({ signal }) => signal !== 'notFinished');
  return { ...talk, round, ready: [], signals, proposal: null };
}

/** Counts the time since it was last counted; `to` is from when it counts on, null to stop. */
export function counted(
  talk: Talk,
  at: { phase: PhaseId; speaker: Role | null; now: number; to: number | null },
): Talk {
  const { since, roles, phases } = talk.spent;
  const ms = since === null ? 0 : Math.max(at.now - since, 0);
  if (ms === 0) return { ...talk, spent: { ...talk.spent, since: at.to } };
  return {
    ...talk,
    spent: {
      since: at.to,
      roles: at.speaker === null ? roles : { ...roles, [at.speaker]: (roles[at.speaker] ?? 0) + ms },
      phases: { ...phases, [at.phase]: (phases[at.phase] ?? 0) + ms },
    },
  };
}

/** As much of it as concerns those who are (still) in the meeting; `order`: who is here, in turn. */
export function talkAmong(talk: Talk, people: readonly ParticipantId[], order: readonly ParticipantId[]): Talk {
  const isIn = (id: ParticipantId) => people.includes(id);
  const without = (round: Round) =>
    [round.turn, round.back, ...round.had, ...round.passed]
      .filter((id) => id !== null && !isIn(id))
      .reduce<Round>((rest, gone) => withoutSpeaker(rest, gone!, order), round);
  const { proposal } = talk;
  return {
    ...talk,
    round: without(talk.round),
    signals: talk.signals.filter(({ by }) => isIn(by)),
    proposal: proposal && {
      ...proposal,
      round: without(proposal.round),
      asked: proposal.asked !== null && isIn(proposal.asked) ? proposal.asked : null,
    },
  };
}
