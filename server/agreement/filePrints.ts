import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Verified, Verifying } from '#shared/agreement/verification.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { ExportFormat } from '#shared/api.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { FilePrintRow } from '#server/store/agreedTables.ts';
import type { Tables } from '#server/store/tables.ts';

/** The fingerprints of the files that have left the house: enough to know one again, and nothing of what stands in it. */
export interface FilePrints {
  /** Before a file of a version is given out. `body`: its bytes, or its text, which leaves as UTF-8. */
  note(body: Uint8Array | string, version: AgreedVersion, format: ExportFormat): Promise<void>;
  verify(held: Verifying): Promise<Verified>;
  /** The files of a deleted meeting are known still, and not of which meeting they were. */
  forget(meeting: MeetingId): Promise<void>;
}

export function createFilePrints(db: Kysely<Tables>): FilePrints {
  return {
    async note(body, { meeting, version, hash, agreedAt }, format) {
      const file = createHash('sha256').update(body).digest('hex');
      await db
        .insertInto('file_prints')
        .values({ file, plan: hash, version, format, agreed_at: agreedAt, meeting: meeting.id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async verify({ file, plans }) {
      const whole = await db.selectFrom('file_prints').selectAll().where('file', '=', file).executeTakeFirst();
      if (whole) return { kind: 'unchanged', format: ExportFormat.parse(whole.format), ...(await aboutOf(db, whole)) };
      if (plans.length === 0) return { kind: 'unknown' };
      const ours = await db
        .selectFrom('file_prints')
        .selectAll()
        .where('plan', 'in', plans)
        .orderBy('agreed_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      // Else whoever is not shown all of a plan could try what it says until it fits.
      const mayTell = ours?.meeting != null && !(await keepsSomething(db, ours.meeting));
      return ours && mayTell ? { kind: 'changed', ...(await aboutOf(db, ours)) } : { kind: 'unknown' };
    },

    async forget(meeting) {
      await db.updateTable('file_prints').set({ meeting: null }).where('meeting', '=', meeting).execute();
    },
  };
}

/** Whether somebody of the meeting is, or was, not shown all of the plan. */
async function keepsSomething(db: Kysely<Tables>, meeting: string): Promise<boolean> {
  const row = await db
    .selectFrom('participants')
    .select('id')
    .where('meeting', '=', meeting)
    .where('withheld', '!=', '[]')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function aboutOf(db: Kysely<Tables>, { version, agreed_at, meeting }: Selectable<FilePrintRow>) {
  return { version, agreedAt: agreed_at, newest: meeting === null ? null : await isNewest(db, meeting, version) };
}

async function isNewest(db: Kysely<Tables>, meeting: string, version: number): Promise<boolean> {
  const later = await db
    .selectFrom('versions')
    .select('version')
    .where('meeting', '=', meeting)
    .where('version', '>', version)
    .limit(1)
    .executeTakeFirst();
  return later === undefined;
}
