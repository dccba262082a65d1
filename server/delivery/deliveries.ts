import type { Kysely, Selectable } from 'kysely';
import { DeliveryView } from '#shared/delivery.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { DeliveryRow } from '#server/store/agreedTables.ts';
import type { Tables } from '#server/store/tables.ts';

/** Where versions are on their way to those who get them. */
export interface Deliveries {
  /** Oldest first. */
  of(meeting: MeetingId): Promise<DeliveryView[]>;
}

export function createDeliveries(db: Kysely<Tables>): Deliveries {
  return {
    async of(meeting) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('meeting', '=', meeting)
        .orderBy('made_at')
        .orderBy('id')
        .execute();
      return rows.map(viewOf);
    },
  };
}

function viewOf({
  id,
  version,
  name,
  party,
  way,
  state,
  tries,
  next_at,
  received_at,
  problem,
}: Selectable<DeliveryRow>) {
  return DeliveryView.parse({
    ...{ id, version, receiver: name, party, way, state, tries, problem },
    ...{ at: received_at, nextAt: next_at },
  });
}
