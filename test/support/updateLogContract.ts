import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { Base, LoggedUpdate, RoomId, StoredUpdate, UpdateLog } from '#server/store/updateLog.ts';

/** A log to be held to the contract, and how it is put away. */
export interface LogUnderTest {
  log: UpdateLog;
  close(): Promise<void>;
}

const meeting = MeetingId.parse('meeting-aaaaaaaaaaaaaaaaa');
/** Its name begins with the other's, which is not the same. */
const longerMeeting = MeetingId.parse('meeting-aaaaaaaaaaaaaaaaaa');
const kari = ParticipantId.parse('kari-nordmann-aaaaaaaaaaaa');
const mona = ParticipantId.parse('mona-berg-aaaaaaaaaaaaaaaa');
const story: RoomId = { meeting, section: 'story' };

const bytes = (...values: number[]) => Uint8Array.from(values);
const entry = (room: RoomId, update: Uint8Array, about: Partial<StoredUpdate> = {}): LoggedUpdate => ({
  ...{ room, participant: kari, at: 1_790_000_000_000 },
  ...about,
  update,
});

/** What every durable log promises. Each implementation runs this suite. */
export function updateLogContract(name: string, make: () => Promise<LogUnderTest>): void {
  describe(`${name} keeps the promises of an update log`, () => {
    let made: LogUnderTest;
    let log: UpdateLog;
    beforeEach(async () => {
      made = await make();
      log = made.log;
    });
    afterEach(() => made.close());

    const updatesOf = async (room: RoomId) => (await log.load(room)).map(({ update }) => [...update]);

    test('[UL1] a room that was never seen is empty', async () => {
      expect(await log.load(story)).toEqual([]);
    });

    test('[UL2] what was appended comes back, oldest first, with who and when', async () => {
      await log.append([entry(story, bytes(1), { participant: kari, at: 1_790_000_000_001 })]);
      await log.append([entry(story, bytes(2, 0, 255), { participant: null, at: 1_790_000_000_000 })]);
      await log.append([entry(story, bytes(3), { participant: mona, at: 1_790_000_000_002 })]);
      const stored = await log.load(story);
      expect(stored.map(({ participant, at, update }) => ({ participant, at, update: [...update] }))).toEqual([
        { participant: kari, at: 1_790_000_000_001, update: [1] },
        { participant: null, at: 1_790_000_000_000, update: [2, 0, 255] },
        { participant: mona, at: 1_790_000_000_002, update: [3] },
      ]);
      expect(stored.every(({ update }) => update instanceof Uint8Array)).toBe(true);
    });

    test('[UL3] one commit may hold several rooms, and keeps the order within each', async () => {
      const goals: RoomId = { meeting, section: 'goals' };
      await log.append([
        entry(story, bytes(1)),
        entry(goals, bytes(2)),
        entry(story, bytes(3)),
        entry(goals, bytes(4)),
      ]);
      expect(await updatesOf(story)).toEqual([[1], [3]]);
      expect(await updatesOf(goals)).toEqual([[2], [4]]);
    });

    test('[UL4] rooms whose names begin alike do not mix', async () => {
      const rooms: RoomId[] = [
        { meeting, section: 'function' },
        { meeting, section: 'function.before' },
        { meeting, section: 'function.now' },
        { meeting: longerMeeting, section: 'function' },
      ];
      await log.append(rooms.map((room, index) => entry(room, bytes(index))));
      for (const [index, room] of rooms.entries()) expect(await updatesOf(room)).toEqual([[index]]);
    });

    test('[UL5] when one of a commit cannot be stored, none is', async () => {
      const unstorable = entry(story, undefined as unknown as Uint8Array);
      await expect(log.append([entry(story, bytes(1)), unstorable])).rejects.toThrow();
      expect(await log.load(story)).toEqual([]);
      await log.append([entry(story, bytes(2))]);
      expect(await updatesOf(story)).toEqual([[2]]);
    });

    test('[UL6] nothing to store is stored without complaint', async () => {
      await log.append([]);
      expect(await log.load(story)).toEqual([]);
    });

    test('[UL7] what was given in and what is given out can be written over without harm', async () => {
      const update = bytes(1, 2, 3);
      await log.append([entry(story, update)]);
      update.fill(9);
      (await log.load(story))[0]?.update.fill(8);
      expect(await updatesOf(story)).toEqual([[1, 2, 3]]);
    });

    test('[UL8] a view on a part of a larger buffer is stored as that part', async () => {
      await log.append([entry(story, Buffer.from([0, 1, 2, 3, 4]).subarray(1, 4))]);
      expect(await updatesOf(story)).toEqual([[1, 2, 3]]);
    });

    test('[UL9] the same bytes twice are two updates', async () => {
      await log.append([entry(story, bytes(7)), entry(story, bytes(7))]);
      expect(await updatesOf(story)).toEqual([[7], [7]]);
    });

    test('[UL10] a commit of thousands is whole and in order, a large update is whole', async () => {
      const many = Array.from({ length: 3500 }, (_, index) => entry(story, bytes(index >> 8, index & 255)));
      const large = new Uint8Array(256 * 1024).fill(5);
      await log.append([...many, entry(story, large)]);
      const stored = await log.load(story);
      expect(stored.slice(0, -1).map(({ update }) => (update[0]! << 8) | update[1]!)).toEqual([...many.keys()]);
      expect(Buffer.compare(stored.at(-1)!.update, large)).toBe(0);
    });

    test('[UL11] commits that were begun together are each whole and in the order in which they were begun', async () => {
      const commits = Array.from({ length: 20 }, (_, index) => [
        entry(story, bytes(index)),
        entry(story, bytes(index)),
      ]);
      await Promise.all(commits.map((commit) => log.append(commit)));
      expect(await updatesOf(story)).toEqual(commits.flatMap((_, index) => [[index], [index]]));
    });

    compactContract(() => log);
  });
}

