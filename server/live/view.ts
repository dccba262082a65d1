import type { MeetingId } from '#shared/ids.ts';
import type { MeetingView } from '#shared/live.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import type { Attendance } from './attendance.ts';

export interface ViewParts {
  meetings: Pick<Meetings, 'get'>;
  participants: Pick<Participants, 'of'>;
  attendance: Attendance;
  now: () => number;
}

/** The meeting as it is at this moment, all of it; as `viewFor` has it for each is what leaves the house. */
export function createView({ meetings, participants, attendance, now }: ViewParts) {
  return async (id: MeetingId): Promise<MeetingView> => {
    const meeting = await meetings.get(id);
    const people = await participants.of(id);
    return {
      ...meeting,
      participants: people.map(({ id: participant, name, role, organisation, profession, withheld }) => ({
        ...{ id: participant, name, role, organisation, profession, withheld: [...withheld] },
        present: attendance.isPresent(id, participant),
        signal: attendance.signalOf(id, participant),
      })),
      now: now(),
    };
  };
}
