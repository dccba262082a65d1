import type { UpdateLog } from '#server/store/updateLog.ts';
import type { Ledger } from './ledger.ts';
import type { VirtualTime } from './virtualTime.ts';

export interface FaultyLogParts {
  inner: UpdateLog;
  time: VirtualTime;
  chance: () => number;
  ledger: Ledger;
  /** How it is with the disk now. */
  disk: () => Disk;
  count: (what: 'failures' | 'compactions') => void;
}

/** Thrown on purpose by a log under test. */
export class DiskIsFull extends Error {}

export interface Disk {
  /** How likely a step fails. */
  failing: number;
  /** What a step takes at most before it is done, in ms, and after that until it is told. */
  commitMs: number;
}

export const WELL: Disk = { failing: 0, commitMs: 30 };

/**
 * A log on a disk that takes its time, and now and then fails. It outlives the server: whatever runs on a machine that
 * is gone never goes on, whether it had reached the disk or not.
 */
export function faultyLog({ inner, time, chance, ledger, disk, count }: FaultyLogParts): UpdateLog {
  const work = () => new Promise<void>((resolve) => void time.after(chance() * disk().commitMs, resolve));
  const tried = async <T>(step: () => Promise<T>): Promise<T> => {
    await work();
    if (chance() < disk().failing) {
      count('failures');
      throw new DiskIsFull('the disk is full');
    }
    const done = await step();
    await work();
    return done;
  };
  return {
    load: (room) => tried(() => inner.load(room)),
    append: (entries) =>
      tried(async () => {
        await inner.append(entries);
        for (const entry of entries) ledger.take(entry);
      }),
    compact: (room, base) =>
      tried(async () => {
        await inner.compact(room, base);
        count('compactions');
      }),
    sweep: (room) => tried(() => inner.sweep(room)),
  };
}
