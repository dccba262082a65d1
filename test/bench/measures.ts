/** The value below which `share` (0 to 1) of the values lie; NaN when there are none. `sorted` is in rising order. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[at] ?? NaN;
}

/** The middle one, or the mean of the two in the middle; NaN when there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How many times as much ours is as theirs; null when there is nothing to compare. */
export function ratio(ours: number | null | undefined, theirs: number | null | undefined): number | null {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return null;
  const times = ours / theirs;
  return Number.isFinite(times) ? times : null;
}

/** Rounded to three digits, which is more than the machine gives. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
}
