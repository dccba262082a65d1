import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Insertable } from 'kysely';
import type { AuditRow } from './tables.ts';

/** An entry of the access log before it is tied to the one before it. */
export type Entry = Required<Omit<Insertable<AuditRow>, 'seq' | 'prev' | 'hash'>>;

/** What stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 of the RFC 8785 form of the entry with the hash of the one before it: none can be changed, taken out or put in alone. */
export function chained(entry: Entry, prev: string): Entry & { prev: string; hash: string } {
  const { at, meeting, participant, name, role, organisation, action, about, outcome, why } = entry;
  const said = { at, meeting, participant, name, role, organisation, action, about, outcome, why, prev };
  const hash = createHash('sha256')
    .update(canonicalize(said) ?? '')
    .digest('hex');
  return { ...entry, prev, hash };
}
