import { sql, type Kysely } from 'kysely';
import { ParticipantId, type MeetingId } from '#shared/ids.ts';
import type { Tables } from '#server/store/tables.ts';

/** From when to when somebody was in the meeting; null while they are. ms since 1970. */
export interface Stay {
  participant: ParticipantId;
  cameAt: number;
  leftAt: number | null;
}

/** Who was there, from when to when. */
export interface Stays {
  came(meeting: MeetingId, participant: ParticipantId): Promise<void>;
  left(meeting: MeetingId, participant: ParticipantId): Promise<void>;
  /** In the order in which they came. */
  of(meeting: MeetingId): Promise<Stay[]>;
  /** After a start nobody is in: whoever was when the house went down had left then, as far as one knows when that was. */
  closeAll(): Promise<void>;
}

/** Whoever is back within this time never left: a tablet slept, a network changed. */
const SAME_STAY_MS = 60_000;

export function createStays({ db, now }: { db: Kysely<Tables>; now: () => number }): Stays {
  return {
    async came(meeting, participant) {
      await db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom('stays')
          .selectAll()
          .where('meeting', '=', meeting)
          .where('participant', '=', participant)
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst();
        if (last && (last.left_at === null || last.left_at >= now() - SAME_STAY_MS))
          await transaction.updateTable('stays').set({ left_at: null }).where('seq', '=', last.seq).execute();
        else await transaction.insertInto('stays').values({ meeting, participant, came_at: now() }).execute();
      });
    },

    async left(meeting, participant) {
      await db
        .updateTable('stays')
        .set({ left_at: now() })
        .where('meeting', '=', meeting)
        .where('participant', '=', participant)
        .where('left_at', 'is', null)
        .execute();
    },

    async of(meeting) {
      const rows = await db.selectFrom('stays').selectAll().where('meeting', '=', meeting).orderBy('seq').execute();
      return rows.map(({ participant, came_at: cameAt, left_at: leftAt }) => ({
        ...{ participant: ParticipantId.parse(participant), cameAt, leftAt },
      }));
    },

    async closeAll() {
      const until = Math.min(await lastSignOfLife(db), now());
      await db
        .updateTable('stays')
        .set({ left_at: sql<number>`max(came_at, ${until})` })
        .where('left_at', 'is', null)
        .execute();
    },
  };
}

/** When the house last wrote something down; ms since 1970, 0 for never. It may have been down for days since. */
async function lastSignOfLife(db: Kysely<Tables>): Promise<number> {
  const last = await Promise.all(
    (['audit', 'events', 'updates'] as const).map((table) =>
      db.selectFrom(table).select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst(),
    ),
  );
  return Math.max(0, ...last.map((row) => row?.at ?? 0));
}
