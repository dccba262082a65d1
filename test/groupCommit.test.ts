import { describe, expect, test } from 'vitest';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import type { LoggedUpdate } from '#server/store/updateLog.ts';
import { GroupCommit } from '#server/sync/groupCommit.ts';
import { PEOPLE, STORY } from './support/syncHouse.ts';

const entry = (): LoggedUpdate => ({ room: STORY, participant: PEOPLE.kari.id, update: Uint8Array.of(0, 0), at: 1 });

/** A way to the log of which the test holds the clock, and is told how long each commit waited for company. */
function commits() {
  let now = 1_000_000;
  const waits: number[] = [];
  const sizes: number[] = [];
  let due: (() => void)[] = [];
  const log = createMemoryLog();
  const commit = new GroupCommit({
    log: { append: (entries) => (sizes.push(entries.length), log.append(entries)) },
    defer: (ms, then) => void (waits.push(ms), due.push(then)),
    now: () => now,
    report: (error) => {
      throw error;
    },
  });
  const write = (times: number) => {
    for (let at = 0; at < times; at += 1) commit.submit(entry(), () => undefined);
  };
  const settle = async () => {
    const then = due;
    due = [];
    then.forEach((act) => act());
    await commit.settled();
  };
  return { waits, sizes, write, settle, pass: (ms: number) => void (now += ms) };
}

describe('a commit', () => {
  test('waits for nobody when the last one is some time ago', async () => {
    const { waits, write, settle, pass } = commits();
    for (let times = 0; times < 3; times += 1) {
      write(1);
      await settle();
      pass(5);
    }
    expect(waits).toEqual([0, 0, 0]);
  });

  test('waits the longer for company the more shared the last one, and never long', async () => {
    const { waits, sizes, write, settle } = commits();
    for (const times of [1, 1, 2, 30, 1]) {
      write(times);
      await settle();
    }
    expect(sizes).toEqual([1, 1, 2, 30, 1]);
    expect(waits).toEqual([0, 1, 1, 2, 2]);
  });

  test('does not wait longer when the clock is put back', async () => {
    const { waits, write, settle, pass } = commits();
    write(30);
    await settle();
    pass(-3_600_000);
    write(1);
    await settle();
    expect(waits).toEqual([0, 2]);
  });
});
