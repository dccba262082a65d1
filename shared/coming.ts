import * as z from 'zod/mini';
import { Redemption } from '#shared/api.ts';
import { Role } from '#shared/roles.ts';
import { Language } from '#shared/words/language.ts';

/** Coming in without help: what whoever holds an invitation may ask, and the letter that it comes in. */

/** Asked by whoever holds the link alone; nothing is used up by it. */
export const HelpAsked = z.pick(Redemption, { token: true });

/** Whom to ring, and when the meeting is (ms since 1970) while the invitation can be used. Both null for any other link. */
export const Help = z.strictObject({ phone: z.nullable(z.string()), startsAt: z.nullable(z.int()) });
export type Help = z.infer<typeof Help>;

/** A letter with a link and the code that belongs to it, as the invitation told them. In bokmål where nothing is said. */
export const NewLetter = z.strictObject({
  url: z.url().check(z.maxLength(500)),
  code: Redemption.shape.code,
  language: z.optional(Language),
});
export type NewLetter = z.infer<typeof NewLetter>;

/** Who is invited and has not come in yet, for those who wait for them. */
export const Expected = z.array(z.strictObject({ name: z.string(), role: Role }));
export type Expected = z.infer<typeof Expected>;
