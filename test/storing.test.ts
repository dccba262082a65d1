import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import { craft, words } from './support/craft.ts';
import { createHeldLog, MEETING, openSyncHouse, PEOPLE, STORY } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { HELLO, MORE } from './support/scenes.ts';
import { answerWith, change, DOORS, DOOR_NAMES, ending, enter, LineEnd } from './support/wireEnd.ts';

const { kari, mona, per } = PEOPLE;

describe('nobody sees what is not stored', () => {
  test.each(DOOR_NAMES)('neither the others nor its author, before the log says so: %s', async (door) => {
    const log = createHeldLog();
    const house = await openSyncHouse({ log });
    const [author, other] = [await new LineEnd(house, kari).open().sync(), await enter(house, mona, 'story', door)];
    log.hold();
    author.say(change(HELLO));
    author.say(change(MORE));
    await until(() => log.waiting === 1, 'the commit');
    const newcomer = await enter(house, per);
    await Promise.all([author.sync(), other.sync()]);
    expect([author.acknowledged, other.updates.length]).toEqual([0, 0]);
    expect([author.text, other.text, newcomer.text]).toEqual(['', '', '']);
    expect(newcomer.asked, 'what the newcomer is asked for is what is stored').toBe(1);
    expect(await house.rooms.read(STORY)).toBe('');
    expect((await house.rooms.readPlan(MEETING)).story).toBe('');

    log.letGo();
    await until(() => author.acknowledged === 2, 'both to be stored');
    await until(() => other.text === 'Hei du' && newcomer.text === 'Hei du', 'everybody to see it');
    expect(await house.rooms.read(STORY)).toBe('Hei du');
    expect(author.updates).toEqual([]);
  });

  test.each(DOOR_NAMES)(
    'what cannot be stored is never acknowledged, and all begin again from what is: %s',
    async (door) => {
      const log = createHeldLog();
      const house = await openSyncHouse({ log });
      const [author, other] = [DOORS[door](house, kari), await enter(house, mona)];
      await author.sync();
      author.say(change(HELLO));
      await until(() => other.text === 'Hei', 'what was written before');
      log.hold();
      author.say(change(MORE));
      await until(() => log.waiting === 1, 'the commit');
      // This one waits behind, and would leave a gap in the log if it got there.
      author.say(change(craft({ structs: [{ client: 7, clock: 6, of: [words('!', { origin: [7, 5] })] }] })));
      await author.sync();
      const before = author.acknowledged;
      log.fail();
      expect((await ending(author))?.code).toBe(1013);
      expect((await ending(other))?.code).toBe(1013);
      expect(author.acknowledged).toBe(before);
      await until(() => house.rooms.count() === 0, 'the room to be gone');
      expect(await log.load(STORY)).toHaveLength(1);
      expect(house.reported).toHaveLength(1);

      const [back, again] = [await enter(house, kari, 'story', door), await enter(house, mona)];
      expect([back.text, again.text]).toEqual(['Hei', 'Hei']);
      back.say(answerWith(Y.mergeUpdates([HELLO, MORE])));
      await until(() => again.text === 'Hei du', 'what was sent again');
    },
  );

  test('a commit that fails does not touch rooms that had nothing in it', async () => {
    const log = createHeldLog();
    const house = await openSyncHouse({ log });
    const line = new LineEnd(house, kari);
    const [broken, whole] = [await line.open('story').sync(), await line.open('needs').sync()];
    log.hold();
    broken.say(change(HELLO));
    await until(() => log.waiting === 1, 'the commit');
    whole.say(change(HELLO));
    await whole.sync();
    log.fail();
    expect((await ending(broken))?.code).toBe(1013);
    await until(() => whole.acknowledged === 1, 'the other to be stored');
    expect([whole.ended, line.ended]).toEqual([null, null]);
    expect((await line.open('story').sync()).text).toBe('');
  });

  test('what comes while a commit is under way shares the next, over all rooms', async () => {
    const sizes: number[] = [];
    const inner = createMemoryLog();
    const log = createHeldLog({
      ...inner,
      append: (entries) => {
        sizes.push(entries.length);
        return inner.append(entries);
      },
    });
    const house = await openSyncHouse({ log });
    const line = new LineEnd(house, PEOPLE.jonas);
    const ends = await Promise.all((['story', 'needs', 'goals'] as const).map((key) => line.open(key).sync()));
    log.hold();
    ends[0]?.say(change(HELLO));
    await until(() => log.waiting === 1, 'the first commit');
    ends[0]?.say(change(MORE));
    ends[1]?.say(change(HELLO));
    ends[1]?.say(change(MORE));
    await Promise.all(ends.map((end) => end.sync()));
    log.letGo();
    await until(() => ends[0]?.acknowledged === 2 && ends[1]?.acknowledged === 2, 'all to be stored');
    expect(sizes).toEqual([1, 3]);
  });
});
