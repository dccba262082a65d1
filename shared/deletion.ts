import * as z from 'zod/mini';

/** Why a meeting is deleted before its time. It stands in the access log, which outlives the meeting. */
export const NewDeletion = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});
export type NewDeletion = z.infer<typeof NewDeletion>;
