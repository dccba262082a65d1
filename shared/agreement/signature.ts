import * as z from 'zod/mini';
import { Hash, ParticipantId } from '#shared/ids.ts';
import { TaskSection } from '#shared/meeting/tasks.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import { Role } from '#shared/roles.ts';
import { changedParts, Fingerprints } from './fingerprint.ts';

export const Decision = z.enum(['agree', 'reserve', 'object']);
export type Decision = z.infer<typeof Decision>;

/** Something of the plan that somebody takes on by name: the id of its task, and what it was when they did. */
export const Commitment = z.strictObject({ task: z.string(), section: TaskSection, what: z.string() });
export type Commitment = z.infer<typeof Commitment>;

/**
 * What a participant sends to sign. Without `sections` it is about the whole plan. `agree` with sections says yes to
 * those alone; a reservation or an objection with sections is about those, and is a yes to the rest, but for parts of
 * which they have said otherwise before: a doubt goes only by a word on the part itself. An objection says why.
 */
export const SignatureInput = z
  .strictObject({
    /** Of the whole plan, as it was read. */
    hash: Hash,
    decision: Decision,
    sections: z.optional(z.array(SectionKey).check(z.maxLength(40))),
    reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))),
    /** Ids of tasks of the plan that they take on: their own, or their organisation's. */
    commitments: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(500))),
  })
  .check(
    z.refine((input) => input.decision !== 'object' || input.reason !== undefined, {
      error: 'An objection needs a reason.',
      path: ['reason'],
    }),
  );
export type SignatureInput = z.infer<typeof SignatureInput>;

/** A participant's word on exactly one content. Never changed; a newer one of theirs takes its place, part by part. */
export const Signature = z.strictObject({
  participant: ParticipantId,
  name: z.string(),
  role: Role,
  organisation: z.nullable(z.string()),
  /** Of the whole plan when it was given. */
  hash: Hash,
  decision: Decision,
  /** The parts that it names; none where it is about the whole plan. */
  sections: z.array(SectionKey),
  reason: z.nullable(z.string()),
  /** What it covers, part by part. In a version, that of it which counts. Older signatures do not say. */
  fingerprints: z._default(Fingerprints, {}),
  commitments: z._default(z.array(Commitment), []),
  /** ms since 1970. */
  at: z.int(),
});
export type Signature = z.infer<typeof Signature>;

/**
 * Whether something that the signature is about was changed after it was given: of the parts that it names, else of all
 * that it covers. One that does not say what it covers has lapsed.
 */
export function hasLapsed({ sections, fingerprints }: Signature, now: Fingerprints): boolean {
  const changed = changedParts(fingerprints, now);
  if (Object.keys(fingerprints).length === 0) return true;
  return sections.length ? changed.some((key) => sections.includes(key)) : changed.length > 0;
}
