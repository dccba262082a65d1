import type { MeetingView } from '#shared/live.ts';
import { maySeeWithheld } from '#shared/meeting/rights.ts';
import type { Participant } from '#server/access/participant.ts';

/** The meeting as `who` may see it: without what the patient does not share with others, unless they may know. */
export function viewFor(who: Pick<Participant, 'id' | 'role'>, view: MeetingView): MeetingView {
  const participants = view.participants.map((one) => (maySeeWithheld(who, one) ? one : { ...one, withheld: [] }));
  return { ...view, participants };
}
