import type { Kysely } from 'kysely';
import { LogEntry } from '#shared/api.ts';
import type { AuditAction } from '#shared/auditAction.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { Role } from '#shared/roles.ts';
import { Recent } from './recent.ts';
import type { Tables } from '#server/store/tables.ts';
import { CHAIN_START, chained, type Entry } from '#server/store/chain.ts';

/** Who did it, as the log names them; the house itself is `null`. */
export interface Doer {
  id: ParticipantId | null;
  name: string;
  role: Role | null;
  organisation: string | null;
}

export interface NotedMore {
  about?: string;
  /** For what purpose, where the action does not say. */
  why?: string;
  refused?: boolean;
}

export interface Audit {
  /** Written before the action is answered: what cannot be logged is not done. */
  note(meeting: MeetingId, by: Doer, action: AuditAction, more?: NotedMore): Promise<void>;
  /** Everything noted of the meeting, oldest first; or of that only the newest so many, all older than the row `before`. */
  of(meeting: MeetingId, newest?: { count: number; before?: number | undefined }): Promise<LogEntry[]>;
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
  const write = together((entries: readonly Entry[]) => append(db, entries), defer);
  const refusals = new Recent(SAME_ATTEMPT_MS, now);
  return {
    async note(meeting, by, action, { about, why, refused = false } = {}) {
      const attempt = `${meeting}/${by.id ?? ''}/${action}/${about ?? ''}`;
      if (refused && refusals.has(attempt)) return;
      if (refused) refusals.add(attempt);
      await write({
        ...{ at: now(), meeting, participant: by.id, name: by.name, role: by.role, organisation: by.organisation },
        ...{ action, about: about ?? null, outcome: refused ? 'refused' : 'done', why: why ?? null },
      });
    },

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
async function append(db: Kysely<Tables>, entries: readonly Entry[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const last = await transaction
      .selectFrom('audit')
      .select('hash')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
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
  });
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
