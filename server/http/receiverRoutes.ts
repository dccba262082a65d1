import { NewReceivers } from '#shared/receivers.ts';
import type { Receivers } from '#server/meeting/receivers.ts';
import { participant, type Route } from './route.ts';

/** Whom the patient refuses the agreed plan. */
export function receiverRoutes(receivers: Receivers): Route[] {
  return [
    participant('put', '/api/meetings/:id/receivers', NewReceivers, async ({ by, body }) => {
      await receivers.refuse(by, body.refused);
      return { status: 204 };
    }),
  ];
}
