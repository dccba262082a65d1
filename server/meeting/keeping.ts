import { sql, type Kysely } from 'kysely';
import { AppError } from '#shared/errors.ts';
import { MeetingId } from '#shared/ids.ts';
import { MeetingState, settle } from '#shared/meeting/meeting.ts';
import type { Participant } from '#server/access/participant.ts';
import { HOUSE, type Audit, type Doer } from '#server/audit/audit.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Bell } from './bell.ts';
import type { Meetings } from './meetings.ts';
import type { Purge } from './purge.ts';

/** How long a meeting is kept, and its end. The access log is kept by a rule of its own. */
export interface Keeping {
  /** When all of the meeting will be deleted, in ms since 1970; null while that is not settled. */
  deletesAt(meeting: MeetingId): Promise<number | null>;
  /** Deletes every meeting whose time has come. */
  deleteDue(): Promise<void>;
  /**
   * Deletes a meeting before its time; the reason stands in the log.
   * @throws AppError `forbidden` unless they lead; `not-now` before it is summed up, and while a copy is on its way
   */
  deleteEarly(by: Participant, reason: string): Promise<void>;
}

export interface KeepingParts {
  db: Kysely<Tables>;
  meetings: Pick<Meetings, 'require'>;
  purge: Pick<Purge, 'clear'>;
  audit: Pick<Audit, 'noteIn'>;
  bell: Bell;
  /** Whether a copy is still on its way to somebody, as it stands in `store`. */
  hasPending: (meeting: MeetingId, store: Kysely<Tables>) => Promise<boolean>;
  now: () => number;
  /** Days from the last receipt, or what was last written, until a meeting is deleted. */
  keepDays: number;
}

const DAY_MS = 24 * 3_600_000;
/** How often it is looked for meetings whose time has come. */
const LOOK_MS = 3_600_000;

export function createKeeping(parts: KeepingParts): Keeping {
  const { db, meetings, hasPending, now, keepDays } = parts;
  const deletesAt = async (meeting: MeetingId, store = db) => {
    const last = (await hasPending(meeting, store)) ? null : await lastUse(store, meeting);
    return last === null ? null : last + keepDays * DAY_MS;
  };

  return {
    deletesAt: (meeting) => deletesAt(meeting),

    async deleteDue() {
      const rows = await db.selectFrom('meetings').select('id').where(STATUS, '=', 'exported').execute();
      const why = `${keepDays} days after the last receipt`;
      const failures: unknown[] = [];
      for (const { id } of rows) {
        const meeting = MeetingId.parse(id);
        const isDue = async (store: Kysely<Tables>) => ((await deletesAt(meeting, store)) ?? Infinity) <= now();
        try {
          if (await isDue(db)) await end(parts, meeting, { by: HOUSE, why, may: isDue });
        } catch (error) {
          // One meeting that cannot be deleted must not keep the others.
          failures.push(error);
        }
      }
      if (failures.length) throw new AggregateError(failures, 'Some meetings could not be deleted.');
    },

    async deleteEarly(by, why) {
      await meetings.require(by, 'delete');
      await requireOwnLead(db, by, now());
      const may = async (store: Kysely<Tables>) => {
        if (await isWaiting(store, by.meeting))
          throw new AppError('not-now', 'The plan is still on its way to somebody.');
        return true;
      };
      const isEnded = await end(parts, by.meeting, { by, why, may });
      if (!isEnded)
        throw new AppError('not-now', 'A meeting is deleted when it is summed up; before, it is called off.');
    },
  };
}

/** Looks at once, and then every hour. The function that comes back ends the watch, and waits for what is under way. */
export function watchKeeping(
  keeping: Pick<Keeping, 'deleteDue'>,
  { every, report }: { every: (ms: number, then: () => void) => () => void; report: (error: unknown) => void },
): () => Promise<void> {
  let looking = Promise.resolve();
  const look = () => void (looking = looking.then(() => keeping.deleteDue()).catch(report));
  look();
  const stop = every(LOOK_MS, look);
  return async () => {
    stop();
    await looking;
  };
}

/** Whoever took the lead because somebody's line was lost does not end it all the same day. @throws AppError `not-now` */
async function requireOwnLead(db: Kysely<Tables>, by: Participant, now: number): Promise<void> {
  const { rows } = await sql<{ by: string; why: string; at: number }>`
    SELECT json_extract(body, '$.by') AS by, json_extract(body, '$.why') AS why, at FROM events
    WHERE meeting = ${by.meeting} AND json_extract(body, '$.kind') = 'led' ORDER BY seq DESC LIMIT 1`.execute(db);
  const [last] = rows;
  if (last?.by === by.id && last.why === 'lineLost' && now - last.at < DAY_MS)
    throw new AppError('not-now', 'The lead was taken over when a line was lost: wait a day, or have it handed over.');
}

/** Whether a copy waits for its turn. What failed for good does not keep whoever leads from ending the meeting. */
async function isWaiting(db: Kysely<Tables>, meeting: MeetingId): Promise<boolean> {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('meeting', '=', meeting)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface Ending {
  by: Doer;
  why: string;
  /** Asked in the transaction that ends the meeting: until then, somebody may have gone on. */
  may: (transaction: Kysely<Tables>) => Promise<boolean>;
}

/** The state and what the log says of it are stored together; then all else goes. False when it is not the time. */
async function end({ db, audit, purge, bell }: KeepingParts, meeting: MeetingId, { by, why, may }: Ending) {
  const isEnded = await db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('meetings')
      .select('state')
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow();
    const before = MeetingState.parse(JSON.parse(row.state));
    const state = settle(before, { kind: 'deleted' });
    if (state === before || !(await may(transaction))) return false;
    await audit.noteIn(transaction, meeting, by, 'deleted', { why });
    await transaction
      .updateTable('meetings')
      .set({ state: JSON.stringify(state) })
      .where('id', '=', meeting)
      .execute();
    return true;
  });
  if (!isEnded) return false;
  bell.emit('meeting', meeting);
  await purge.clear(meeting);
  return true;
}

const STATUS = sql<MeetingState['status']>`json_extract(state, '$.status')`;

/**
 * What the days are counted from, in ms since 1970: the last receipt, or what was written since: nobody's draft of the
 * next version is taken from under their hands. Null before there is a receipt.
 */
async function lastUse(db: Kysely<Tables>, meeting: MeetingId): Promise<number | null> {
  const row = await db
    .selectFrom('meetings')
    .select('last_receipt_at')
    .where('id', '=', meeting)
    .where(STATUS, '=', 'exported')
    .executeTakeFirst();
  const receipt = row?.last_receipt_at ?? null;
  if (receipt === null) return null;
  const { rows } = await sql<{ at: number | null }>`SELECT max(at) AS at FROM (
    SELECT at FROM updates WHERE meeting = ${meeting} UNION ALL
    SELECT last_at FROM strokes WHERE meeting = ${meeting} UNION ALL
    SELECT at FROM task_reports WHERE meeting = ${meeting} UNION ALL
    SELECT json_extract(body, '$.at') FROM addenda WHERE meeting = ${meeting} UNION ALL
    SELECT json_extract(body, '$.at') FROM signatures WHERE meeting = ${meeting})`.execute(db);
  return Math.max(receipt, rows[0]?.at ?? 0);
}
