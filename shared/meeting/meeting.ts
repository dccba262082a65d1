import * as z from 'zod/mini';
import { PhaseId } from '#shared/ids.ts';
import { isStaff, type Role } from '#shared/roles.ts';
import { Countdown } from './countdown.ts';

/**
 * The life of a meeting: planned (nobody invited) → open (each party prepares) → inMeeting → summedUp (to be agreed) →
 * agreed (version N is frozen) → exported → deleted. Each state has only its own members. Times are ms since 1970.
 */
export const MeetingState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('planned') }),
  z.strictObject({ status: z.literal('open') }),
  z.strictObject({ status: z.literal('inMeeting'), startedAt: z.int(), phase: PhaseId, countdown: Countdown }),
  z.strictObject({ status: z.literal('summedUp'), phase: PhaseId }),
  z.strictObject({ status: z.literal('agreed'), phase: z.nullable(PhaseId), version: z.int() }),
  z.strictObject({ status: z.literal('exported'), phase: z.nullable(PhaseId), version: z.int() }),
  z.strictObject({ status: z.literal('deleted'), why: z.enum(['calledOff', 'over']) }),
]);
export type MeetingState = z.infer<typeof MeetingState>;
export type Status = MeetingState['status'];
export const STATUSES = MeetingState.def.options.flatMap(({ shape }): readonly Status[] => shape.status.def.values);

/** What the house itself does to a meeting. */
export type Happening =
  | { kind: 'invited' }
  | { kind: 'agreed'; version: number }
  /** `isReceipt`: somebody has it who files it in a journal. */
  | { kind: 'exported'; version: number; isReceipt: boolean }
  | { kind: 'calledOff' }
  | { kind: 'deleted' };

/** The state after something that the house did. What does not fit leaves the state as it is. */
export function settle(state: MeetingState, happening: Happening): MeetingState {
  const { status } = state;
  switch (happening.kind) {
    case 'invited':
      return status === 'planned' ? { status: 'open' } : state;
    case 'agreed':
      if (status === 'deleted') return state;
      return { status: 'agreed', phase: 'phase' in state ? state.phase : null, version: happening.version };
    case 'exported':
      return status === 'agreed' && state.version === happening.version ? { ...state, status: 'exported' } : state;
    case 'calledOff':
      return status === 'planned' || status === 'open' ? { status: 'deleted', why: 'calledOff' } : state;
    case 'deleted':
      return isOver(status) ? { status: 'deleted', why: 'over' } : state;
  }
}

/** Whether all that the meeting was held for is done, so that it may go. */
const isOver = (status: Status): boolean => status === 'summedUp' || status === 'agreed' || status === 'exported';

/** Who may lead: staff. The lead is one participant's at a time. */
export function mayLead(role: Role): boolean {
  return isStaff(role);
}
