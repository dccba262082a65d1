import type { Kysely, Selectable } from 'kysely';
import type { DeliveryProblem } from '#shared/delivery.ts';
import { MeetingId } from '#shared/ids.ts';
import { Role } from '#shared/roles.ts';
import type { DeliveryRow } from '#server/store/agreedTables.ts';
import type { Tables } from '#server/store/tables.ts';

/** A version whose turn it is. */
export interface Due {
  id: string;
  meeting: MeetingId;
  version: number;
  /** The receiver's key in the configuration. */
  receiver: string;
  name: string;
  party: Role;
  /** How often it was tried. */
  tries: number;
}

/** What still has to be sent, and what became of it; only what waits is changed, so that nothing is taken back. Times are ms since 1970. */
export interface Outbox {
  /** Keys of those for whom something is due at `now`, who waits longest first. */
  receivers(now: number): Promise<string[]>;
  /** What is due for one of them, the oldest first. */
  next(receiver: string, now: number): Promise<Due | null>;
  /** Whether the receiver has an earlier version of the same plan. */
  hasEarlier(due: Due): Promise<boolean>;
  received(due: Due, at: number): Promise<void>;
  later(due: Due, at: number, problem: DeliveryProblem): Promise<void>;
  failed(due: Due, problem: DeliveryProblem): Promise<void>;
}

export function createOutbox(db: Kysely<Tables>): Outbox {
  const settle = async ({ id }: Due, set: Partial<Selectable<DeliveryRow>>) => {
    await db.updateTable('deliveries').set(set).where('id', '=', id).where('state', '=', 'waiting').execute();
  };
  const due = (now: number) =>
    db.selectFrom('deliveries').where('state', '=', 'waiting').where('way', '=', 'system').where('next_at', '<=', now);

  return {
    async receivers(now) {
      const rows = await due(now).select('receiver').orderBy('next_at').execute();
      return [...new Set(rows.map(({ receiver }) => receiver))];
    },

    async next(receiver, now) {
      const row = await due(now)
        .selectAll()
        .where('receiver', '=', receiver)
        .orderBy('made_at')
        .orderBy('version')
        .limit(1)
        .executeTakeFirst();
      if (!row) return null;
      const { id, version, name, tries } = row;
      return {
        id,
        version,
        receiver,
        name,
        tries,
        meeting: MeetingId.parse(row.meeting),
        party: Role.parse(row.party),
      };
    },

    async hasEarlier({ meeting, receiver, version }) {
      const row = await db
        .selectFrom('deliveries')
        .select('id')
        .where('meeting', '=', meeting)
        .where('receiver', '=', receiver)
        .where('version', '=', version - 1)
        .where('state', '=', 'received')
        .executeTakeFirst();
      return row !== undefined;
    },

    received: (row, at) =>
      settle(row, { state: 'received', received_at: at, next_at: null, problem: null, tries: row.tries + 1 }),
    later: (row, at, problem) => settle(row, { next_at: at, problem, tries: row.tries + 1 }),
    failed: (row, problem) => settle(row, { state: 'failed', next_at: null, problem, tries: row.tries + 1 }),
  };
}
