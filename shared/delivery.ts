import * as z from 'zod/mini';
import { Role } from '#shared/roles.ts';

/**
 * Where a version is on its way to one receiver: it waits for its turn (`waiting`), the receiver has said that it has it
 * (`received`), or it did not get there and somebody must see to it (`failed`). Times are ms since 1970.
 */
export const DeliveryState = z.enum(['waiting', 'received', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const DeliveryView = z.strictObject({
  id: z.string(),
  version: z.int(),
  /** The organisation, as it is set up here. */
  receiver: z.string(),
  party: Role,
  /** `system`: sent to their system. `hand`: somebody of theirs says that they have filed it. */
  way: z.enum(['system', 'hand']),
  state: DeliveryState,
  /** When it was received. */
  at: z.nullable(z.int()),
  tries: z.int(),
  nextAt: z.nullable(z.int()),
  /** Why it did not get there, as a word that the catalogue has a sentence for. */
  problem: z.nullable(z.enum(['unreachable', 'refused', 'too-slow', 'wrong-answer', 'not-allowed'])),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
export type DeliveryProblem = NonNullable<DeliveryView['problem']>;
