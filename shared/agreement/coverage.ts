import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Fingerprints } from './fingerprint.ts';
import type { Signature } from './signature.ts';

/** So much of a plan: named by what is in it, or by what is not, whichever is shorter. Parts stand in the registry's order. */
export type Extent =
  { kind: 'all' } | { kind: 'none' } | { kind: 'allBut'; parts: SectionKey[] } | { kind: 'some'; parts: SectionKey[] };

/** How much of the plan as it is `now` the signature covers, apart from the parts that it names. */
export function coverageOf({ sections, fingerprints }: Signature, now: Fingerprints): Extent {
  const others = SECTION_KEYS.filter((key) => now[key] !== undefined && !sections.includes(key));
  const covered = others.filter((key) => fingerprints[key] === now[key]);
  const left = others.filter((key) => fingerprints[key] !== now[key]);
  if (covered.length === 0) return { kind: 'none' };
  if (left.length === 0) return { kind: 'all' };
  return left.length < covered.length ? { kind: 'allBut', parts: left } : { kind: 'some', parts: covered };
}
