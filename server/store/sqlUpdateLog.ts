import { crc32 } from 'node:zlib';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { ParticipantId } from '#shared/ids.ts';
import type { BaseRow, Tables, UpdateRow } from './tables.ts';
import { keepStrokes } from './strokes.ts';
import type { LoggedUpdate, RoomId, StoredUpdate, UpdateLog } from './updateLog.ts';

/** Rows in one INSERT; SQLite takes 32,766 values a statement and each row has six. */
const ROWS_PER_INSERT = 1000;
/** Rows that are read, and rows that are freed, in one go: some milliseconds each. */
const ROWS_PER_READ = 2000;
const ROWS_PER_SWEEP = 500;

const Owners = z.array(z.tuple([z.int(), z.nullable(ParticipantId)]));

export interface SqlUpdateLogParts {
  db: Kysely<Tables>;
  /** Lets others have the processor for a moment. */
  pause: () => Promise<void>;
}

/** The durable log in SQL. */
export function sqlUpdateLog({ db, pause }: SqlUpdateLogParts): UpdateLog {
  return {
    async load(room) {
      const base = await baseOf(db, room);
      const stored: StoredUpdate[] = base ? [storedBase(base)] : [];
      const read = reader();
      let after = base?.upto ?? 0;
      for (let rows = await rowsAfter(db, room, after); rows.length > 0; rows = await rowsAfter(db, room, after)) {
        stored.push(...rows.map(read));
        after = rows.at(-1)?.seq ?? after;
        if (rows.length < ROWS_PER_READ) break;
        await pause();
      }
      return stored;
    },

    async append(entries) {
      // One INSERT is one commit; a transaction is only needed when there are several.
      if (entries.length <= ROWS_PER_INSERT) return insert(db, entries);
      await db.transaction().execute(async (transaction) => {
        for (let from = 0; from < entries.length; from += ROWS_PER_INSERT)
          await insert(transaction, entries.slice(from, from + ROWS_PER_INSERT));
      });
    },

    compact: ({ meeting, section }, { update, owners, at }) =>
      db.transaction().execute(async (transaction) => {
        const { upto } = await transaction
          .selectFrom('updates')
          .select(({ fn }) => fn.max('seq').as('upto'))
          .where('meeting', '=', meeting)
          .where('section', '=', section)
          .executeTakeFirstOrThrow();
        const json = JSON.stringify(owners);
        const base = { upto: upto ?? 0, bytes: update, owners: json, at, sum: sumOf(update, json) };
        await transaction
          .insertInto('bases')
          .values({ meeting, section, ...base })
          .onConflict((conflict) => conflict.columns(['meeting', 'section']).doUpdateSet(base))
          .execute();
        await keepStrokes(transaction, { meeting, section }, base);
      }),

    async sweep(room) {
      const base = await baseOf(db, room);
      if (!base) return false;
      const covered = rowsOf(db, room).select('seq').where('seq', '<=', base.upto).orderBy('seq').limit(ROWS_PER_SWEEP);
      const { numDeletedRows } = await db.deleteFrom('updates').where('seq', 'in', covered).executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

async function insert(db: Kysely<Tables>, entries: readonly LoggedUpdate[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ room: { meeting, section }, participant, update, at }) => ({
    ...{ meeting, section, participant, bytes: update, at },
    sum: crc32(update),
  }));
  await db.insertInto('updates').values(rows).execute();
}

const rowsOf = (db: Kysely<Tables>, { meeting, section }: RoomId) =>
  db.selectFrom('updates').where('meeting', '=', meeting).where('section', '=', section);

const rowsAfter = (db: Kysely<Tables>, room: RoomId, seq: number) =>
  rowsOf(db, room)
    .select(['seq', 'participant', 'bytes', 'at', 'sum'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(ROWS_PER_READ)
    .execute();

const baseOf = (db: Kysely<Tables>, { meeting, section }: RoomId) =>
  db.selectFrom('bases').selectAll().where('meeting', '=', meeting).where('section', '=', section).executeTakeFirst();

function storedBase({ bytes, owners, at, sum }: Selectable<BaseRow>): StoredUpdate {
  if (sumOf(bytes, owners) !== sum) throw new Error('A stored document is not what was written.');
  return { participant: null, update: bytes, at, owners: Owners.parse(JSON.parse(owners)) };
}

/** Reads rows; there are many of them, and few participants. */
function reader(): (row: Pick<Selectable<UpdateRow>, 'participant' | 'bytes' | 'at' | 'sum'>) => StoredUpdate {
  const known = new Map<string | null, ParticipantId | null>([[null, null]]);
  return ({ participant, bytes, at, sum }) => {
    if (sum !== null && crc32(bytes) !== sum) throw new Error('A stored update is not what was written.');
    const who = known.get(participant) ?? z.nullable(ParticipantId).parse(participant);
    known.set(participant, who);
    return { participant: who, update: bytes, at };
  };
}

const sumOf = (bytes: Uint8Array, owners: string): number => crc32(owners, crc32(bytes));
