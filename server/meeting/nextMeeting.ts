import type { EarlierPeople, NewNextMeeting } from '#shared/after.ts';
import { sql, type Kysely } from 'kysely';
import { dayAndMonth } from '#shared/when.ts';
import { nb } from '#shared/words/nb/index.ts';
import { AppError } from '#shared/errors.ts';
import { MeetingId } from '#shared/ids.ts';
import { CARRIED_PARTS, carriedOver, withPromises } from '#shared/meeting/followUp.ts';
import { writePart } from '#shared/plan/doc.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { isStaff } from '#shared/roles.ts';
import type { Invitations } from '#server/access/invitations.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Session } from '#server/access/session.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Rooms } from '#server/sync/index.ts';
import type { Meeting, Meetings } from './meetings.ts';
import type { Standings } from './standing.ts';
import type { TaskReports } from './taskReports.ts';
import type { Templates } from './templates.ts';
import { createTurns } from './turns.ts';

/** The meeting that goes on from one that was held. */
export interface NextMeeting {
  /**
   * Makes it, with what was promised, the goals and what is not settled in its plan. `session`: how `by` came in.
   * @throws AppError `forbidden` unless `by` is staff who signed in; `not-now` before the meeting is summed up, and when
   * there is a next meeting already (the problem's `next`).
   */
  make(by: Participant, session: Session | null, wanted: NewNextMeeting): Promise<Meeting>;
  /** Who was in the meeting before and is neither here nor invited. @throws AppError `forbidden` */
  earlierPeople(by: Participant): Promise<EarlierPeople>;
}

export interface NextMeetingParts {
  db: Kysely<Tables>;
  meetings: Meetings;
  templates: Pick<Templates, 'get'>;
  participants: Pick<Participants, 'of'>;
  invitations: Pick<Invitations, 'of'>;
  standings: Standings;
  reports: TaskReports;
  rooms: Pick<Rooms, 'write'>;
  prepare: (meeting: Meeting) => Promise<void>;
  audit: Audit;
}

/** After these there is something to go on from. */
const HELD: readonly Meeting['state']['status'][] = ['summedUp', 'agreed', 'exported'];

export function createNextMeeting(parts: NextMeetingParts): NextMeeting {
  const { db, meetings, templates, audit } = parts;
  // Two at once would both make one.
  const inTurn = createTurns<MeetingId>();

  const make: NextMeeting['make'] = async (by, session, wanted) => {
    if (!isStaff(by.role) || session?.meeting !== null || !isStaff(session.role))
      throw new AppError('forbidden', 'Staff who have signed in plan the next meeting.');
    const earlier = await meetings.get(by.meeting);
    if (!HELD.includes(earlier.state.status))
      throw new AppError('not-now', 'The next meeting is planned when this one is summed up.');
    const next = await followerOf(db, earlier.id);
    if (next) throw new AppError('not-now', 'The next meeting is planned already.', { next });
    const base = wanted.template === undefined ? earlier.template : await templates.get(session, wanted.template);
    const { title, patient, id: follows } = earlier;
    const { meeting, facilitator } = await meetings.make(
      session,
      {
        ...{ title, template: base.id, startsAt: wanted.startsAt },
        patient: { name: patient.name, ...(patient.birthYear === null ? {} : { birthYear: patient.birthYear }) },
        ...(wanted.videoUrl === undefined ? {} : { videoUrl: wanted.videoUrl }),
        ...(earlier.helpPhone === null ? {} : { helpPhone: earlier.helpPhone }),
      },
      { follows, template: withPromises(base, dayOf(earlier.startsAt)) },
    );
    const carry = async () => {
      await audit.note(follows, by, 'next-meeting', { about: `next: ${meeting.id}` });
      await audit.note(meeting.id, facilitator, 'next-meeting', { about: `after: ${follows}` });
      await carryOver(parts, earlier, meeting);
    };
    await carry().catch(async (error: unknown) => {
      // Half of it would stand in the way of another try.
      await meetings.settle(meeting.id, { kind: 'calledOff' });
      throw error;
    });
    return meeting;
  };

  return {
    make: (by, session, wanted) => inTurn(by.meeting, () => make(by, session, wanted)),

    async earlierPeople(by) {
      const { follows } = await meetings.require(by, 'invite');
      if (follows === null) return { startsAt: null, people: [] };
      await audit.note(by.meeting, by, 'read', { about: 'earlier people' });
      const { startsAt } = await meetings.get(follows);
      const [earlier, ...known] = await Promise.all([
        parts.participants.of(follows),
        parts.participants.of(by.meeting),
        parts.invitations.of(by.meeting),
      ]);
      const isKnown = ({ name, role }: Participant) =>
        known.flat().some((one) => one.name === name && one.role === role && !isOver(one));
      const people = earlier.filter((person) => !isKnown(person));
      return {
        startsAt,
        people: people.map(({ name, role, organisation, profession }) => ({ name, role, organisation, profession })),
      };
    },
  };
}

/** The meeting that goes on from this one, unless it was called off. */
async function followerOf(db: Kysely<Tables>, meeting: MeetingId): Promise<MeetingId | null> {
  const deleted: Meeting['state']['status'] = 'deleted';
  const row = await db
    .selectFrom('meetings')
    .select('id')
    .where('follows', '=', meeting)
    .where(sql<string>`json_extract(state, '$.status')`, '<>', deleted)
    .executeTakeFirst();
  return row ? MeetingId.parse(row.id) : null;
}

/** An invitation that nobody can use any more. */
const isOver = (one: object): boolean => 'status' in one && (one.status === 'revoked' || one.status === 'expired');

/** The house puts in what the meeting starts with; from then on its people write. */
async function carryOver(parts: NextMeetingParts, earlier: Meeting, meeting: Meeting): Promise<void> {
  const { standings, reports, rooms, prepare } = parts;
  await prepare(meeting);
  const { plan } = await standings.of(earlier.id);
  const carried = carriedOver(plan, await reports.of(earlier.id));
  const write = <K extends SectionKey>(section: K, value: Parameters<typeof writePart<K>>[2]) =>
    rooms.write({ meeting: meeting.id, section }, null, (doc) => writePart(section, doc, value));
  for (const key of CARRIED_PARTS) await write(key, carried[key]);
}

/** `25.11.` */
const dayOf = (ms: number): string => dayAndMonth(ms, nb.calendar);
