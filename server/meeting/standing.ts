import type { Kysely } from 'kysely';
import type { MeetingId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Rooms } from '#server/sync/index.ts';

/** The plan that counts: the newest agreed version, or the plan as it is written now where none is agreed. */
export interface Standing {
  /** Null for what is not agreed. */
  version: number | null;
  plan: Plan;
}

export interface Standings {
  of(meeting: MeetingId): Promise<Standing>;
}

/** Plans that are kept in memory: more than one person has meetings at a time. */
const KEPT = 300;

export interface StandingParts {
  db: Kysely<Tables>;
  rooms: Pick<Rooms, 'readPlan' | 'onChange'>;
  readVersion: (meeting: MeetingId, version: number) => Promise<{ plan: Plan }>;
}

/** Reads a plan of thirty documents once, and again only when something in it has changed. */
export function createStandings({ db, rooms, readVersion }: StandingParts): Standings {
  const kept = new Map<string, Promise<Standing>>();
  const nameOf = (meeting: MeetingId, version: number | null) => `${meeting}/${version ?? 'now'}`;
  rooms.onChange(({ meeting }) => kept.delete(nameOf(meeting, null)));

  return {
    async of(meeting) {
      const version = await newestOf(db, meeting);
      const name = nameOf(meeting, version);
      const known = kept.get(name);
      if (known) return known;
      // In the map before anything is awaited: what changes meanwhile takes it out again.
      const read = (
        version === null ? rooms.readPlan(meeting) : readVersion(meeting, version).then(({ plan }) => plan)
      ).then((plan): Standing => ({ version, plan }));
      kept.set(name, read);
      read.catch(() => kept.delete(name));
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return read;
    },
  };
}

async function newestOf(db: Kysely<Tables>, meeting: MeetingId): Promise<number | null> {
  const row = await db
    .selectFrom('versions')
    .select(({ fn }) => fn.max('version').as('newest'))
    .where('meeting', '=', meeting)
    .executeTakeFirst();
  return row?.newest ?? null;
}
