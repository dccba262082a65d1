import { chanceFrom } from './chance.ts';

/** Chance for a fuzzer, and what it does to bytes. The same seed, the same run. */
export interface Mutation {
  /** A whole number from 0 up to, not including, `end`. */
  below: (end: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** The same with bytes changed, cut away, put in or taken from one of `others`. */
  mutate: (bytes: Uint8Array, others: readonly [Uint8Array, ...Uint8Array[]]) => Uint8Array;
}

const MOST_BYTES = 4000;

export function mutationFrom(seed: number): Mutation {
  const chance = chanceFrom(seed);
  const below = (end: number) => Math.floor(chance() * end);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  return {
    below,
    pick,
    mutate(from, others) {
      const bytes = [...from];
      for (let times = 1 + below(3); times > 0; times--) {
        const at = below(bytes.length + 1);
        const [how, by] = [below(5), below(256)];
        if (how === 0) bytes[at] = by;
        else if (how === 1) bytes.splice(at, 1 + below(3));
        else if (how === 2) bytes.splice(at, 0, by, below(256));
        else if (how === 3) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
        else bytes.splice(at, bytes.length, ...pick(others).subarray(below(20)));
      }
      return Uint8Array.from(bytes.slice(0, MOST_BYTES));
    },
  };
}
