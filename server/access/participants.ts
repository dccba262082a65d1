import type { IncomingMessage } from 'node:http';
import { sql, type Kysely, type Selectable, type Insertable } from 'kysely';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { MeetingId, ParticipantId, PersonId } from '#shared/ids.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import { Profession, Role } from '#shared/roles.ts';
import type { ParticipantRow, Tables } from '#server/store/tables.ts';
import type { Participant } from './participant.ts';
import type { Chance } from './secrets.ts';
import type { Session, Sessions } from './session.ts';
import { stillWithheld } from './stillWithheld.ts';

/** Who is in which meeting. A meeting that one is not in answers exactly as one that does not exist. */
export interface Participants {
  /** @throws AppError `not-found` */
  find(session: Session, meeting: MeetingId): Promise<Participant>;
  /** The participant behind a request. @throws AppError `not-signed-in`, `not-found` */
  admit(request: IncomingMessage, meeting: MeetingId): Promise<Participant>;
  /** Everyone in the meeting, in the order in which they joined. */
  of(meeting: MeetingId): Promise<Participant[]>;
  /** The session's person in each of their meetings, newest first. */
  placesOf(session: Session): Promise<Participant[]>;
  /** Under the `id` that whoever comes was noted by before. */
  join(meeting: MeetingId, who: Omit<Session, 'meeting'>, id?: ParticipantId): Promise<Participant>;
  /** Who somebody is, or what they may, is another from now on, in all their sessions. @throws AppError `not-found` */
  change(meeting: MeetingId, participant: ParticipantId, to: Partial<Standing>): Promise<Participant>;
  /** @throws AppError `not-found` when there is no such participant. */
  remove(meeting: MeetingId, participant: ParticipantId): Promise<void>;
}

/** What of a participant can change while they are in the meeting. */
export type Standing = Pick<Participant, 'role' | 'profession' | 'withheld'>;

const Withheld = z.array(SectionKey);

export interface ParticipantsParts {
  db: Kysely<Tables>;
  sessions: Pick<Sessions, 'read'>;
  chance: Chance;
  now: () => number;
}

export function createParticipants({ db, sessions, chance, now }: ParticipantsParts): Participants {
  const here = () => everyoneIn(db).where('removed_at', 'is', null);

  const find = async (session: Session, meeting: MeetingId) => {
    const foreign = session.meeting !== null && session.meeting !== meeting;
    const row = foreign
      ? undefined
      : await here().where('meeting', '=', meeting).where('person', '=', session.person).executeTakeFirst();
    if (row) return participantOf(row);
    if (!foreign && (await wasDeleted(db, session, meeting)))
      throw new AppError('gone', 'The meeting was called off, or is over and deleted.');
    throw new AppError('not-found', 'There is no such meeting for you.');
  };

  return {
    find,

    async admit(request, meeting) {
      const session = await sessions.read(request);
      if (!session) throw new AppError('not-signed-in', 'Sign in, or open your invitation.');
      return find(session, meeting);
    },

    async of(meeting) {
      const rows = await here()
        .where('meeting', '=', meeting)
        .orderBy('joined_at')
        .orderBy(sql`rowid`)
        .execute();
      return rows.map(participantOf);
    },

    async placesOf(session) {
      const rows = await here().where('person', '=', session.person).orderBy('joined_at', 'desc').execute();
      return rows.map(participantOf).filter(({ meeting }) => session.meeting === null || session.meeting === meeting);
    },

    async join(meeting, who, id = ParticipantId.parse(chance.mint())) {
      const row: Insertable<ParticipantRow> = {
        id,
        meeting,
        person: who.person,
        name: who.name,
        role: who.role,
        organisation: who.organisation,
        profession: who.profession,
        withheld: JSON.stringify(await stillWithheld(db, meeting, who)),
        joined_at: now(),
        removed_at: null,
      };
      await db.insertInto('participants').values(row).execute();
      return participantOf(await everyoneIn(db).where('id', '=', row.id).executeTakeFirstOrThrow());
    },

    change: (meeting, participant, to) => db.transaction().execute((all) => change(all, meeting, participant, to)),

    remove: (meeting, participant) => db.transaction().execute((all) => remove(all, meeting, participant, now())),
  };
}

/** Those who were shown out count as well, so that nobody's place changes. */
const everyoneIn = (db: Kysely<Tables>) =>
  db
    .selectFrom('participants')
    .selectAll()
    .select(
      sql<number>`(SELECT count(*) FROM participants AS other WHERE other.meeting = participants.meeting AND other.rowid < participants.rowid)`.as(
        'before',
      ),
    );

async function change(
  db: Kysely<Tables>,
  meeting: MeetingId,
  participant: ParticipantId,
  { withheld, ...rest }: Partial<Standing>,
): Promise<Participant> {
  const row = await db
    .updateTable('participants')
    .set({ ...rest, ...(withheld ? { withheld: JSON.stringify(withheld) } : {}) })
    .where('meeting', '=', meeting)
    .where('id', '=', participant)
    .where('removed_at', 'is', null)
    .returning('person')
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', 'There is no such participant.');
  // A session that an invitation opened is for this meeting alone, and says the same of its person.
  if (Object.keys(rest).length > 0)
    await db
      .updateTable('sessions')
      .set(rest)
      .where('meeting', '=', meeting)
      .where('person', '=', row.person)
      .execute();
  return participantOf(await everyoneIn(db).where('id', '=', participant).executeTakeFirstOrThrow());
}

/** Takes away what somebody holds in a meeting: their place, and the invitations of theirs that nobody has used. */
async function remove(db: Kysely<Tables>, meeting: MeetingId, participant: ParticipantId, now: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('participants')
    .set({ removed_at: now })
    .where('meeting', '=', meeting)
    .where('id', '=', participant)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('not-found', 'There is no such participant.');
  await db
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('meeting', '=', meeting)
    .where('created_by', '=', participant)
    .where('used_at', 'is', null)
    .execute();
}

function participantOf(row: Selectable<ParticipantRow> & { before: number }): Participant {
  return {
    id: ParticipantId.parse(row.id),
    meeting: MeetingId.parse(row.meeting),
    person: PersonId.parse(row.person),
    name: row.name,
    role: Role.parse(row.role),
    organisation: row.organisation,
    profession: z.nullable(Profession).parse(row.profession),
    withheld: Withheld.parse(JSON.parse(row.withheld)),
    joinedAt: row.joined_at,
    colour: row.before,
  };
}

/** Whether it was a meeting of theirs that is no more. Nobody else is told that there was one. */
async function wasDeleted(db: Kysely<Tables>, { person }: Session, meeting: MeetingId): Promise<boolean> {
  const row = await db
    .selectFrom('participants')
    .innerJoin('meetings', 'meetings.id', 'participants.meeting')
    .select('participants.id')
    .where('meetings.id', '=', meeting)
    .where('person', '=', person)
    .where(sql<string>`json_extract(state, '$.status')`, '=', 'deleted')
    .executeTakeFirst();
  return row !== undefined;
}