const base = (...values: number[]): Base => ({
  update: bytes(...values),
  owners: [
    [7, kari],
    [8, null],
  ],
  at: 1_790_000_000_009,
});

/** What it promises of bases, and of the space that they free. */
function compactContract(log: () => UpdateLog): void {
  const updatesOf = async (room: RoomId) => (await log().load(room)).map(({ update }) => [...update]);

  test('[UL12] a base stands for all that was stored, and says whose each client id is', async () => {
    await log().append([entry(story, bytes(1)), entry(story, bytes(2), { participant: mona })]);
    await log().compact(story, base(1, 2));
    const [stored, ...more] = await log().load(story);
    expect(more).toEqual([]);
    expect({ ...stored, update: [...(stored?.update ?? [])] }).toEqual({
      ...{ participant: null, at: 1_790_000_000_009, update: [1, 2] },
      owners: [
        [7, kari],
        [8, null],
      ],
    });
  });

  test('[UL13] what is appended after a base comes after it, in order', async () => {
    await log().append([entry(story, bytes(1))]);
    await log().compact(story, base(1));
    await log().append([entry(story, bytes(2)), entry(story, bytes(3))]);
    expect(await updatesOf(story)).toEqual([[1], [2], [3]]);
    expect((await log().load(story)).map(({ owners }) => owners !== undefined)).toEqual([true, false, false]);
  });

  test('[UL14] a later base stands for the earlier one and for what came after it', async () => {
    await log().append([entry(story, bytes(1))]);
    await log().compact(story, base(1));
    await log().append([entry(story, bytes(2))]);
    await log().compact(story, base(1, 2));
    await log().append([entry(story, bytes(3))]);
    expect(await updatesOf(story)).toEqual([[1, 2], [3]]);
  });

  test('[UL15] a base of one room says nothing of the others', async () => {
    const alike: RoomId[] = [
      { meeting, section: 'function' },
      { meeting: longerMeeting, section: 'story' },
    ];
    await log().append([...alike, story].map((room, index) => entry(room, bytes(index))));
    await log().compact(story, base(9));
    while (await log().sweep(story));
    for (const [index, room] of alike.entries()) expect(await updatesOf(room)).toEqual([[index]]);
  });

  test('[UL16] sweeping ends, and changes nothing of what is loaded, not half way either', async () => {
    await log().append(Array.from({ length: 1200 }, (_, index) => entry(story, bytes(index & 255))));
    await log().compact(story, base(5));
    await log().append([entry(story, bytes(6))]);
    for (let steps = 0; await log().sweep(story); steps++) {
      expect(await updatesOf(story)).toEqual([[5], [6]]);
      expect(steps).toBeLessThan(100);
    }
    expect(await updatesOf(story)).toEqual([[5], [6]]);
    expect(await log().sweep(story)).toBe(false);
  });

  test('[UL17] a room without a base has nothing to sweep, and one that is empty can have a base', async () => {
    await log().append([entry(story, bytes(1))]);
    expect(await log().sweep(story)).toBe(false);
    expect(await updatesOf(story)).toEqual([[1]]);
    const goals: RoomId = { meeting, section: 'goals' };
    await log().compact(goals, base(4));
    expect(await updatesOf(goals)).toEqual([[4]]);
  });

  test('[UL18] when a base cannot be stored, everything is as it was', async () => {
    await log().append([entry(story, bytes(1)), entry(story, bytes(2))]);
    await expect(log().compact(story, { ...base(1), update: undefined as unknown as Uint8Array })).rejects.toThrow();
    expect(await log().sweep(story)).toBe(false);
    expect(await updatesOf(story)).toEqual([[1], [2]]);
  });

  test('[UL19] what was given in a base and what is given out can be written over without harm', async () => {
    const given = base(1, 2, 3);
    await log().compact(story, given);
    given.update.fill(9);
    (await log().load(story))[0]?.update.fill(8);
    expect(await updatesOf(story)).toEqual([[1, 2, 3]]);
  });
}
