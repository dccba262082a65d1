import type { DatabaseSync } from 'node:sqlite';
import { CHAIN_START, chained, type Entry } from '#server/store/chain.ts';

/** An entry as it is stored, with what ties it to the one before it. */
type Stored = Entry & { seq: number; prev: string; hash: string };

/** What is wrong with the log from its first broken entry on. */
export const BREAKS = {
  changed: 'was changed after it was written',
  rehashed:
    'is not what the entry after it holds: it was changed and hashed anew, or entries behind it were taken away',
  missing: 'is missing',
  'put in': 'was put in',
  order: 'stands in another place than it was written in',
  'cut off': 'is missing, and so is all behind it: the end of the log was cut off',
  'made anew': 'is not what it was when its hash was written down elsewhere: it or something before it was made anew',
} as const;

export interface Break {
  kind: keyof typeof BREAKS;
  seq: number;
  /** ms since 1970; null where the entry itself is not there. */
  at: number | null;
}

export interface Verified {
  entries: number;
  /** The last entry; null of an empty log. */
  head: { seq: number; hash: string } | null;
  broken: Break | null;
}

/** A head of the log that was written down before; the number may be left out. */
export interface KnownHead {
  seq: number | null;
  hash: string;
}

/**
 * Walks the access log from its first entry and stops where it is broken. `known` is a head that somebody kept outside:
 * without one, whoever can write the file can hash all of it anew, or add to its end, without a sign.
 */
export function verifyLog(database: DatabaseSync, known: KnownHead | null): Verified {
  let last: Stored | null = null;
  let beforeLast: string = CHAIN_START;
  let entries = 0;
  let isKnown = known === null;
  for (const row of database.prepare('SELECT * FROM audit ORDER BY seq').iterate()) {
    const entry = row as unknown as Stored;
    const broken = brokenAt(database, entry, { last, beforeLast });
    if (broken) return { entries, head: headOf(last), broken };
    if (known && entry.seq === known.seq && entry.hash !== known.hash)
      return { entries, head: headOf(last), broken: { kind: 'made anew', seq: entry.seq, at: entry.at } };
    isKnown ||= entry.hash === known?.hash;
    beforeLast = last?.hash ?? CHAIN_START;
    last = entry;
    entries += 1;
  }
  const head = headOf(last);
  return { entries, head, broken: cutOff(database, head) ?? (isKnown ? null : unknownHead(known, head)) };
}

/** What is wrong with the entry, as it follows on the one before it. */
function brokenAt(
  database: DatabaseSync,
  entry: Stored,
  { last, beforeLast }: { last: Stored | null; beforeLast: string },
): Break | null {
  const { seq, at, prev, hash } = entry;
  const expected = last?.hash ?? CHAIN_START;
  if (chained(entry, prev).hash !== hash)
    return { kind: holds(database, expected, seq) ? 'put in' : 'changed', seq, at };
  const next = (last?.seq ?? 0) + 1;
  if (prev === expected) return seq === next ? null : { kind: 'missing', seq: next, at: null };
  if (last && prev === beforeLast) return { kind: 'put in', seq: last.seq, at: last.at };
  if (has(database, prev)) return { kind: 'order', seq, at };
  if (seq !== next) return { kind: 'missing', seq: next, at: null };
  if (holds(database, expected, seq)) return { kind: 'put in', seq, at };
  return last ? { kind: 'rehashed', seq: last.seq, at: last.at } : { kind: 'missing', seq, at: null };
}

/** Whether some entry has this hash. */
const has = (database: DatabaseSync, hash: string): boolean =>
  database.prepare('SELECT 1 FROM audit WHERE hash = ? LIMIT 1').get(hash) !== undefined;
/** Whether another entry holds this hash as that of the one before it. */
const holds = (database: DatabaseSync, hash: string, except: number): boolean =>
  database.prepare('SELECT 1 FROM audit WHERE prev = ? AND seq <> ? LIMIT 1').get(hash, except) !== undefined;

/** The database counts every entry that it has ever taken. */
function cutOff(database: DatabaseSync, head: Verified['head']): Break | null {
  const counted = database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'audit'`).get() as
    { seq: number } | undefined;
  const seq = (head?.seq ?? 0) + 1;
  return counted && counted.seq >= seq ? { kind: 'cut off', seq, at: null } : null;
}

function unknownHead(known: KnownHead | null, head: Verified['head']): Break {
  const seq = head?.seq ?? 0;
  // Of a log that is shorter than it was, the end is gone; else something in it is no longer what it was.
  return known?.seq != null && known.seq > seq
    ? { kind: 'cut off', seq: seq + 1, at: null }
    : { kind: 'made anew', seq: known?.seq ?? 1, at: null };
}

function headOf(entry: Stored | null): Verified['head'] {
  return entry && { seq: entry.seq, hash: entry.hash };
}
