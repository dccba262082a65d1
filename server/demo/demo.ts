import type { Kysely } from 'kysely';
import { AppError } from '#shared/errors.ts';
import { MeetingId, PersonId, type ParticipantId } from '#shared/ids.ts';
import { isWritten } from '#shared/plan/plan.ts';
import { writePart } from '#shared/plan/doc.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { Session } from '#server/access/session.ts';
import type { Meeting, Meetings } from '#server/meeting/meetings.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Rooms } from '#server/sync/index.ts';
import { aase, type PersonKey } from './aase.ts';

export interface DemoParts {
  db: Kysely<Tables>;
  meetings: Meetings;
  participants: Participants;
  rooms: Pick<Rooms, 'write'>;
  prepare: (meeting: Meeting) => Promise<void>;
  chance: Chance;
  now: () => number;
}

/** The prepared meeting that a first start offers. Everybody in it is invented. */
export interface Demo {
  /** Makes the meeting unless it is there already. */
  seed(): Promise<void>;
  /** The prepared meeting and the people that one can be in it. @throws AppError `not-found` */
  offer(): Promise<{ meeting: Meeting; people: Participant[] }>;
  /** The session of one of those people. @throws AppError `not-found` */
  seat(participant: ParticipantId): Promise<Session>;
}

export function createDemo(parts: DemoParts): Demo {
  const { db, meetings, participants } = parts;

  /** The oldest meeting is the prepared one: nobody could make one before the first start was over. */
  const prepared = async (): Promise<MeetingId | null> => {
    const row = await db.selectFrom('meetings').select('id').orderBy('created_at').limit(1).executeTakeFirst();
    return row ? MeetingId.parse(row.id) : null;
  };

  const offer = async () => {
    const id = await prepared();
    if (!id) throw new AppError('not-found', 'There is no prepared meeting.');
    return { meeting: await meetings.get(id), people: await participants.of(id) };
  };

  return {
    async seed() {
      if ((await prepared()) === null) await seedAase(parts);
    },

    offer,

    async seat(participant) {
      const { meeting, people } = await offer();
      const them = people.find(({ id }) => id === participant);
      if (!them) throw new AppError('not-found', 'There is no such person in the prepared meeting.');
      const { person, name, role, organisation, profession } = them;
      return { person, name, role, organisation, profession, meeting: meeting.id };
    },
  };
}

/** Makes Åse's meeting. Each part is written on behalf of its author, the way their own screen would: past the guard. */
async function seedAase({ meetings, participants, rooms, prepare, chance, now }: DemoParts): Promise<void> {
  const plan = aase.prepared();
  const personOfKey = (key: PersonKey) => ({ ...aase.people[key], person: PersonId.parse(chance.mint()) });
  const { meeting, facilitator } = await meetings.make(personOfKey(aase.facilitator), {
    template: aase.template,
    title: aase.title,
    patient: aase.patient,
    helpPhone: aase.helpPhone,
    startsAt: new Date(now()).toISOString(),
  });
  await prepare(meeting);
  const people = new Map<PersonKey, Participant>([[aase.facilitator, facilitator]]);
  for (const key of Object.keys(aase.people) as PersonKey[])
    if (!people.has(key)) people.set(key, await participants.join(meeting.id, personOfKey(key)));
  for (const key of SECTION_KEYS) {
    if (!isWritten(key, plan)) continue;
    const author = people.get(aase.authors[key]);
    if (author === undefined) throw new Error(`Nobody is said to have written ${key}.`);
    const value = plan[key];
    await rooms.write({ meeting: meeting.id, section: key }, author, (doc) => writePart(key, doc, value));
  }
  await meetings.settle(meeting.id, { kind: 'invited' });
}
