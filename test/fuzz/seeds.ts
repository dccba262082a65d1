/** A seed that ever failed is added here and never removed, though what it plays changes with the plan of plays. */
const EVER_FAILED: readonly number[] = [683];

/** In every test run. */
const FIXED = 30;

const runs = Number(process.env['FUZZ_RUNS'] ?? FIXED);
const one = process.env['FUZZ_SEED'];

/** `FUZZ_SEED` runs that seed alone, `FUZZ_RUNS` so many. */
export const SEEDS: readonly number[] = one
  ? [Number(one)]
  : [...new Set([...EVER_FAILED, ...Array.from({ length: runs }, (_, index) => index + 1)])];
