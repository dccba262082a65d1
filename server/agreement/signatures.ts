import type { Kysely } from 'kysely';
import { Signature } from '#shared/agreement/signature.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Tables } from '#server/store/tables.ts';

/** What participants have said. Rows are only ever added. */
export interface Signatures {
  /** Oldest first. */
  of(meeting: MeetingId): Promise<Signature[]>;
  add(meeting: MeetingId, signature: Signature): Promise<void>;
}

export function createSignatures(db: Kysely<Tables>): Signatures {
  return {
    async of(meeting) {
      const rows = await db
        .selectFrom('signatures')
        .select('body')
        .where('meeting', '=', meeting)
        .orderBy('seq')
        .execute();
      return rows.map((row) => Signature.parse(JSON.parse(row.body)));
    },

    async add(meeting, signature) {
      const { participant, hash } = signature;
      const row = { meeting, participant, hash, body: JSON.stringify(signature) };
      await db.insertInto('signatures').values(row).execute();
    },
  };
}
