import type { Fingerprints } from '#shared/agreement/fingerprint.ts';
import type { Signature } from '#shared/agreement/signature.ts';
import { Hash, ParticipantId } from '#shared/ids.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Role } from '#shared/roles.ts';

/** A plan that says nothing but which edition each of its parts is: 0 where no other is named. */
export function edition(changed: Partial<Record<SectionKey, number>> = {}): Fingerprints {
  return Object.fromEntries(
    SECTION_KEYS.map((key, at) => [key, Hash.parse(String((changed[key] ?? 0) * 1000 + at).padStart(64, '0'))]),
  );
}

/** Of an edition, only these parts. */
export function covering(of: Fingerprints, ...keys: SectionKey[]): Fingerprints {
  return Object.fromEntries(keys.map((key) => [key, of[key]]));
}

let clock = 0;

/** What somebody of the role has said of an edition; the name is theirs alone. */
export function said(role: Role, more: Partial<Signature> = {}, name: string = role): Signature {
  clock += 1;
  return {
    ...{ participant: ParticipantId.parse(`${name}-`.padEnd(24, 'x')), name, role, organisation: null, at: clock },
    ...{ hash: Hash.parse('f'.repeat(64)), decision: 'agree', sections: [], reason: null },
    ...{ fingerprints: edition(), commitments: [] },
    ...more,
  };
}
