import * as z from 'zod/mini';
import { Hash } from '#shared/ids.ts';
import { SECTION_KEYS, SectionKey } from '#shared/plan/sections.ts';

/** What the parts of a plan say, each as the SHA-256 of its RFC 8785 form: the same words, the same fingerprint. */
export const Fingerprints = z.partialRecord(SectionKey, Hash);
export type Fingerprints = z.infer<typeof Fingerprints>;

/** Parts of `covered` that say something else now, in the order of the registry. */
export function changedParts(covered: Fingerprints, now: Fingerprints): SectionKey[] {
  return SECTION_KEYS.filter((key) => covered[key] !== undefined && covered[key] !== now[key]);
}

/** Letters of a fingerprint that people compare by eye, on screen and on paper. */
const SHOWN = 12;

/** As people read it: `5f2c 19aa 03b7`. */
export function shortly(hash: Hash): string {
  return hash.slice(0, SHOWN).replace(/(.{4})(?=.)/g, '$1 ');
}
