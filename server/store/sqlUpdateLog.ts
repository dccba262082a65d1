import type { Kysely } from 'kysely';
import { ParticipantId } from '#shared/ids.ts';
import type { Tables } from './tables.ts';
import type { LoggedUpdate, UpdateLog } from './updateLog.ts';

/** Rows in one INSERT; SQLite takes 32,766 values a statement and each row has five. */
const ROWS_PER_INSERT = 1000;

/** The durable log in SQL. */
export function sqlUpdateLog(db: Kysely<Tables>): UpdateLog {
  return {
    async load({ meeting, section }) {
      const rows = await db
        .selectFrom('updates')
        .select(['participant', 'bytes', 'at'])
        .where('meeting', '=', meeting)
        .where('section', '=', section)
        .orderBy('seq')
        .execute();
      return rows.map(({ participant, bytes, at }) => ({
        participant: participant === null ? null : ParticipantId.parse(participant),
        update: bytes,
        at,
      }));
    },

    async append(entries) {
      // One INSERT is one commit; a transaction is only needed when there are several.
      if (entries.length <= ROWS_PER_INSERT) return insert(db, entries);
      await db.transaction().execute(async (transaction) => {
        for (let from = 0; from < entries.length; from += ROWS_PER_INSERT)
          await insert(transaction, entries.slice(from, from + ROWS_PER_INSERT));
      });
    },
  };
}

async function insert(db: Kysely<Tables>, entries: readonly LoggedUpdate[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ room, participant, update, at }) => ({ ...room, participant, bytes: update, at }));
  await db.insertInto('updates').values(rows).execute();
}
