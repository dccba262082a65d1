import { sql, type Kysely } from 'kysely';
import { ParticipantId, type MeetingId } from '#shared/ids.ts';
import { OWN_WORDS, type Author, type Authors } from '#shared/plan/authors.ts';
import { mayRead } from '#shared/plan/rights.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { Role } from '#shared/roles.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Authorship, Rooms } from '#server/sync/index.ts';

/** Who has written the patient's own words, by name. It is the guard that knows, and nobody is asked. */
export interface AuthorBook {
  /** As far as `by` may read. */
  of(by: Participant): Promise<Authors>;
  /** Of what was read in the same moment. */
  named(meeting: MeetingId, written: Written): Promise<Authors>;
}

type Written = Partial<Record<SectionKey, Authorship[]>>;

export interface AuthorsParts {
  db: Kysely<Tables>;
  rooms: Pick<Rooms, 'readAuthored'>;
}

export function createAuthors({ db, rooms }: AuthorsParts): AuthorBook {
  const named: AuthorBook['named'] = async (meeting, written) => {
    const people = await everyoneIn(db, meeting);
    const entries = Object.entries(written) as [SectionKey, Authorship[]][];
    return Object.fromEntries(
      entries
        .filter(([, places]) => places.length)
        .map(([key, places]) => [key, places.map((one) => told(one, people))]),
    );
  };
  return {
    named,
    async of(by) {
      const readable = OWN_WORDS.filter((key) => mayRead(by, key));
      return named(by.meeting, (await rooms.readAuthored(by.meeting, readable)).authorship);
    },
  };
}

function told(
  { by, ...place }: Authorship,
  people: ReadonlyMap<string, Author>,
): NonNullable<Authors[SectionKey]>[number] {
  const participants = by.flatMap((owner) => (owner ? (people.get(owner) ?? []) : []));
  return { ...place, participants, carried: participants.length < by.length };
}

/** Also those who were shown out: they wrote what they wrote. */
async function everyoneIn(db: Kysely<Tables>, meeting: MeetingId): Promise<Map<string, Author>> {
  const rows = await db
    .selectFrom('participants')
    .select(['id', 'name', 'role'])
    .where('meeting', '=', meeting)
    .orderBy(sql`rowid`)
    .execute();
  return new Map(rows.map(({ id, name, role }) => [id, { id: ParticipantId.parse(id), name, role: Role.parse(role) }]));
}
