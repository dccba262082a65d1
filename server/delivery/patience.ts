/** After the first try; then twice as long each time. */
const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
/** As long as a receiver may ask us to wait. */
const ASKED_MS = 24 * 60 * 60_000;

/** About a day: then somebody must see to it. */
export const MOST_TRIES = 30;

/**
 * How long to wait after so many tries, in ms: doubling, and up to a quarter more or less by `chance` (0–1), so that all
 * that failed together does not come back together. `askedMs`: what the receiver asked for, and gets.
 */
export function waitAfter(tries: number, chance: number, askedMs: number | null): number {
  const doubling = Math.min(FIRST_MS * 2 ** Math.min(tries - 1, 20), LONGEST_MS);
  const own = Math.round(doubling * (0.75 + chance / 2));
  return Math.max(own, Math.min(askedMs ?? 0, ASKED_MS));
}
