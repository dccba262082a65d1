import { chanceFrom } from '../support/chance.ts';
import { ATTACKS, type Attack } from './attacker.ts';
import { EDITS, PARTS, type Edit } from './edits.ts';
import { WELL, type Disk } from './faultyLog.ts';
import { CALM, type Weather } from './network.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** One thing that happens, `at` ms after the beginning. Windows and attackers go by their place in the cast. */
export type Happening = { at: number } & (
  | { kind: 'edit'; window: number; section: SectionKey; edit: Edit }
  | { kind: 'cut'; window: number; tell: { client: boolean; server: boolean } }
  | { kind: 'away'; window: number; ms: number }
  | { kind: 'sleep'; window: number; ms: number }
  | { kind: 'reload'; window: number }
  | { kind: 'reopen'; window: number; section: SectionKey }
  | { kind: 'kill'; ms: number }
  | { kind: 'weather'; weather: Weather }
  | { kind: 'disk'; disk: Disk }
  | { kind: 'attack'; attacker: number; attack: Attack }
);

export interface Play {
  seed: number;
  /** Which store is under the log. */
  store: 'memory' | 'sqlite';
  updatesBeforeBase: number;
  happenings: readonly Happening[];
  /** ms */
  length: number;
}

const LENGTH_MS = 150_000;
const BURSTS = 90;

/** All that happens in one run, as data. The same seed, the same play. */
export function playFrom(seed: number, windows: number, attackers: number): Play {
  const chance = chanceFrom(seed);
  const below = (end: number) => Math.floor(chance() * end);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const at = () => below(LENGTH_MS);
  const many = <T>(times: number, make: () => T): T[] => Array.from({ length: times }, make);

  const bursts = many(BURSTS, () => {
    const [begin, window, section] = [at(), below(windows), pick(PARTS)];
    return many(1 + below(8), () => begin + below(1500)).map((when): Happening => ({
      kind: 'edit',
      at: when,
      window,
      section,
      edit: { kind: pick(EDITS), where: chance(), what: chance() },
    }));
  });
  const flips = () => ({ client: chance() < 0.6, server: chance() < 0.6 });
  const storms = many(6, (): Happening[] => {
    const [begin, rate] = [at(), () => (chance() < 0.4 ? 0 : chance() * 0.06)];
    const weather = { delay: 5 + below(300), jitter: below(800), drop: rate(), duplicate: rate(), reorder: rate() };
    return [
      { kind: 'weather', at: begin, weather },
      { kind: 'weather', at: begin + below(30_000), weather: CALM },
    ];
  });
  const failures = many(4, (): Happening[] => {
    const begin = at();
    const disk = { failing: chance() * 0.5, commitMs: chance() < 0.5 ? WELL.commitMs : 3000 };
    return [
      { kind: 'disk', at: begin, disk },
      { kind: 'disk', at: begin + below(8000), disk: WELL },
    ];
  });
  const happenings: Happening[] = [
    ...bursts.flat(),
    ...many(10, (): Happening => ({ kind: 'cut', at: at(), window: below(windows), tell: flips() })),
    ...many(4, (): Happening => ({ kind: 'away', at: at(), window: below(windows), ms: below(40_000) })),
    ...many(3, (): Happening => ({ kind: 'sleep', at: at(), window: below(windows), ms: below(120_000) })),
    ...many(3, (): Happening => ({ kind: 'reload', at: at(), window: below(windows) })),
    ...many(5, (): Happening => ({ kind: 'reopen', at: at(), window: below(windows), section: pick(PARTS) })),
    ...many(1 + below(3), (): Happening => ({ kind: 'kill', at: at(), ms: below(5000) })),
    ...storms.flat(),
    ...failures.flat(),
    ...many(110, (): Happening => ({
      kind: 'attack',
      at: at(),
      attacker: below(attackers),
      attack: { kind: pick(ATTACKS), section: pick(PARTS) },
    })),
  ];
  return {
    seed,
    store: seed % 5 === 0 ? 'sqlite' : 'memory',
    updatesBeforeBase: pick([3, 10, 40, 2000]),
    happenings: happenings.toSorted((a, b) => a.at - b.at),
    length: LENGTH_MS,
  };
}
