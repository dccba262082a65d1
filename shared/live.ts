import * as z from 'zod/mini';
import { Addendum } from '#shared/agreement/addendum.ts';
import { Fingerprints } from '#shared/agreement/fingerprint.ts';
import { Signature } from '#shared/agreement/signature.ts';
import { DeliveryView } from '#shared/delivery.ts';
import { Problem } from '#shared/errors.ts';
import { Hash, MeetingId, ParticipantId } from '#shared/ids.ts';
import { Command } from '#shared/meeting/command.ts';
import { MeetingState } from '#shared/meeting/meeting.ts';
import { Lack } from '#shared/meeting/proposal.ts';
import { Signal, Talk } from '#shared/meeting/talk.ts';
import { Task } from '#shared/meeting/tasks.ts';
import { Template } from '#shared/meeting/template.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import { Receiver } from '#shared/receivers.ts';
import { Profession, Role } from '#shared/roles.ts';

export { Signal } from '#shared/meeting/talk.ts';

export const ParticipantView = z.strictObject({
  id: ParticipantId,
  name: z.string(),
  role: Role,
  organisation: z.nullable(z.string()),
  profession: z.nullable(Profession),
  /** Parts that the patient does not share with them. */
  withheld: z.array(SectionKey),
  /** Has at least one window of this meeting open. */
  present: z.boolean(),
  signal: z.nullable(Signal),
  /** Is ready to go on to the next phase. */
  ready: z.boolean(),
});
export type ParticipantView = z.infer<typeof ParticipantView>;

/** What goes on at the table, as it is shown. Without the proposal for who may not read the part that it is in. */
export const TalkView = z.extend(z.omit(Talk, { ready: true }), {
  /** Who is here and speaks, in turn. */
  order: z.array(ParticipantId),
  /** Who is asked to lead, because the facilitator's line is lost. */
  offered: z.nullable(ParticipantId),
  /** What the action on the table lacks before it can be kept. */
  lacks: z.array(Lack),
});
export type TalkView = z.infer<typeof TalkView>;

/** The meeting as everyone sees it. `now` is the server's clock in ms since 1970, so that countdowns agree. */
export const MeetingView = z.strictObject({
  id: MeetingId,
  title: z.string(),
  patient: z.strictObject({ name: z.string(), birthYear: z.nullable(z.int()) }),
  startsAt: z.int(),
  videoUrl: z.nullable(z.string()),
  /** Whom to ring who does not get in. */
  helpPhone: z.nullable(z.string()),
  demo: z.boolean(),
  template: Template,
  state: MeetingState,
  facilitator: ParticipantId,
  /** To whom the patient does not want the plan sent. */
  refused: z._default(z.array(Receiver), []),
  /** The earlier meeting that this one goes on from. */
  follows: z.nullable(MeetingId),
  /** When all of the meeting will be deleted, but for the access log; null while that is not settled. */
  deletesAt: z._default(z.nullable(z.int()), null),
  participants: z.array(ParticipantView),
  talk: TalkView,
  now: z.int(),
});
export type MeetingView = z.infer<typeof MeetingView>;

/** A piece of advice about the plan; it blocks nothing. The words for `rule` stand in the catalogue of each language. */
export const AdviceView = z.strictObject({
  section: SectionKey,
  rule: z.string(),
  fields: z.array(z.string()),
  row: z.optional(z.string()),
  /** What it is about, as it stands in the plan: a word, a number. */
  value: z.optional(z.string()),
  who: z.array(Role),
});
export type AdviceView = z.infer<typeof AdviceView>;

export const MissingView = z.strictObject({
  section: SectionKey,
  code: z.string(),
  fields: z.array(z.string()),
  row: z.optional(z.string()),
  value: z.optional(z.string()),
  who: z.array(Role),
});

/** Something that the plan promises, and who has taken it on by name as it stands now. */
export const PromisedTask = z.extend(Task, { takenBy: z.array(ParticipantId) });
export type PromisedTask = z.infer<typeof PromisedTask>;

/** Where agreement stands: what the plan is as it is now, what is missing, who has said what, and where it was sent. */
export const AgreementView = z.strictObject({
  hash: Hash,
  fingerprints: Fingerprints,
  complete: z.boolean(),
  missing: z.array(MissingView),
  /** What is doubtful, in the order of the registry. */
  advice: z.array(AdviceView),
  /** Parts in which something stands. */
  written: z.array(SectionKey),
  /** Those that hold somebody's word on something, oldest first. `touched`: what of it was changed after it was given. */
  signatures: z.array(z.extend(Signature, { lapsed: z.boolean(), touched: z.array(SectionKey) })),
  /** Roles that must still say something about this content. */
  unsigned: z.array(Role),
  tasks: z.array(PromisedTask),
  versions: z.array(
    z.strictObject({ version: z.int(), hash: Hash, agreedAt: z.int(), addenda: z._default(z.array(Addendum), []) }),
  ),
  /** The number of the version that is being written beside those that are agreed; null while nothing was changed since. */
  draft: z.nullable(z.int()),
  deliveries: z._default(z.array(DeliveryView), []),
});
export type AgreementView = z.infer<typeof AgreementView>;

/** Said when the socket connects; the cookie says who. `schema` is the version of the plan's form that the page knows. */
export const Hello = z.strictObject({ meeting: MeetingId, schema: z.optional(z.int().check(z.gte(0))) });

/** Client → server. Each is answered with an {@link Answer}. */
export const requests = {
  command: Command,
  signal: z.nullable(Signal),
} as const;
export type RequestName = keyof typeof requests;

/** Server → client. */
export const announcements = {
  meeting: MeetingView,
  agreement: AgreementView,
} as const;

/** Every answer carries the new state or a problem. */
export const Answer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), meeting: MeetingView }),
  z.strictObject({ ok: z.literal(false), problem: Problem }),
]);
export type Answer = z.infer<typeof Answer>;

/** The typed event maps for socket.io on both sides. */
export interface ClientToServer {
  command: (payload: Command, answer: (answer: Answer) => void) => void;
  signal: (payload: Signal | null, answer: (answer: Answer) => void) => void;
}
export interface ServerToClient {
  meeting: (view: MeetingView) => void;
  agreement: (view: AgreementView) => void;
}
