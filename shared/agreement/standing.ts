import type { ParticipantId } from '#shared/ids.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Role } from '#shared/roles.ts';
import type { Fingerprints } from './fingerprint.ts';
import type { Decision, Signature } from './signature.ts';

/** What somebody says of one part of the plan, and the signature that says it. */
export interface Word {
  decision: Decision;
  signature: Signature;
}

/** What one participant says of each part. */
export type Words = ReadonlyMap<SectionKey, Word>;

/** The word of each participant on each part, whether it still stands or not. `signatures`: oldest first. */
export function wordsIn(signatures: readonly Signature[]): ReadonlyMap<ParticipantId, Words> {
  const all = new Map<ParticipantId, Map<SectionKey, Word>>();
  for (const signature of signatures) {
    const words = all.get(signature.participant) ?? new Map<SectionKey, Word>();
    all.set(signature.participant, words);
    for (const key of SECTION_KEYS) say(words, key, signature);
  }
  return all;
}

function say(words: Map<SectionKey, Word>, key: SectionKey, signature: Signature): void {
  const { decision, sections, fingerprints } = signature;
  if (fingerprints[key] === undefined) return;
  if (sections.length === 0 || sections.includes(key)) words.set(key, { decision, signature });
  // An objection to one part must not vanish because of a reservation to another.
  else if (!stands(words.get(key), key, fingerprints)) words.set(key, { decision: 'agree', signature });
}

/** Whether the word is about what stands in the part now. */
export function stands(word: Word | undefined, key: SectionKey, now: Fingerprints): word is Word {
  return word !== undefined && word.signature.fingerprints[key] === now[key];
}

/** The signatures in which somebody's word is still found, whether it has lapsed or not; oldest first. */
export function heldSignatures(signatures: readonly Signature[]): Signature[] {
  const held = new Set([...wordsIn(signatures).values()].flatMap((words) => [...words.values()].map(holder)));
  return signatures.filter((signature) => held.has(signature));
}

/** Those of which something counts for the plan as it is now, each with only what of it does; oldest first. */
export function countingSignatures(signatures: readonly Signature[], now: Fingerprints): Signature[] {
  const words = wordsIn(signatures);
  return signatures.flatMap((signature) => {
    const theirs = words.get(signature.participant) ?? new Map<SectionKey, Word>();
    const counting = SECTION_KEYS.filter((key) => {
      const word = theirs.get(key);
      return word?.signature === signature && stands(word, key, now);
    });
    if (counting.length === 0) return [];
    const fingerprints = Object.fromEntries(counting.map((key) => [key, now[key]])) as Fingerprints;
    const sections = signature.sections.filter((key) => counting.includes(key));
    const commitments = signature.commitments.filter(({ section }) => counting.includes(section));
    const counts = { ...signature, sections, fingerprints, commitments };
    // What it was about was changed, or was answered anew: only the yes to the rest is left of it.
    const isOver = signature.sections.length > 0 && sections.length === 0;
    return [isOver ? { ...counts, decision: 'agree' as const, reason: null } : counts];
  });
}

/** Parties that must have said something before a version is made. The GP only when the GP has joined. */
const PARTIES = ['hospital', 'municipality', 'patient'] as const satisfies readonly Role[];

/**
 * Roles of which, for some part, nobody's word is about what stands there now. Those of one role speak for it together.
 * An absent GP does not block, and kin may sign but need not.
 * `withoutPatient`: the facilitator has given a reason why the patient could not sign.
 */
export function partiesMissing(
  signatures: readonly Signature[],
  now: Fingerprints,
  about: { joined: readonly Role[]; withoutPatient: boolean },
): Role[] {
  const all = [...wordsIn(signatures).values()];
  const hasSpoken = (role: Role) =>
    SECTION_KEYS.every((key) =>
      all.some((words) => {
        const word = words.get(key);
        return stands(word, key, now) && word.signature.role === role;
      }),
    );
  const wanted: Role[] = [...PARTIES, ...(about.joined.includes('gp') ? (['gp'] as const) : [])];
  return wanted.filter((role) => !(role === 'patient' && about.withoutPatient)).filter((role) => !hasSpoken(role));
}

const holder = ({ signature }: Word): Signature => signature;
