import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { textRoot, writePart } from '#shared/plan/doc.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { openRooms } from '#server/sync/index.ts';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import { createHeldLog, MEETING, openRoomsOn, openSyncHouse, PEOPLE, STORY } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { HELLO, MORE } from './support/scenes.ts';
import { change, DOORS, ending, enter } from './support/wireEnd.ts';

const { kari, mona, ivar } = PEOPLE;

const add = (text: string) => (doc: Y.Doc) => textRoot(doc).insert(textRoot(doc).length, text);

describe('the house', () => {
  test('writes as everybody does: stored, then seen, and kept from nobody', async () => {
    const log = createHeldLog();
    const house = await openSyncHouse({ log });
    const other = await enter(house, mona);
    const heard: unknown[] = [];
    const stop = house.rooms.onChange((room, by) => heard.push([room.section, by]));
    log.hold();
    const writing = house.rooms.write(STORY, null, add('Velkommen'));
    await until(() => log.waiting === 1, 'the commit');
    expect([(await other.sync()).text, heard]).toEqual(['', []]);
    log.letGo();
    await writing;
    await until(() => other.text === 'Velkommen', 'it to be seen');
    await house.rooms.write(STORY, kari, add('!'));
    expect(heard).toEqual([
      ['story', null],
      ['story', kari.id],
    ]);
    stop();
    await house.rooms.write(STORY, null, add('?'));
    expect(heard).toHaveLength(2);
    expect((await log.load(STORY)).map(({ participant }) => participant)).toEqual([null, kari.id, null]);
  });

  test('writes on behalf of a participant only what they may write themselves', async () => {
    const { rooms } = openRoomsOn(createMemoryLog());
    const services = { meeting: MEETING, section: 'services' } as const;
    const push = (doc: Y.Doc) => doc.getArray('content').push([new Y.Map([['id', 'r1']])]);
    await expect(rooms.write(services, kari, push)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(rooms.write(STORY, ivar, add('x'))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rooms.read(services)).toEqual([]);
    await rooms.write(services, mona, push);
    expect(await rooms.read(services)).toMatchObject([{ id: 'r1' }]);
    expect(rooms.count()).toBe(0);
  });

  test('is told when what it writes cannot be stored, and can try again', async () => {
    const log = createHeldLog();
    const { rooms } = openRoomsOn(log);
    log.hold();
    const writings = [rooms.write(STORY, null, add('a')), rooms.write(STORY, null, add('b'))];
    const outcomes = Promise.allSettled(writings);
    await until(() => log.waiting === 1, 'the commit');
    log.fail();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await rooms.write(STORY, null, add('c'));
    expect(await rooms.read(STORY)).toBe('c');
  });

  test('is let rest a while when it could not be stored, and no other with it', async () => {
    const log = createHeldLog();
    const resting: (() => void)[] = [];
    // Only a rest is so long.
    const defer = (ms: number, then: () => void) => void (ms < 500 ? setTimeout(then, ms) : resting.push(then));
    const rooms = openRooms({ log, defer, now: () => 1_790_000_000_000, report: () => undefined });
    log.hold();
    const failing = expect(rooms.write(STORY, null, add('a'))).rejects.toMatchObject({ code: 'unavailable' });
    await until(() => log.waiting === 1, 'the commit');
    log.fail();
    await failing;
    const [loads, again] = [log.loads, rooms.write(STORY, null, add('b'))];
    await rooms.write({ meeting: MEETING, section: 'needs' }, null, add('c'));
    expect([resting.length, log.loads]).toEqual([1, loads + 1]);
    resting.forEach((then) => then());
    await again;
    expect(await rooms.read(STORY)).toBe('b');
    expect(resting).toHaveLength(1);
  });

  test('changes nothing by a change that changes nothing, or that fails half-way', async () => {
    const log = createMemoryLog();
    const { rooms } = openRoomsOn(log);
    await rooms.write(STORY, null, () => undefined);
    const broken = rooms.write(STORY, null, (doc) => {
      add('half')(doc);
      throw new Error('not like this');
    });
    await expect(broken).rejects.toThrow('not like this');
    expect([await rooms.read(STORY), await log.load(STORY), rooms.count()]).toEqual(['', [], 0]);
  });

  test('reads the whole plan, of one moment, and keeps nothing of it in memory', async () => {
    const { rooms } = openRoomsOn(createMemoryLog());
    const empty = await rooms.readPlan(MEETING);
    expect(Object.keys(empty)).toEqual(SECTION_KEYS);
    const goal = {
      ...{ id: 'g1', activity: 'gå i trapp', scoreNow: 3, scoreLater: null },
      priority: 1,
      noGoalReason: '',
    };
    await rooms.write({ meeting: MEETING, section: 'goals' }, kari, (doc) => writePart('goals', doc, [goal]));
    await rooms.write(STORY, kari, add('Hjem'));
    expect(await rooms.readPlan(MEETING)).toEqual({ ...blankPlan(), ...empty, goals: [goal], story: 'Hjem' });
    expect(rooms.count()).toBe(0);
  });

  test('keeps on when a listener breaks', async () => {
    const { rooms, reported } = openRoomsOn(createMemoryLog());
    let heard = 0;
    rooms.onChange(() => {
      throw new Error('a listener broke');
    });
    rooms.onChange(() => (heard += 1));
    await rooms.write(STORY, null, add('x'));
    expect([heard, reported.length]).toEqual([1, 1]);
  });

  test('closes only when all that was accepted is stored, and lets nobody in meanwhile', async () => {
    const log = createHeldLog();
    const house = await openSyncHouse({ log });
    const author = await enter(house, kari);
    log.hold();
    author.say(change(HELLO));
    author.say(change(MORE));
    await until(() => log.waiting === 1, 'the commit');
    await author.sync();
    let closed = false;
    const closing = house.rooms.close().then(() => (closed = true));
    expect((await ending(author))?.code).toBe(1013);
    expect((await ending(socketAt(house)))?.code).toBe(1013);
    await expect(house.rooms.read(STORY)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(house.rooms.write(STORY, null, add('x'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(closed).toBe(false);
    log.letGo();
    await closing;
    expect(await log.load(STORY)).toHaveLength(2);
    expect(house.rooms.count()).toBe(0);
  });
});

const socketAt = (house: Awaited<ReturnType<typeof openSyncHouse>>) => DOORS['a socket of one’s own'](house, mona);
