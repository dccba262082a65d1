import { z } from 'zod';
import { Hash, MeetingId, ParticipantId } from '#shared/ids.ts';
import { Plan } from '#shared/plan/plan.ts';
import { Profession, Role } from '#shared/roles.ts';
import { Signature } from './signature.ts';

/** A person of the meeting as the agreed version names them. */
export const FrozenParticipant = z.strictObject({
  id: ParticipantId,
  name: z.string(),
  role: Role,
  organisation: z.string().nullable(),
  profession: Profession.nullable(),
});
export type FrozenParticipant = z.infer<typeof FrozenParticipant>;

/**
 * Version N of the plan: frozen, whole, and all that any export is made from. `hash` is the SHA-256 of the RFC 8785
 * form of `plan`, which is what each signature covers. Times are ms since 1970.
 */
export const AgreedVersion = z.strictObject({
  format: z.literal('agreed-plan/1'),
  version: z.int().min(1),
  hash: Hash,
  meeting: z.strictObject({
    id: MeetingId,
    title: z.string(),
    template: z.strictObject({ id: z.string(), version: z.int() }),
    startsAt: z.int(),
    demo: z.boolean(),
  }),
  patient: z.strictObject({ name: z.string(), birthYear: z.int().nullable() }),
  participants: z.array(FrozenParticipant),
  facilitator: ParticipantId,
  signatures: z.array(Signature),
  /** Why the patient could not sign; null when the patient did. */
  withoutPatient: z.string().nullable(),
  /** Parties that were not there and must be sent the plan. */
  sendTo: z.array(Role),
  agreedAt: z.int(),
  plan: Plan,
});
export type AgreedVersion = z.infer<typeof AgreedVersion>;
