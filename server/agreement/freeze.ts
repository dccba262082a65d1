import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Hash } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** SHA-256 of the plan's RFC 8785 form: the same content gives the same hash, wherever and whenever it is computed. */
export function hashOf(plan: Plan): Hash {
  const canonical = canonicalize(plan);
  if (canonical === undefined) throw new TypeError('A plan has a canonical form.');
  return Hash.parse(createHash('sha256').update(canonical).digest('hex'));
}
