import * as z from 'zod/mini';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import type { MeetingState } from './meeting.ts';
import { may, type Actor } from './rights.ts';
import { ActionSection, Signal } from './talk.ts';

const row = z.string().check(z.minLength(1), z.maxLength(64));
/** Minutes that a phase can have. */
const minutes = z.int().check(z.gte(1), z.lte(90));

/** What can be asked of a meeting. The facilitator leads; some of it is for others. */
export const Command = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  /** `evenSo`: although somebody is not finished. */
  z.strictObject({ kind: z.literal('goTo'), phase: PhaseId, evenSo: z.optional(z.literal(true)) }),
  z.strictObject({ kind: z.literal('extend'), minutes: z.int().check(z.gte(1), z.lte(30)) }),
  z.strictObject({
    kind: z.literal('shorten'),
    phases: z.array(z.strictObject({ phase: PhaseId, minutes })).check(z.minLength(1), z.maxLength(30)),
  }),
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('sumUp'), evenSo: z.optional(z.literal(true)) }),
  z.strictObject({ kind: z.literal('handOver'), to: ParticipantId }),
  /** The lead was offered, because the facilitator's line is lost. */
  z.strictObject({ kind: z.literal('takeLead') }),
  z.strictObject({ kind: z.literal('declineLead') }),
  z.strictObject({ kind: z.literal('ready'), is: z.boolean() }),
  /** Tells somebody that their signal is seen. */
  z.strictObject({ kind: z.literal('seen'), of: ParticipantId }),
  /** Takes one of one's own signals back. */
  z.strictObject({ kind: z.literal('takeBack'), signal: Signal }),
  z.strictObject({ kind: z.literal('endTurn') }),
  z.strictObject({ kind: z.literal('passTurn') }),
  z.strictObject({ kind: z.literal('giveWord'), to: ParticipantId }),
  /** Puts an action of the plan on the table. */
  z.strictObject({ kind: z.literal('propose'), section: ActionSection, row }),
  z.strictObject({ kind: z.literal('comment'), words: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)) }),
  /** Who takes it on? */
  z.strictObject({ kind: z.literal('ask'), to: ParticipantId }),
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('decline') }),
  z.strictObject({ kind: z.literal('decide'), keep: z.boolean() }),
  /** Off the table, undecided. */
  z.strictObject({ kind: z.literal('putAside') }),
]);
export type Command = z.infer<typeof Command>;
export type CommandKind = Command['kind'];
export const COMMAND_KINDS = Command.def.options.flatMap(({ shape }): readonly CommandKind[] => shape.kind.def.values);

type Status = MeetingState['status'];
interface Rule {
  who: (actor: Actor) => boolean;
  when: readonly Status[];
}

const leads = (actor: Actor) => may(actor, 'lead');
const speaks = (actor: Actor) => may(actor, 'speak');
const has = (right: 'hasTheWord' | 'isAsked' | 'isOffered') => (actor: Actor) => speaks(actor) && actor[right] === true;
const BEFORE: readonly Status[] = ['planned', 'open'];
const DURING: readonly Status[] = ['inMeeting'];
const OFFERED: readonly Status[] = [...BEFORE, 'inMeeting', 'summedUp'];

/** Who may give each command, and when. Server and browser both read this table; what is not in it is refused. */
export const commands: Readonly<Record<CommandKind, Rule>> = {
  start: { who: leads, when: BEFORE },
  goTo: { who: leads, when: ['inMeeting', 'summedUp', 'agreed', 'exported'] },
  extend: { who: leads, when: DURING },
  shorten: { who: leads, when: DURING },
  pause: { who: leads, when: DURING },
  resume: { who: leads, when: DURING },
  sumUp: { who: leads, when: DURING },
  handOver: { who: leads, when: [...BEFORE, 'inMeeting', 'summedUp', 'agreed', 'exported'] },
  takeLead: { who: has('isOffered'), when: OFFERED },
  declineLead: { who: has('isOffered'), when: OFFERED },
  ready: { who: speaks, when: DURING },
  seen: { who: leads, when: DURING },
  takeBack: { who: (actor) => may(actor, 'signal'), when: DURING },
  endTurn: { who: (actor) => leads(actor) || has('hasTheWord')(actor), when: DURING },
  passTurn: { who: (actor) => leads(actor) || has('hasTheWord')(actor), when: DURING },
  giveWord: { who: leads, when: DURING },
  propose: { who: (actor) => leads(actor) || may(actor, 'propose'), when: DURING },
  comment: { who: speaks, when: DURING },
  ask: { who: leads, when: DURING },
  accept: { who: has('isAsked'), when: DURING },
  decline: { who: has('isAsked'), when: DURING },
  decide: { who: leads, when: DURING },
  putAside: { who: leads, when: DURING },
};

/** Whether `actor` may ever give the command. */
export function mayCommand(actor: Actor, kind: CommandKind): boolean {
  return commands[kind].who(actor);
}

/** Whether the command fits the state that the meeting is in. */
export function fitsState(kind: CommandKind, { status }: Pick<MeetingState, 'status'>): boolean {
  return commands[kind].when.includes(status);
}
