import type { MeetingView } from '#shared/live.ts';
import { maySeeWithheld } from '#shared/meeting/rights.ts';
import { mayRead } from '#shared/plan/rights.ts';
import type { Participant } from '#server/access/participant.ts';

/**
 * The meeting as `who` may see it: without what the patient does not share with others, unless they may know, and
 * without what is said or decided of an action in a part that is not shared with them.
 */
export function viewFor(who: Pick<Participant, 'id' | 'role' | 'withheld'>, view: MeetingView): MeetingView {
  const participants = view.participants.map((one) => (maySeeWithheld(who, one) ? one : { ...one, withheld: [] }));
  const { proposal } = view.talk;
  const hidden = proposal !== null && !mayRead(who, proposal.section);
  const decided = view.talk.decided.filter(({ section }) => mayRead(who, section));
  const talk = { ...view.talk, decided, ...(hidden ? { proposal: null, lacks: [] } : {}) };
  return { ...view, participants, talk };
}
