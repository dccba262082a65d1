import * as z from 'zod/mini';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import { ActionSection, Outcome } from './talk.ts';

export { Outcome } from './talk.ts';

/** What happened in a meeting, as its minutes tell it. When, and by whom, is told beside it. */
export const MeetingEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('started') }),
  z.strictObject({ kind: z.literal('phase'), phase: PhaseId }),
  z.strictObject({ kind: z.literal('paused') }),
  z.strictObject({ kind: z.literal('resumed') }),
  z.strictObject({ kind: z.literal('shortened'), phases: z.array(PhaseId) }),
  z.strictObject({ kind: z.literal('led'), by: ParticipantId, why: z.enum(['handedOver', 'lineLost']) }),
  z.strictObject({ kind: z.literal('proposed'), section: ActionSection, row: z.string(), words: z.string() }),
  z.strictObject({ kind: z.literal('commented'), row: z.string(), words: z.string() }),
  z.strictObject({
    kind: z.literal('decided'),
    ...{ section: ActionSection, row: z.string(), outcome: Outcome, words: z.string() },
    /** As it stood in the plan: who, from where, when. */
    ...{ owner: z.string(), organisation: z.string(), due: z.string() },
    /** Who took it on, by their own hand; null when it was dropped. */
    accepted: z.nullable(ParticipantId),
  }),
  z.strictObject({ kind: z.literal('summedUp') }),
  z.strictObject({ kind: z.literal('agreed'), version: z.int() }),
]);
export type MeetingEvent = z.infer<typeof MeetingEvent>;
