import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Fingerprints } from '#shared/agreement/fingerprint.ts';
import { Hash } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';

/** Both at once: each part is put into its form once, and the whole is made of those, its members in the order of their names. */
export function sealOf(plan: Plan): { hash: Hash; fingerprints: Fingerprints } {
  const forms = SECTION_KEYS.toSorted().map((key) => [key, canonicalForm(plan[key])] as const);
  const whole = forms.map(([key, form]) => `${JSON.stringify(key)}:${form}`).join(',');
  const fingerprints = Object.fromEntries(forms.map(([key, form]) => [key, digest(form)]));
  return { hash: digest(`{${whole}}`), fingerprints };
}

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

const sha256 = (content: unknown): Hash => digest(canonicalForm(content));

const digest = (form: string): Hash => Hash.parse(createHash('sha256').update(form).digest('hex'));
