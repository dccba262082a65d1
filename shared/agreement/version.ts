import * as z from 'zod/mini';
import { Hash, MeetingId, ParticipantId } from '#shared/ids.ts';
import { Authors } from '#shared/plan/authors.ts';
import { Plan } from '#shared/plan/plan.ts';
import { Receiver } from '#shared/receivers.ts';
import { Profession, Role } from '#shared/roles.ts';
import { Addendum } from './addendum.ts';
import { Fingerprints } from './fingerprint.ts';
import { Signature } from './signature.ts';

/** A person of the meeting as the agreed version names them. */
export const FrozenParticipant = z.strictObject({
  id: ParticipantId,
  name: z.string(),
  role: Role,
  organisation: z.nullable(z.string()),
  profession: z.nullable(Profession),
});
export type FrozenParticipant = z.infer<typeof FrozenParticipant>;

/**
 * Version N of the plan: frozen, whole, and all that any export is made from. `hash` is the SHA-256 of the RFC 8785
 * form of `plan`; `fingerprints` are those of its parts, which is what each signature covers. Times are ms since 1970.
 */
export const AgreedVersion = z.strictObject({
  format: z.literal('agreed-plan/1'),
  version: z.int().check(z.gte(1)),
  hash: Hash,
  /** Versions of before do not say. */
  fingerprints: z._default(Fingerprints, {}),
  meeting: z.strictObject({
    id: MeetingId,
    title: z.string(),
    template: z.strictObject({ id: z.string(), version: z.int() }),
    startsAt: z.int(),
    demo: z.boolean(),
  }),
  patient: z.strictObject({ name: z.string(), birthYear: z.nullable(z.int()) }),
  participants: z.array(FrozenParticipant),
  facilitator: ParticipantId,
  /** What counts of what was said, oldest first. */
  signatures: z.array(Signature),
  /** Why the patient could not sign; null when the patient did. */
  withoutPatient: z.nullable(z.string()),
  /** Parties that were not there and must be sent the plan. */
  sendTo: z.array(Role),
  /** To whom the patient did not want the plan sent when it was agreed; versions of before do not say. */
  refused: z._default(z.array(Receiver), []),
  agreedAt: z.int(),
  plan: Plan,
  /** What was added after it was agreed, oldest first; the version itself is stored without. */
  addenda: z._default(z.array(Addendum), []),
  /** Who has written the patient's own words. Not known of versions that are older than this; the hash is without it. */
  authors: z.optional(Authors),
});
export type AgreedVersion = z.infer<typeof AgreedVersion>;
