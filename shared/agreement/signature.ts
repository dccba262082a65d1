import * as z from 'zod/mini';
import { Hash, ParticipantId } from '#shared/ids.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import { Role } from '#shared/roles.ts';

export const Decision = z.enum(['agree', 'reserve', 'object']);
export type Decision = z.infer<typeof Decision>;

/** What a participant sends to sign the plan as it stands. An objection says why. */
export const SignatureInput = z
  .strictObject({
    hash: Hash,
    decision: Decision,
    /** The parts that a reservation or an objection is about; absent means the whole plan. */
    sections: z.optional(z.array(SectionKey).check(z.maxLength(40))),
    reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))),
  })
  .check(
    z.refine((input) => input.decision !== 'object' || input.reason !== undefined, {
      error: 'An objection needs a reason.',
      path: ['reason'],
    }),
  );
export type SignatureInput = z.infer<typeof SignatureInput>;

/** A participant's word on exactly one content. Never changed; a newer one of the same participant replaces it. */
export const Signature = z.strictObject({
  participant: ParticipantId,
  name: z.string(),
  role: Role,
  organisation: z.nullable(z.string()),
  hash: Hash,
  decision: Decision,
  sections: z.array(SectionKey),
  reason: z.nullable(z.string()),
  /** ms since 1970. */
  at: z.int(),
});
export type Signature = z.infer<typeof Signature>;

/** Whether the signature no longer covers the content: something was changed after it was given. */
export function hasLapsed(signature: Signature, hash: Hash): boolean {
  return signature.hash !== hash;
}

/** Parties that must have said something before a version is made. The GP only when the GP has joined. */
const PARTIES = ['hospital', 'municipality', 'patient'] as const satisfies readonly Role[];

/**
 * Roles whose word on this very content is still missing. Any one participant speaks for the role. An absent GP does
 * not block, and kin may sign but need not.
 * `withoutPatient`: the facilitator has given a reason why the patient could not sign.
 */
export function partiesMissing(
  signatures: readonly Signature[],
  hash: Hash,
  about: { joined: readonly Role[]; withoutPatient: boolean },
): Role[] {
  const wanted: Role[] = [...PARTIES, ...(about.joined.includes('gp') ? (['gp'] as const) : [])];
  return wanted
    .filter((role) => !(role === 'patient' && about.withoutPatient))
    .filter((role) => !signatures.some((signature) => signature.role === role && !hasLapsed(signature, hash)));
}
