import type { Kysely } from 'kysely';
import { LogEntry } from '#shared/logEntry.ts';
import type { AuditAction } from '#shared/auditAction.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { purposeOf } from '#shared/purpose.ts';
import type { Role } from '#shared/roles.ts';
import { CHAIN_START, chained, type Entry } from '#server/store/chain.ts';
import type { Tables } from '#server/store/tables.ts';
import { oneLine } from './oneLine.ts';
import { Recent } from './recent.ts';

/** Who did it, as the log names them; the house itself is `null`. */
export interface Doer {
  id: ParticipantId | null;
  name: string;
  role: Role | null;
  organisation: string | null;
}

/** The house itself. */
export const HOUSE: Doer = { id: null, name: 'Tverrfaglig møte', role: null, organisation: null };

/** Somebody of whom the house knows nothing but what they tried. */
export const STRANGER: Doer = { id: null, name: '', role: null, organisation: null };

export interface NotedMore {
  about?: string;
  /** The reason that was given; else it is the purpose that their role is in the meeting for. */
  why?: string;
  refused?: boolean;
}

export interface Audit {
  /** Written before the action is answered: what cannot be logged is not done. */
  note(meeting: MeetingId, by: Doer, action: AuditAction, more?: NotedMore): Promise<void>;
  /** The same within a transaction: what is done there and what the log says of it are stored together, or neither is. */
  noteIn(
    transaction: Kysely<Tables>,
    meeting: MeetingId,
    by: Doer,
    action: AuditAction,
    more?: NotedMore,
  ): Promise<void>;
  /** Where the log ends now: who keeps this elsewhere can tell later whether anything before it was changed. */
  head(): Promise<LogHead | null>;
  /** Everything noted of the meeting, oldest first; or of that only the newest so many, all older than the row `before`. */
  of(meeting: MeetingId, newest?: { count: number; before?: number | undefined }): Promise<LogEntry[]>;
}

/** The number of an entry, and the hash that holds it and all before it. */
export interface LogHead {
  seq: number;
  hash: string;
}

export interface AuditParts {
  db: Kysely<Tables>;
  /** ms since 1970. */
  now: () => number;
  /** Calls back after `ms`. */
  defer: (ms: number, then: () => void) => void;
}

/** The same refusal again within this time is the same attempt; a script that asks in vain must not fill the disk. */
const SAME_ATTEMPT_MS = 10_000;

export function createAudit({ db, now, defer }: AuditParts): Audit {
  const write = together(
    (entries: readonly Entry[]) => db.transaction().execute((transaction) => append(transaction, entries)),
    defer,
  );
  const refusals = new Recent(SAME_ATTEMPT_MS, now);
  const entryOf = (meeting: MeetingId, by: Doer, action: AuditAction, more: NotedMore = {}): Entry => ({
    ...{ at: now(), meeting, participant: by.id, name: oneLine(by.name), role: by.role },
    ...{ organisation: by.organisation === null ? null : oneLine(by.organisation), action },
    ...{ about: more.about === undefined ? null : oneLine(more.about), outcome: more.refused ? 'refused' : 'done' },
    why: oneLine(more.why ?? (by === STRANGER ? 'unknown' : purposeOf(by.role))),
  });
  return {
    async note(meeting, by, action, more) {
      const attempt = `${meeting}/${by.id ?? ''}/${action}/${more?.about ?? ''}`;
      if (!more?.refused) return write(entryOf(meeting, by, action, more));
      if (refusals.has(attempt)) return;
      refusals.add(attempt);
      try {
        await write(entryOf(meeting, by, action, more));
      } catch (error) {
        // Only what stands in the log counts as noted.
        refusals.forget(attempt);
        throw error;
      }
    },

    noteIn: (transaction, meeting, by, action, more) => append(transaction, [entryOf(meeting, by, action, more)]),

    head: async () =>
      (await db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? null,

    async of(meeting, newest) {
      let rows = db.selectFrom('audit').selectAll().where('meeting', '=', meeting).orderBy('seq', 'desc');
      if (newest) rows = rows.limit(newest.count);
      if (newest?.before !== undefined) rows = rows.where('seq', '<', newest.before);
      return (await rows.execute())
        .toReversed()
        .map(({ meeting: _, prev: _prev, hash: _hash, ...row }) => LogEntry.parse(row));
    },
  };
}

/** Rows in one INSERT; SQLite takes 32,766 values a statement and each row has twelve. */
const ROWS_PER_INSERT = 1000;

/** Each entry holds the one before it; the chain is read and written in one transaction, or two would hold the same. */
async function append(transaction: Kysely<Tables>, entries: readonly Entry[]): Promise<void> {
  const last = await transaction.selectFrom('audit').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  let prev = last?.hash ?? CHAIN_START;
  const rows = entries.map((entry) => {
    const row = chained(entry, prev);
    prev = row.hash;
    return row;
  });
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
    await transaction
      .insertInto('audit')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
}

/** What comes in one turn is written in one commit: who opens a meeting opens all its parts at the same moment. */
function together<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  defer: AuditParts['defer'],
): (item: Item) => Promise<void> {
  let waiting: Item[] = [];
  let written: Promise<void> | null = null;
  return (item) => {
    waiting.push(item);
    written ??= new Promise<void>((resolve) => defer(0, resolve)).then(() => {
      const items = waiting;
      waiting = [];
      written = null;
      return write(items);
    });
    return written;
  };
}
