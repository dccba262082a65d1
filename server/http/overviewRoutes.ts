import type { Overview } from '#server/meeting/overview.ts';
import { nothing, staff, type Route } from './route.ts';

/** Somebody's own meetings at a glance. */
export function overviewRoutes(overview: Overview): Route[] {
  return [
    staff('get', '/api/overview', nothing, async ({ session }) => ({
      status: 200,
      body: await overview.of(session),
    })),
  ];
}
