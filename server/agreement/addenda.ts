import type { Kysely } from 'kysely';
import { Addendum } from '#shared/agreement/addendum.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Tables } from '#server/store/tables.ts';

/** What was added to versions after they were agreed. Rows are only ever added. */
export interface Addenda {
  /** Of all versions, oldest first. */
  of(meeting: MeetingId): Promise<Addendum[]>;
  add(meeting: MeetingId, addendum: Addendum): Promise<void>;
}

export function createAddenda(db: Kysely<Tables>): Addenda {
  return {
    async of(meeting) {
      const rows = await db
        .selectFrom('addenda')
        .select('body')
        .where('meeting', '=', meeting)
        .orderBy('seq')
        .execute();
      return rows.map(({ body }) => Addendum.parse(JSON.parse(body)));
    },

    async add(meeting, addendum) {
      const row = { meeting, version: addendum.version, body: JSON.stringify(addendum) };
      await db.insertInto('addenda').values(row).execute();
    },
  };
}
