import * as z from 'zod/mini';

/** At least 128 unguessable bits, base64url. Meetings, people, sessions and invitations are named so. */
const unguessable = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));

export const MeetingId = unguessable.brand<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;

/** One person in one meeting. */
export const ParticipantId = unguessable.brand<'ParticipantId'>();
export type ParticipantId = z.infer<typeof ParticipantId>;

/** One person, over all the meetings that person is in. */
export const PersonId = unguessable.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** A phase of a template: a word, unique in its template, and none that every object of JavaScript has as a member. */
export const PhaseId = z
  .string()
  .check(
    z.regex(/^[a-z][a-zA-Z0-9-]{0,40}$/),
    z.refine((word) => !(word in Object.prototype), { error: 'Every object has a member of this name.' }),
  )
  .brand<'PhaseId'>();
export type PhaseId = z.infer<typeof PhaseId>;

/** SHA-256 in lower-case hexadecimal. */
export const Hash = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/))
  .brand<'Hash'>();
export type Hash = z.infer<typeof Hash>;
