import type { Kysely } from 'kysely';
import { z } from 'zod';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { AppError } from '#shared/errors.ts';
import { Hash, type MeetingId } from '#shared/ids.ts';
import type { AgreementView } from '#shared/live.ts';
import { grownPlan } from '#shared/plan/plan.ts';
import type { Tables } from '#server/store/tables.ts';

/** A version as it was frozen, perhaps long ago. */
const Frozen = z.looseObject({ plan: z.record(z.string(), z.unknown()) });

/** The versions that were agreed. Rows are only ever added; the database refuses to change one. */
export interface Versions {
  /** In the order in which they were made. */
  of(meeting: MeetingId): Promise<AgreementView['versions']>;
  /** @throws AppError `not-found` */
  get(meeting: MeetingId, version: number): Promise<AgreedVersion>;
  add(version: AgreedVersion): Promise<void>;
}

export function createVersions(db: Kysely<Tables>): Versions {
  return {
    async of(meeting) {
      const rows = await db
        .selectFrom('versions')
        .select(['version', 'hash', 'agreed_at'])
        .where('meeting', '=', meeting)
        .orderBy('version')
        .execute();
      return rows.map((row) => ({ version: row.version, hash: Hash.parse(row.hash), agreedAt: row.agreed_at }));
    },

    async get(meeting, version) {
      const row = await db
        .selectFrom('versions')
        .select('body')
        .where('meeting', '=', meeting)
        .where('version', '=', version)
        .executeTakeFirst();
      if (!row) throw new AppError('not-found', 'There is no such version.');
      const body = Frozen.parse(JSON.parse(row.body));
      return AgreedVersion.parse({ ...body, plan: grownPlan(body.plan) });
    },

    async add(agreed) {
      const { version, hash, meeting, agreedAt } = agreed;
      const row = { meeting: meeting.id, version, hash, body: JSON.stringify(agreed), agreed_at: agreedAt };
      await db.insertInto('versions').values(row).execute();
    },
  };
}
