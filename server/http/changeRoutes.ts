import { z } from 'zod';
import { NewAddendum } from '#shared/agreement/addendum.ts';
import { AppError } from '#shared/errors.ts';
import type { Addenda } from '#server/agreement/addenda.ts';
import type { Changes } from '#server/agreement/changes.ts';
import type { Audit } from '#server/audit/audit.ts';
import { requireAll } from './agreementRoutes.ts';
import { nothing, participant, type Route } from './route.ts';

const VersionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

const Ends = z.looseObject({
  from: z.union([z.literal('signed'), VersionNumber]),
  to: z.union([z.literal('now'), VersionNumber]),
});

export interface ChangeRoutesParts {
  changes: Changes;
  addenda: Addenda;
  audit: Audit;
}

/** What became another since somebody signed, or between two versions; and what is added to a version afterwards. */
export function changeRoutes({ changes, addenda, audit }: ChangeRoutesParts): Route[] {
  return [
    participant('get', '/api/meetings/:id/changes', nothing, async ({ by, query }) => {
      const ends = Ends.safeParse(query);
      if (!ends.success)
        throw new AppError('bad-input', 'from is signed or the number of a version, to is now or such a number.');
      requireAll(by);
      const { from, to } = ends.data;
      const view = await changes.between(by, { from, to });
      await audit.note(by.meeting, by, 'read', { about: 'changes' });
      return { status: 200, body: view };
    }),

    participant('post', '/api/meetings/:id/versions/:version/addenda', NewAddendum, async ({ by, params, body }) => ({
      status: 201,
      body: await addenda.add(by, Number(params['version']), body),
    })),
  ];
}
