import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { DeliveryView } from '#shared/delivery.ts';
import type { MeetingId } from '#shared/ids.ts';
import { plainly } from '#shared/plainly.ts';
import { isRefused } from '#shared/receivers.ts';
import type { DeliveryRow } from '#server/store/agreedTables.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Receiver } from './receiver.ts';

/** Where versions are on their way to those who get them. */
export interface Deliveries {
  /** Oldest first. */
  of(meeting: MeetingId): Promise<DeliveryView[]>;
  /**
   * Puts a new version into the outbox, in the transaction that writes it: a row for each receiver that stands for
   * somebody of the meeting, or for a party that must be sent it and was not there; none for whom the patient refused.
   * What they have not got of earlier versions is not sent any more: this one takes its place.
   */
  dispatch(version: AgreedVersion, transaction: Kysely<Tables>): Promise<void>;
  /** Whether something of the meeting still has to arrive: nothing may be deleted until then. */
  hasPending(meeting: MeetingId, store?: Kysely<Tables>): Promise<boolean>;
  /** How many there are of each, in all meetings: `failed` are those that somebody must see to. */
  count(): Promise<{ waiting: number; failed: number }>;
}

export interface DeliveriesParts {
  db: Kysely<Tables>;
  receivers: readonly Receiver[];
  /** A new row id, UUID v4. */
  rowId: () => string;
  /** ms since 1970. */
  now: () => number;
}

type Row = Selectable<DeliveryRow>;

export function createDeliveries({ db, receivers, rowId, now }: DeliveriesParts): Deliveries {
  const rowsOf = (meeting: MeetingId, store = db): Promise<Row[]> =>
    store
      .selectFrom('deliveries')
      .selectAll()
      .where('meeting', '=', meeting)
      .orderBy('made_at')
      .orderBy('version')
      .orderBy('id')
      .execute();

  return {
    async of(meeting) {
      return (await rowsOf(meeting)).map(viewOf);
    },

    async dispatch(version, transaction) {
      const at = now();
      const rows = receivers
        .filter((receiver) => isFor(receiver, version))
        .map(({ id, name, party }) => ({
          ...{ id: rowId(), meeting: version.meeting.id, version: version.version, receiver: id, name, party },
          ...{ way: 'system', state: 'waiting', tries: 0, next_at: at, received_at: null, problem: null, made_at: at },
        }));
      if (rows.length === 0) return;
      const keys = rows.map(({ receiver }) => receiver);
      await transaction
        .deleteFrom('deliveries')
        .where('meeting', '=', version.meeting.id)
        .where('receiver', 'in', keys)
        .where('state', '!=', 'received')
        .execute();
      await transaction.insertInto('deliveries').values(rows).execute();
    },

    async hasPending(meeting, store) {
      const rows = await rowsOf(meeting, store);
      // Whom the patient refuses gets nothing more, however the last try ended.
      const refused = await refusedIn(store ?? db, meeting);
      return rows.some((row) => !refused.includes(row.party) && isPending(row, rows, receivers));
    },

    async count() {
      const rows = await db.selectFrom('deliveries').selectAll().where('state', '!=', 'received').execute();
      const failed = rows.filter(({ state }) => state === 'failed');
      const meetings = [...new Set(failed.map(({ meeting }) => meeting))];
      const theirs = meetings.length
        ? await db.selectFrom('deliveries').selectAll().where('meeting', 'in', meetings).execute()
        : [];
      return {
        waiting: rows.length - failed.length,
        failed: failed.filter((row) => isPending(row, theirs, receivers)).length,
      };
    },
  };
}

async function refusedIn(db: Kysely<Tables>, meeting: MeetingId): Promise<string[]> {
  const row = await db.selectFrom('meetings').select('refused').where('id', '=', meeting).executeTakeFirst();
  return z.array(z.string()).parse(JSON.parse(row?.refused ?? '[]'));
}

/** Whether the receiver stands for somebody of the meeting, or finds whom the meeting cannot name. */
function isFor(
  { party, organisations, absentees }: Receiver,
  { participants, sendTo, refused }: AgreedVersion,
): boolean {
  if (isRefused(party, refused)) return false;
  const theirs = participants.filter(({ role }) => role === party).map(({ organisation }) => organisation);
  if (absentees && (sendTo.includes(party) || theirs.includes(null))) return true;
  return theirs.some((organisation) => organisation !== null && isOneOf(organisation, organisations));
}

function isOneOf(organisation: string, organisations: readonly string[]): boolean {
  return organisations.some((other) => plainly(other) === plainly(organisation));
}

/**
 * What waits is pending, and what failed as well, until they have that version or a later one: by another try, or since
 * somebody of theirs has filed it. Not what the patient does not want sent.
 */
function isPending(row: Row, rows: readonly Row[], receivers: readonly Receiver[]): boolean {
  if (row.state === 'waiting') return true;
  if (row.state === 'received' || row.problem === 'not-wanted') return false;
  const receiver = receivers.find(({ id }) => id === row.receiver);
  const isTheirs = ({ receiver: key, way, party, name }: Row) =>
    key === row.receiver ||
    (way === 'hand' &&
      party === row.party &&
      (!receiver || receiver.absentees || isOneOf(name, receiver.organisations)));
  return !rows.some(
    (other) =>
      other.meeting === row.meeting && other.state === 'received' && other.version >= row.version && isTheirs(other),
  );
}

export function viewOf({ id, version, name, party, way, state, tries, next_at, received_at, problem }: Row) {
  return DeliveryView.parse({
    ...{ id, version, receiver: name, party, way, state, tries, problem },
    ...{ at: received_at, nextAt: next_at },
  });
}
