import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Fingerprints } from '#shared/agreement/fingerprint.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { AppError } from '#shared/errors.ts';
import { Hash, type MeetingId } from '#shared/ids.ts';
import { grownPlan } from '#shared/plan/plan.ts';
import type { Tables } from '#server/store/tables.ts';
import { readAddenda } from './addenda.ts';
import { fingerprintsOf } from './freeze.ts';

/** A version as it was frozen, perhaps long ago. */
const Frozen = z.looseObject({
  hash: Hash,
  plan: z.record(z.string(), z.unknown()),
  fingerprints: z.optional(Fingerprints),
  signatures: z.array(z.looseObject({ hash: Hash })),
});

/** What it could not say is blank, and whoever signed it when there were no fingerprints of its parts signed all of them. */
function readVersion(stored: unknown): AgreedVersion {
  const frozen = Frozen.parse(stored);
  const fingerprints = frozen.fingerprints ?? fingerprintsOf(frozen.plan);
  const signatures = frozen.signatures.map((signature) =>
    signature.hash === frozen.hash ? { fingerprints, ...signature } : signature,
  );
  return AgreedVersion.parse({ ...frozen, fingerprints, signatures, plan: grownPlan(frozen.plan) });
}

/** The versions that were agreed. Rows are only ever added; the database refuses to change one. */
export interface Versions {
  /** In the order in which they were made. */
  of(meeting: MeetingId): Promise<Pick<AgreedVersion, 'version' | 'hash' | 'agreedAt'>[]>;
  /** With what was added to it since. @throws AppError `not-found` */
  get(meeting: MeetingId, version: number): Promise<AgreedVersion>;
  /** `beside`: what must be written with it or not at all. */
  add(version: AgreedVersion, beside?: (transaction: Kysely<Tables>) => Promise<void>): Promise<void>;
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
      const addenda = (await readAddenda(db, meeting)).filter((addendum) => addendum.version === version);
      return { ...readVersion(JSON.parse(row.body)), addenda };
    },

    async add(agreed, beside) {
      const { version, hash, meeting, agreedAt } = agreed;
      const { addenda: _, ...body } = agreed;
      const row = { meeting: meeting.id, version, hash, body: JSON.stringify(body), agreed_at: agreedAt };
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('versions').values(row).execute();
        await beside?.(transaction);
      });
    },
  };
}
