import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { MeetingView, TalkView } from '#shared/live.ts';
import { lacksOf } from '#shared/meeting/proposal.ts';
import { orderOf, type Seated } from '#shared/meeting/steering.ts';
import { talkAmong } from '#shared/meeting/talk.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Actions } from '#server/meeting/actions.ts';
import type { Meeting, Meetings } from '#server/meeting/meetings.ts';
import type { Offers } from '#server/meeting/offers.ts';
import { seatsOf } from '#server/meeting/seats.ts';
import type { Attendance } from './attendance.ts';

export interface ViewParts {
  meetings: Pick<Meetings, 'get'>;
  participants: Pick<Participants, 'of'>;
  actions: Pick<Actions, 'read'>;
  attendance: Attendance;
  offers: Offers;
  now: () => number;
  /** When all of the meeting will be deleted, in ms since 1970; null while that is not settled. */
  deletesAt: (meeting: MeetingId) => Promise<number | null>;
}

/** The meeting as it is at this moment, all of it; as `viewFor` has it for each is what leaves the house. */
export function createView(parts: ViewParts) {
  const { meetings, participants, attendance, now } = parts;
  return async (id: MeetingId): Promise<MeetingView> => {
    const meeting = await meetings.get(id);
    const people = await participants.of(id);
    const isPresent = (participant: ParticipantId) => attendance.isPresent(id, participant);
    const { ready, ...talk } = await talkOf(parts, meeting, seatsOf(people, isPresent));
    const signalOf = (participant: ParticipantId) => {
      const told = talk.signals.filter(({ by }) => by === participant).map(({ signal }) => signal);
      // What asks for something now stands before what can wait for the end of the phase.
      return told.find((signal) => signal !== 'notFinished') ?? told[0] ?? null;
    };
    return {
      ...meeting,
      talk,
      deletesAt: await parts.deletesAt(id),
      participants: people.map(({ id: participant, name, role, organisation, profession, withheld }) => ({
        ...{ id: participant, name, role, organisation, profession, withheld: [...withheld] },
        ...{ present: isPresent(participant), signal: signalOf(participant), ready: ready.includes(participant) },
      })),
      now: now(),
    };
  };
}

/** What goes on at the table, among those who are in the meeting. */
async function talkOf({ actions, offers }: ViewParts, meeting: Meeting, people: readonly Seated[]) {
  const order = orderOf(meeting, { template: meeting.template, people });
  const ids = people.map(({ id }) => id);
  const talk = talkAmong(meeting.talk, ids, order);
  const { proposal } = talk;
  const action = proposal && (await actions.read(meeting.id, proposal.section, proposal.row));
  const lacks: TalkView['lacks'] = proposal ? lacksOf(proposal, action, people) : [];
  return { ...talk, order, lacks, offered: offers.to(meeting.id) };
}
