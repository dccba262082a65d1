import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Filing } from '#server/delivery/filing.ts';
import { nothing, participant, type Route } from './route.ts';

const VersionNumber = z.coerce.number().int().min(1);

/** What people do about the plan's way to each journal. */
export function deliveryRoutes(filing: Filing): Route[] {
  return [
    participant('post', '/api/meetings/:id/versions/:version/filing', nothing, async ({ by, params }) => {
      const version = VersionNumber.safeParse(params['version']);
      if (!version.success) throw new AppError('not-found', 'There is no such version.');
      return { status: 201, body: await filing.file(by, version.data) };
    }),

    participant('post', '/api/meetings/:id/deliveries/:delivery/again', nothing, async ({ by, params }) => {
      await filing.again(by, params['delivery'] ?? '');
      return { status: 204 };
    }),
  ];
}
