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
  const { decision, sections, fingerprints, commitments } = signature;
  if (fingerprints[key] === undefined) return;
  if (sections.length === 0 || sections.includes(key)) {
    words.set(key, { decision, signature });
    return;
  }
  const known = words.get(key);
  // A doubt goes by a word on the part itself, also when the part was changed: not because of a reservation to another.
  if (known && known.decision !== 'agree') return;
  const takesOn = commitments.some((one) => one.section === key);
  if (takesOn || !stands(known, key, fingerprints)) words.set(key, { decision: 'agree', signature });
}

/** Whether the word is about what stands in the part now. */
export function stands(word: Word | undefined, key: SectionKey, now: Fingerprints): word is Word {
  return word !== undefined && word.signature.fingerprints[key] === now[key];
}

/**
 * The signatures in which somebody's word is still found, whether it has lapsed or not, each with only what of it is;
 * oldest first. Also the last that somebody gave when signatures did not say what they cover.
 */
export function heldSignatures(signatures: readonly Signature[]): Signature[] {
  const all = wordsIn(signatures);
  const last = new Map(signatures.map((signature) => [signature.participant, signature]));
  return signatures.flatMap((signature) => {
    const words = all.get(signature.participant) ?? new Map<SectionKey, Word>();
    const held = SECTION_KEYS.filter((key) => words.get(key)?.signature === signature);
    if (held.length) return [only(signature, held)];
    const isOld = Object.keys(signature.fingerprints).length === 0;
    return isOld && last.get(signature.participant) === signature ? [signature] : [];
  });
}

/** Those of which something counts for the plan as it is now, each with only what of it does; oldest first. */
export function countingSignatures(signatures: readonly Signature[], now: Fingerprints): Signature[] {
  return heldSignatures(signatures).flatMap((signature) => {
    const { fingerprints } = signature;
    const counting = SECTION_KEYS.filter((key) => fingerprints[key] !== undefined && fingerprints[key] === now[key]);
    return counting.length ? [only(signature, counting)] : [];
  });
}

/** What the signature says of these parts alone. */
function only(signature: Signature, keys: readonly SectionKey[]): Signature {
  const fingerprints = Object.fromEntries(keys.map((key) => [key, signature.fingerprints[key]])) as Fingerprints;
  const sections = signature.sections.filter((key) => keys.includes(key));
  const commitments = signature.commitments.filter(({ section }) => keys.includes(section));
  const left = { ...signature, sections, fingerprints, commitments };
  // What it was about was changed, or was answered anew: only the yes to the rest is left of it.
  const isOver = signature.sections.length > 0 && sections.length === 0;
  return isOver ? { ...left, decision: 'agree', reason: null } : left;
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
