// Before everything else: lib0 keeps hold of the clock.
import './virtualTime.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { sqlUpdateLog } from '#server/store/sqlUpdateLog.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { ATTACKERS, WINDOWS } from './cast.ts';
import { playFrom, type Play } from './plan.ts';
import { SEEDS } from './seeds.ts';
import { Stage, type Counts, type Outcome } from './stage.ts';

// Each part of each window waits for the end of the process, to say goodbye.
process.setMaxListeners(0);

async function logFor({ store }: Play): Promise<UpdateLog> {
  if (store === 'memory') return createMemoryLog();
  const dir = await mkdtemp(join(tmpdir(), 'fuzz-'));
  const db = await openSqlite(dir);
  onTestFinished(async () => {
    await db.destroy();
    await rm(dir, { recursive: true, force: true });
  });
  return sqlUpdateLog({ db, pause: () => Promise.resolve() });
}

async function run(seed: number): Promise<Outcome> {
  const play = playFrom(seed, WINDOWS.length, ATTACKERS.length);
  return new Stage(play, await logFor(play)).run();
}

describe('people write at once on a bad network, while the server is killed and others attack it', () => {
  const done: Counts[] = [];

  test.each(SEEDS)(
    'nothing that was called saved is lost, nothing forbidden is there, all have the same: seed %i',
    async (seed) => {
      const { problems, counts } = await run(seed);
      expect(problems, `FUZZ_SEED=${seed}`).toEqual([]);
      expect(Math.min(counts.edits, counts.updates, counts.saved), `FUZZ_SEED=${seed} did little`).toBeGreaterThan(10);
      done.push(counts);
    },
    60_000,
  );

  test.runIf(SEEDS.length > 1)('every kind of mishap was among it', () => {
    const names = Object.keys(done[0] ?? {}) as (keyof Counts)[];
    const sums = Object.fromEntries(names.map((name) => [name, done.reduce((sum, counts) => sum + counts[name], 0)]));
    for (const name of names)
      expect(sums[name], `${name}: ${JSON.stringify(sums)}`).toBeGreaterThanOrEqual(SEEDS.length);
  });

  test.each([SEEDS[0] ?? 1, 5])(
    'the same seed is the same run, to the last byte: seed %i',
    async (seed) => {
      const [first, again] = [await run(seed), await run(seed)];
      expect(again).toEqual(first);
      expect((await run(seed + 1)).digest).not.toBe(first.digest);
    },
    60_000,
  );
});
