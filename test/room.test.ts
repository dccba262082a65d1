import { describe, expect, test } from 'vitest';
import type { SectionKey } from '#shared/plan/sections.ts';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { craft, words } from './support/craft.ts';
import {
  createHeldLog,
  MEETING,
  openRoomsOn,
  openSyncHouse,
  PEOPLE,
  STORY,
  type HeldLog,
} from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { HELLO, MORE } from './support/scenes.ts';
import { askFor, change, DOORS, DOOR_NAMES, ending, enter, presenceFor } from './support/wireEnd.ts';

const { kari, mona } = PEOPLE;

/** A log of which one room cannot be loaded, as long as one says so. */
function brokenFor(section: SectionKey): UpdateLog & { broken: boolean; appends: number } {
  const inner = createMemoryLog();
  return {
    ...inner,
    broken: true,
    appends: 0,
    async load(room) {
      if (this.broken && room.section === section) throw new Error('cannot be read');
      return inner.load(room);
    },
    async append(entries) {
      this.appends += 1;
      await inner.append(entries);
    },
  };
}

describe('a document is loaded', () => {
  test('once for all who come at the same time, and none of them sees it empty', async () => {
    const inner = createMemoryLog();
    await inner.append([{ room: STORY, participant: kari.id, update: HELLO, at: 1 }]);
    let open = () => {};
    const waiting = new Promise<void>((resolve) => (open = resolve));
    const log = createHeldLog({ ...inner, load: (room) => waiting.then(() => inner.load(room)) });
    const house = await openSyncHouse({ log });
    const ends = Array.from({ length: 20 }, (_, at) => DOORS[DOOR_NAMES[at % 2]!](house, at % 3 ? kari : mona));
    ends.forEach((end) => end.say(askFor(end.doc)));
    await until(() => log.loads === 1 && house.noted.length === 20, 'all to wait');
    expect(ends.flatMap(({ order }) => order)).toEqual([]);
    open();
    await until(() => ends.every(({ answers }) => answers === 1), 'all to have it');
    expect(new Set(ends.map(({ text }) => text))).toEqual(new Set(['Hei']));
    expect(log.loads).toBe(1);
  });

  test.each(DOOR_NAMES)(
    'or not at all: a load that fails refuses, stores nothing and can be tried again: %s',
    async (door) => {
      const log = brokenFor('story');
      const house = await openSyncHouse({ log });
      const ends = [DOORS[door](house, kari), DOORS[door](house, mona)];
      ends.forEach((end) => end.say(change(HELLO)));
      for (const end of ends) expect((await ending(end))?.code).toBe(1013);
      expect(ends.flatMap(({ order }) => order)).toEqual([]);
      expect([log.appends, house.rooms.count()]).toEqual([0, 0]);
      await expect(house.rooms.readPlan(MEETING)).rejects.toMatchObject({ code: 'unavailable' });
      expect(house.rooms.count()).toBe(0);
      expect((await enter(house, kari, 'needs', door)).ended).toBeNull();

      log.broken = false;
      const end = await enter(house, kari, 'story', door);
      end.say(change(HELLO));
      await until(async () => (await end.sync()).text === 'Hei', 'it to be stored');
    },
  );

  test('not when what is stored has a hole in it', async () => {
    const log = createMemoryLog();
    await log.append([{ room: STORY, participant: kari.id, update: MORE, at: 1 }]);
    const { rooms, reported } = openRoomsOn(log);
    await expect(rooms.read(STORY)).rejects.toMatchObject({ code: 'unavailable' });
    expect(String(reported[0])).toContain('do not make up a whole document');
    await log.append([{ room: STORY, participant: kari.id, update: HELLO, at: 2 }]);
    expect(await rooms.read(STORY)).toBe('Hei du');
  });

  test('with everyone’s client ids, so that they are theirs after a restart too', async () => {
    const log = createMemoryLog();
    const before = await openSyncHouse({ log });
    const author = await enter(before, kari);
    author.say(change(HELLO));
    await until(async () => (await author.sync()).text === 'Hei', 'it to be stored');
    await before.rooms.close();

    const after = await openSyncHouse({ log });
    const [thief, back] = [await enter(after, mona), await enter(after, kari)];
    thief.say(change(MORE));
    await until(() => thief.denials.length === 1, 'a denial');
    back.say(change(MORE));
    await until(() => thief.text === 'Hei du', 'what Kari wrote');
    thief.say(presenceFor(7, 1, { cursor: 1 }));
    await thief.sync();
    expect((await back.sync()).presence.getStates().size).toBe(0);
  });
});

describe('a room leaves memory', () => {
  const heldRoom = async (log: HeldLog) => {
    const house = await openSyncHouse({ log });
    const author = await enter(house, kari);
    log.hold();
    author.say(change(HELLO));
    await until(() => log.waiting === 1, 'the commit');
    author.leave();
    await until(() => author.ended !== null, 'the author to be gone');
    return house;
  };

  test('when the last one has left, but not before what they wrote is stored', async () => {
    const log = createHeldLog();
    const house = await heldRoom(log);
    expect(house.rooms.count()).toBe(1);
    log.letGo();
    await until(() => house.rooms.count() === 0, 'the room to be gone');
    expect(await log.load(STORY)).toHaveLength(1);
  });

  test('and whoever comes back meanwhile enters the same one', async () => {
    const log = createHeldLog();
    const house = await heldRoom(log);
    const loads = log.loads;
    const back = await enter(house, kari);
    back.say(change(MORE));
    await back.sync();
    log.letGo();
    await until(() => back.text === 'Hei', 'what was stored meanwhile');
    await until(async () => (await back.sync()).text === 'Hei du', 'what follows on it');
    expect(log.loads).toBe(loads);
  });

  test('never with anything in it, however quickly people come and go', async () => {
    const log = createHeldLog();
    const house = await openSyncHouse({ log });
    for (let at = 0; at < 60; at++) {
      const end = await enter(house, kari);
      expect(end.text.length, `round ${at}`).toBeGreaterThanOrEqual(Math.max(0, at - 1));
      end.say(
        change(craft({ structs: [{ client: 7, clock: at, of: [words('x', at ? { origin: [7, at - 1] } : {})] }] })),
      );
      end.leave();
      await until(async () => (await log.load(STORY)).length === at + 1, 'it to be stored');
    }
    await until(() => house.rooms.count() === 0, 'the room to be gone');
    expect(await house.rooms.read(STORY)).toBe('x'.repeat(60));
    expect(house.rooms.count()).toBe(0);
  });
});
