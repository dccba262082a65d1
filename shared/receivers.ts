import * as z from 'zod/mini';
import type { Role } from '#shared/roles.ts';

/**
 * Who gets a copy of the agreed plan, and whom the patient can refuse it. The hospital is not among them: it has to keep
 * what was agreed in its own journal.
 */
export const RECEIVERS = ['municipality', 'gp', 'kin'] as const satisfies readonly Role[];
export const Receiver = z.enum(RECEIVERS);
export type Receiver = z.infer<typeof Receiver>;

/** All that the patient refuses from now on; whoever does not stand here gets the plan. */
export const NewReceivers = z.strictObject({ refused: z.array(Receiver).check(z.maxLength(RECEIVERS.length)) });
export type NewReceivers = z.infer<typeof NewReceivers>;

/** Each once, in the order of `RECEIVERS`: equal choices are equal. */
export function inOrder(receivers: readonly Role[]): Receiver[] {
  return RECEIVERS.filter((receiver) => receivers.includes(receiver));
}

/** Whether the patient refuses somebody of this role the plan. */
export function isRefused(role: Role, refused: readonly Receiver[]): boolean {
  return refused.some((receiver) => receiver === role);
}
