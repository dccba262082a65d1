import type { Kysely } from 'kysely';
import type { DeliveryView } from '#shared/delivery.ts';
import { AppError } from '#shared/errors.ts';
import { readsAll } from '#shared/plan/rights.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Versions } from '#server/agreement/versions.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import type { Receivers } from '#server/meeting/receivers.ts';
import type { Tables } from '#server/store/tables.ts';
import { viewOf } from './deliveries.ts';

/** What people do about deliveries themselves. */
export interface Filing {
  /**
   * Somebody says that they have filed the version in their organisation's journal; said again, it is the same receipt.
   * @throws AppError `forbidden`; `not-a-receiver` for whom the patient refuses it; `not-found`
   */
  file(by: Participant, version: number): Promise<DeliveryView>;
  /** Sends again what did not get there. @throws AppError `forbidden`, `not-found`; `not-a-receiver`; `not-now` when it has not failed */
  again(by: Participant, delivery: string): Promise<void>;
}

export interface FilingParts {
  db: Kysely<Tables>;
  meetings: Pick<Meetings, 'require' | 'settle'>;
  receivers: Pick<Receivers, 'require'>;
  versions: Pick<Versions, 'get'>;
  audit: Audit;
  bell: Bell;
  /** A new row id, UUID v4. */
  rowId: () => string;
  /** ms since 1970. */
  now: () => number;
}

export function createFiling(parts: FilingParts): Filing {
  const { db, meetings, receivers, versions, audit, bell, rowId, now } = parts;

  return {
    async file(by, number) {
      await meetings.require(by, 'file');
      if (!readsAll(by)) throw new AppError('forbidden', 'The patient does not share the whole plan with you.');
      await receivers.require(by);
      const { version } = await versions.get(by.meeting, number);
      const receiver = `hand:${by.role}:${by.organisation ?? by.id}`;
      const known = await filed(db, { meeting: by.meeting, version, receiver });
      if (known) return known;
      const at = now();
      await audit.note(by.meeting, by, 'filed', { about: `version ${version}` });
      await db
        .insertInto('deliveries')
        .values({
          ...{ id: rowId(), meeting: by.meeting, version, receiver, name: by.organisation ?? by.name, party: by.role },
          ...{ way: 'hand', state: 'received', tries: 0, next_at: null, received_at: at, problem: null, made_at: at },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await meetings.settle(by.meeting, { kind: 'exported', version, isReceipt: true });
      bell.emit('agreement', by.meeting);
      const made = await filed(db, { meeting: by.meeting, version, receiver });
      if (!made) throw new AppError('not-found', 'The meeting was deleted.');
      return made;
    },

    async again(by, id) {
      await meetings.require(by, 'resend');
      const row = await db
        .selectFrom('deliveries')
        .select(['state', 'party', 'version'])
        .where('id', '=', id)
        .where('meeting', '=', by.meeting)
        .executeTakeFirst();
      if (!row) throw new AppError('not-found', 'There is no such delivery.');
      if (row.state !== 'failed') throw new AppError('not-now', 'It has not failed.');
      await receivers.require({ meeting: by.meeting, role: row.party as Participant['role'] });
      await audit.note(by.meeting, by, 'sent-again', { about: `version ${row.version}` });
      await db
        .updateTable('deliveries')
        .set({ state: 'waiting', tries: 0, next_at: now(), problem: null })
        .where('id', '=', id)
        .where('state', '=', 'failed')
        .execute();
      bell.emit('agreement', by.meeting);
    },
  };
}

async function filed(
  db: Kysely<Tables>,
  { meeting, version, receiver }: { meeting: string; version: number; receiver: string },
): Promise<DeliveryView | null> {
  const row = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('meeting', '=', meeting)
    .where('version', '=', version)
    .where('receiver', '=', receiver)
    .executeTakeFirst();
  return row ? viewOf(row) : null;
}
