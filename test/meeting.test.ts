import { describe, expect, test } from 'vitest';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import { Command, COMMAND_KINDS, type CommandKind } from '#shared/meeting/command.ts';
import { MeetingState, settle, STATUSES, type Happening, type Status } from '#shared/meeting/meeting.ts';
import type { ActionWords } from '#shared/meeting/proposal.ts';
import { steer, type Around, type Seated, type Sitting } from '#shared/meeting/steering.ts';
import { SILENCE, Talk } from '#shared/meeting/talk.ts';
import { ROLES, type Role } from '#shared/roles.ts';
import { readTemplates } from '#server/meeting/templates.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const template = readTemplates().get('frail-elderly');
const [first, second] = template.phases;
const phase = second!.id;

const personOf = (role: Role) => ParticipantId.parse(`${role}-${'x'.repeat(24)}`);
const FACILITATOR = ParticipantId.parse(`facilitator-${'x'.repeat(20)}`);
const people: Seated[] = [
  { id: FACILITATOR, role: 'hospital', present: true },
  ...ROLES.map((role): Seated => ({ id: personOf(role), role, present: true })),
];

const states: Record<Status, MeetingState> = {
  planned: { status: 'planned' },
  open: { status: 'open' },
  inMeeting: { status: 'inMeeting', startedAt: NOW, phase, countdown: { kind: 'running', endsAt: NOW + 60_000 } },
  summedUp: { status: 'summedUp', phase },
  agreed: { status: 'agreed', phase, version: 1 },
  exported: { status: 'exported', phase, version: 1 },
  deleted: { status: 'deleted', why: 'over' },
};

const action: ActionWords = {
  ...{ section: 'treatment', row: 'row-1', words: 'Trene i trapp', owner: 'Mona', organisation: 'Larvik kommune' },
  ...{ due: '2026-11-28', reason: 'goal-1' },
};
const commands: Record<CommandKind, Command> = {
  start: { kind: 'start' },
  goTo: { kind: 'goTo', phase: first!.id },
  extend: { kind: 'extend', minutes: 2 },
  shorten: { kind: 'shorten', phases: [{ phase: first!.id, minutes: 2 }] },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  sumUp: { kind: 'sumUp' },
  handOver: { kind: 'handOver', to: personOf('municipality') },
  takeLead: { kind: 'takeLead' },
  declineLead: { kind: 'declineLead' },
  ready: { kind: 'ready', is: true },
  seen: { kind: 'seen', of: personOf('patient') },
  takeBack: { kind: 'takeBack', signal: 'unclear' },
  endTurn: { kind: 'endTurn' },
  passTurn: { kind: 'passTurn' },
  giveWord: { kind: 'giveWord', to: personOf('kin') },
  propose: { kind: 'propose', section: 'treatment', row: 'row-1' },
  comment: { kind: 'comment', words: 'Ja, det vil jeg.' },
  ask: { kind: 'ask', to: personOf('municipality') },
  accept: { kind: 'accept' },
  decline: { kind: 'decline' },
  decide: { kind: 'decide', keep: false },
  putAside: { kind: 'putAside' },
};
/** Commands about the action on the table; the others are tried with nothing on it. */
const ABOUT_PROPOSAL: readonly CommandKind[] = ['comment', 'ask', 'accept', 'decline', 'decide', 'putAside'];

type Who = Role | 'facilitator';
const WHO: readonly Who[] = ['facilitator', ...ROLES];
const seatOf = (who: Who): Seated =>
  people.find(({ id }) => id === (who === 'facilitator' ? FACILITATOR : personOf(who)))!;

/** Special places, each of which some command is for: the one who has the word, who is asked, to whom the lead is offered. */
interface Special {
  turn?: Who;
  asked?: Who;
  offered?: Who;
}

