import type { Kysely } from 'kysely';
import type { Fingerprints } from '#shared/agreement/fingerprint.ts';
import type { MeetingId } from '#shared/ids.ts';
import { grownPart, type Plan } from '#shared/plan/plan.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import type { Tables } from '#server/store/tables.ts';
import { canonicalForm } from './freeze.ts';

/** What the parts of a plan said when somebody signed them, found again by their fingerprints. Rows are only ever added. */
export interface Contents {
  keep(meeting: MeetingId, plan: Plan, fingerprints: Fingerprints): Promise<void>;
  /** As far as it was kept, and read as the registry is now. */
  of(meeting: MeetingId, fingerprints: Fingerprints): Promise<Partial<Plan>>;
}

/** Letters of a part that is kept: a hundred times what one says in a meeting. */
const MOST_KEPT = 200_000;

export function createContents(db: Kysely<Tables>): Contents {
  return {
    async keep(meeting, plan, fingerprints) {
      const rows = (Object.entries(fingerprints) as [SectionKey, string][])
        .map(([section, hash]) => ({ meeting, section, hash, body: canonicalForm(plan[section]) }))
        // A part as long as a book is not kept again for each letter that somebody changes in it.
        .filter(({ body }) => body.length <= MOST_KEPT);
      if (rows.length === 0) return;
      await db
        .insertInto('contents')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async of(meeting, fingerprints) {
      const hashes = Object.values(fingerprints);
      if (hashes.length === 0) return {};
      const rows = await db
        .selectFrom('contents')
        .select(['section', 'hash', 'body'])
        .where('meeting', '=', meeting)
        .where('hash', 'in', hashes)
        .execute();
      const parts = rows.flatMap(({ section, hash, body }) => {
        const key = SectionKey.safeParse(section);
        return key.success && fingerprints[key.data] === hash
          ? [[key.data, grownPart(key.data, JSON.parse(body))]]
          : [];
      });
      return Object.fromEntries(parts) as Partial<Plan>;
    },
  };
}
