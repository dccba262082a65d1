import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { MeetingId } from '#shared/ids.ts';
import { TASK_SECTIONS } from '#shared/meeting/tasks.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import type { Role } from '#shared/roles.ts';
import type { Tables } from '#server/store/tables.ts';
import { plainly } from '#shared/plainly.ts';

const Withheld = z.array(SectionKey);

/**
 * What the patient has kept from this next of kin before, and has not shared since: when they were in this meeting
 * under the same name, or in the one that it goes on from. Parts that other parts were carried over into count as those.
 */
export async function stillWithheld(
  db: Kysely<Tables>,
  meeting: MeetingId,
  { name, role }: { name: string; role: Role },
): Promise<SectionKey[]> {
  if (role !== 'kin') return [];
  for (let at: string | null = meeting; at !== null; at = await before(db, at)) {
    const rows = await db
      .selectFrom('participants')
      .select(['name', 'withheld'])
      .where('meeting', '=', at)
      .where('role', '=', 'kin')
      .orderBy('joined_at', 'desc')
      .execute();
    const them = rows.find((row) => plainly(row.name) === plainly(name));
    if (!them) continue;
    const withheld = Withheld.parse(JSON.parse(them.withheld));
    const isTold = at !== meeting && withheld.some((key) => TASK_SECTIONS.some((section) => section === key));
    return isTold ? [...new Set<SectionKey>([...withheld, 'promises'])] : withheld;
  }
  return [];
}

/**
 * Before nobody's name is left of a meeting: the meetings that go on from it remember themselves what the patient kept
 * from which kin. They are noted there as somebody who has gone.
 */
export async function passOnWithheld(db: Kysely<Tables>, meeting: MeetingId): Promise<void> {
  const followers = await db.selectFrom('meetings').select(['id', STATUS]).where('follows', '=', meeting).execute();
  const kin = await db
    .selectFrom('participants')
    .select('name')
    .distinct()
    .where('meeting', '=', meeting)
    .where('role', '=', 'kin')
    .where('name', '<>', '')
    .execute();
  for (const { id, status } of followers)
    for (const { name } of status === 'deleted' ? [] : kin) {
      const withheld = JSON.stringify(await stillWithheld(db, MeetingId.parse(id), { name, role: 'kin' }));
      const gone = { role: 'kin', organisation: null, profession: null, joined_at: 0, removed_at: 0 };
      const values = { ...gone, id: sql<string>`lower(hex(randomblob(16)))`, meeting: id, person: '', name, withheld };
      if (withheld !== '[]') await db.insertInto('participants').values(values).execute();
    }
}

const STATUS = sql<string>`json_extract(state, '$.status')`.as('status');

async function before(db: Kysely<Tables>, meeting: string): Promise<string | null> {
  const row = await db.selectFrom('meetings').select('follows').where('id', '=', meeting).executeTakeFirst();
  return row?.follows ?? null;
}