function tried(status: Status, who: Who, kind: CommandKind, { turn, asked, offered }: Special = {}): string {
  const idOf = (one: Who | undefined) => (one === undefined ? null : seatOf(one).id);
  const round = { ...SILENCE.round, turn: idOf(turn) };
  const proposal: Talk['proposal'] = ABOUT_PROPOSAL.includes(kind)
    ? {
        ...{ section: 'treatment', row: 'row-1', words: action.words, by: FACILITATOR, at: NOW, round },
        ...{ comments: [], asked: idOf(asked), accepted: null, declined: [] },
      }
    : null;
  const sitting: Sitting = { state: states[status], talk: { ...SILENCE, round, proposal }, facilitator: FACILITATOR };
  const around: Around = { template, people, offered: idOf(offered), action, now: NOW };
  try {
    const { sitting: after } = steer(sitting, seatOf(who), commands[kind], around);
    expect(MeetingState.parse(after.state)).toEqual(after.state);
    expect(Talk.parse(after.talk)).toEqual(after.talk);
    return after.state.status;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

const REFUSED: ErrorCode = 'forbidden';
const NOT_NOW: ErrorCode = 'not-now';
/** By command: the status after it, in each status that takes it; in all others it is `not-now`. */
const TAKES: Record<CommandKind, Partial<Record<Status, Status>>> = {
  start: { planned: 'inMeeting', open: 'inMeeting' },
  goTo: { inMeeting: 'inMeeting', summedUp: 'inMeeting', agreed: 'agreed', exported: 'exported' },
  extend: { inMeeting: 'inMeeting' },
  shorten: { inMeeting: 'inMeeting' },
  pause: { inMeeting: 'inMeeting' },
  resume: { inMeeting: 'inMeeting' },
  sumUp: { inMeeting: 'summedUp' },
  handOver: {
    ...{ planned: 'planned', open: 'open', inMeeting: 'inMeeting', summedUp: 'summedUp' },
    ...{ agreed: 'agreed', exported: 'exported' },
  },
  takeLead: { planned: 'planned', open: 'open', inMeeting: 'inMeeting', summedUp: 'summedUp' },
  declineLead: { planned: 'planned', open: 'open', inMeeting: 'inMeeting', summedUp: 'summedUp' },
  ready: { inMeeting: 'inMeeting' },
  seen: { inMeeting: 'inMeeting' },
  takeBack: { inMeeting: 'inMeeting' },
  endTurn: { inMeeting: 'inMeeting' },
  passTurn: { inMeeting: 'inMeeting' },
  giveWord: { inMeeting: 'inMeeting' },
  propose: { inMeeting: 'inMeeting' },
  comment: { inMeeting: 'inMeeting' },
  ask: { inMeeting: 'inMeeting' },
  accept: { inMeeting: 'inMeeting' },
  decline: { inMeeting: 'inMeeting' },
  decide: { inMeeting: 'inMeeting' },
  putAside: { inMeeting: 'inMeeting' },
};
const LEADER: readonly Who[] = ['facilitator'];
const SPEAKERS: readonly Who[] = ['facilitator', 'hospital', 'municipality', 'gp', 'patient', 'kin'];
const EVERYBODY: readonly Who[] = WHO;
const NOBODY: readonly Who[] = [];
/** By command: who may give it, as they sit there with nothing special about them. */
const MAY: Record<CommandKind, readonly Who[]> = {
  ...{ start: LEADER, goTo: LEADER, extend: LEADER, shorten: LEADER, pause: LEADER, resume: LEADER, sumUp: LEADER },
  ...{ handOver: LEADER, takeLead: NOBODY, declineLead: NOBODY, ready: SPEAKERS, endTurn: LEADER, passTurn: LEADER },
  ...{ giveWord: LEADER, propose: ['facilitator', 'hospital', 'municipality', 'gp'], comment: SPEAKERS, ask: LEADER },
  ...{ accept: NOBODY, decline: NOBODY, decide: LEADER, putAside: LEADER, seen: LEADER, takeBack: EVERYBODY },
};

describe('every command, of everyone, in every state', () => {
  const cells = STATUSES.flatMap((status) =>
    WHO.flatMap((who) => COMMAND_KINDS.map((kind) => ({ status, who, kind }))),
  );

  test('the table is whole', () => {
    expect(cells.length).toBe(7 * 7 * 23);
    expect(Object.keys(TAKES).toSorted()).toEqual(COMMAND_KINDS.toSorted());
  });

  test.each(cells)('$status: $who, $kind', ({ status, who, kind }) => {
    const expected = MAY[kind].includes(who) ? (TAKES[kind][status] ?? NOT_NOW) : REFUSED;
    expect(tried(status, who, kind)).toBe(expected);
  });
});

describe('what is for one person alone', () => {
  const special: [CommandKind, keyof Special, readonly Who[]][] = [
    ['endTurn', 'turn', SPEAKERS],
    ['passTurn', 'turn', SPEAKERS],
    ['accept', 'asked', SPEAKERS],
    ['decline', 'asked', SPEAKERS],
    ['takeLead', 'offered', ['facilitator', 'hospital', 'municipality', 'gp']],
    ['declineLead', 'offered', ['facilitator', 'hospital', 'municipality', 'gp']],
  ];
  const cells = special.flatMap(([kind, what, may]) =>
    STATUSES.flatMap((status) => WHO.map((who) => ({ kind, what, status, who, may: may.includes(who) }))),
  );
  test.each(cells)('$status: $who, who has it ($what), $kind', ({ kind, what, status, who, may }) => {
    expect(tried(status, who, kind, { [what]: who })).toBe(may ? (TAKES[kind][status] ?? NOT_NOW) : REFUSED);
  });
});

describe('what the house does to a meeting, in every state', () => {
  const happenings: Record<Happening['kind'], Happening> = {
    invited: { kind: 'invited' },
    agreed: { kind: 'agreed', version: 2 },
    exported: { kind: 'exported', version: 1, isReceipt: true },
    calledOff: { kind: 'calledOff' },
    deleted: { kind: 'deleted' },
  };
  /** The status after it where it changes anything. */
  const CHANGES: Record<Happening['kind'], Partial<Record<Status, Status>>> = {
    invited: { planned: 'open' },
    agreed: {
      ...{ planned: 'agreed', open: 'agreed', inMeeting: 'agreed', summedUp: 'agreed' },
      ...{ agreed: 'agreed', exported: 'agreed' },
    },
    exported: { agreed: 'exported' },
    calledOff: { planned: 'deleted', open: 'deleted' },
    deleted: { summedUp: 'deleted', agreed: 'deleted', exported: 'deleted' },
  };
  const cells = STATUSES.flatMap((status) =>
    (Object.keys(CHANGES) as Happening['kind'][]).map((kind) => ({ status, kind })),
  );
  test.each(cells)('$status: $kind', ({ status, kind }) => {
    const after = settle(states[status], happenings[kind]);
    expect(after.status).toBe(CHANGES[kind][status] ?? status);
    if (CHANGES[kind][status] === undefined) expect(after).toBe(states[status]);
    expect(MeetingState.parse(after)).toEqual(after);
  });

  test('an export of an older version does not make the newest exported', () => {
    const newer: MeetingState = { status: 'agreed', phase, version: 2 };
    expect(settle(newer, { kind: 'exported', version: 1, isReceipt: true })).toBe(newer);
  });

  test('a meeting that was never led is agreed without a phase', () => {
    expect(settle(states.open, { kind: 'agreed', version: 1 })).toEqual({ status: 'agreed', phase: null, version: 1 });
  });
});

test('a phase that the template lacks is refused', () => {
  const nowhere: Command = { kind: 'goTo', phase: PhaseId.parse('nowhere') };
  const sitting: Sitting = { state: states.inMeeting, talk: SILENCE, facilitator: FACILITATOR };
  const around: Around = { template, people, offered: null, action: null, now: NOW };
  expect(() => steer(sitting, seatOf('facilitator'), nowhere, around)).toThrow(/no phase nowhere/);
});
