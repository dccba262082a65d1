import type { MeetingId, ParticipantId } from '#shared/ids.ts';

/** To whom the lead of a meeting is offered while its facilitator's line is lost. In memory alone: so is the line. */
export interface Offers {
  to(meeting: MeetingId): ParticipantId | null;
  make(meeting: MeetingId, to: ParticipantId | null): void;
}

export function createOffers(): Offers {
  const offers = new Map<MeetingId, ParticipantId>();
  return {
    to: (meeting) => offers.get(meeting) ?? null,
    make(meeting, to) {
      if (to === null) offers.delete(meeting);
      else offers.set(meeting, to);
    },
  };
}
