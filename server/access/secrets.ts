import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Chance, passed in: `mint` gives at least 128 unguessable bits in base64url, `code` six digits. */
export interface Chance {
  mint(): string;
  code(): string;
}

/** What is kept of a session, a link or a code: never the thing itself. Keyed by the house's secret where there is one. */
export type Hasher = (words: string) => string;

export function hasher(secret: string | null): Hasher {
  return (words) => (secret ? createHmac('sha256', secret) : createHash('sha256')).update(words).digest('hex');
}

/** Compares two hashes without telling by time where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
