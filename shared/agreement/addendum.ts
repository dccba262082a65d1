import * as z from 'zod/mini';
import { Hash, ParticipantId } from '#shared/ids.ts';
import { Role } from '#shared/roles.ts';

/** Words that somebody adds to a version that is agreed already; the version itself stays as it was. */
export const NewAddendum = z.strictObject({ words: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)) });
export type NewAddendum = z.infer<typeof NewAddendum>;

/** An addition to version `version`, never changed. `hash` is of the plan that it was added to. */
export const Addendum = z.strictObject({
  version: z.int().check(z.gte(1)),
  hash: Hash,
  participant: ParticipantId,
  name: z.string(),
  role: Role,
  organisation: z.nullable(z.string()),
  words: z.string(),
  /** ms since 1970. */
  at: z.int(),
});
export type Addendum = z.infer<typeof Addendum>;
