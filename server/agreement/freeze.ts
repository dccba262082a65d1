import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Fingerprints } from '#shared/agreement/fingerprint.ts';
import { Hash } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';

/** SHA-256 of each part by itself. */
export function fingerprintsOf(plan: Readonly<Record<string, unknown>>): Fingerprints {
  return Object.fromEntries(SECTION_KEYS.filter((key) => key in plan).map((key) => [key, sha256(plan[key])]));
}

/** SHA-256 of the plan's RFC 8785 form: the same content gives the same hash, wherever and whenever it is computed. */
export function hashOf(plan: Plan): Hash {
  return sha256(plan);
}

/** The RFC 8785 form: what a fingerprint is made from. */
export function canonicalForm(content: unknown): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('What stands in a plan has a canonical form.');
  return canonical;
}

function sha256(content: unknown): Hash {
  return Hash.parse(createHash('sha256').update(canonicalForm(content)).digest('hex'));
}
