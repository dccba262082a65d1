import * as z from 'zod/mini';
import { Role } from '#shared/roles.ts';

/**
 * Where a version is on its way to one receiver: it waits for its turn (`waiting`), the receiver has said that it has it
 * (`received`), or it did not get there and somebody must see to it (`failed`). Times are ms since 1970.
 */
export const DeliveryState = z.enum(['waiting', 'received', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/**
 * Why a version did not get there: nobody answers, or only that they cannot now (`unreachable`, `too-slow`); they do not
 * take it (`refused`); what they answered does not say that they have it (`wrong-answer`); we may not send it there
 * (`not-allowed`); the patient does not want it sent there any more (`not-wanted`); it never left us (`not-sent`).
 */
export const DeliveryProblem = z.enum([
  'unreachable',
  'too-slow',
  'refused',
  'wrong-answer',
  'not-allowed',
  'not-wanted',
  'not-sent',
]);
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;

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
  /** When it is tried again; null when it is not. */
  nextAt: z.nullable(z.int()),
  /** Why it did not get there (so far), as a word that the catalogue has a sentence for. */
  problem: z.nullable(DeliveryProblem),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
