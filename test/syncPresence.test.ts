import { describe, expect, test } from 'vitest';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import { PRESENCE_BYTES, PRESENCE_IDS } from '#server/sync/limits.ts';
import { craft, gc, words } from './support/craft.ts';
import { openSyncHouse, PEOPLE, STORY } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import {
  change,
  DOOR_NAMES,
  ending,
  enter,
  presenceFor,
  QUERY_PRESENCE,
  socketEnd,
  type WireEnd,
} from './support/wireEnd.ts';

const { kari, mona, ivar, per } = PEOPLE;

const seenBy = (end: WireEnd, client: number) => end.presence.getStates().get(client);
/** What was said before is heard when one's own question is answered. */
const hasHeard = async (end: WireEnd, speaker: WireEnd) => {
  await speaker.sync();
  await end.sync();
};

describe.each(DOOR_NAMES)('presence through %s', (door) => {
  test('names people as the server knows them, whatever they say of themselves', async () => {
    const house = await openSyncHouse();
    const [onlooker, end] = [await enter(house, per), await enter(house, kari, 'story', door)];
    const user = { participant: mona.id, name: 'Mona', role: 'municipality', colour: 99, color: 'url(x)' };
    end.say(presenceFor(7, 1, { user, cursor: { anchor: 3 } }));
    await until(() => seenBy(onlooker, 7) !== undefined, 'Kari to be seen');
    expect(seenBy(onlooker, 7)).toEqual({
      cursor: { anchor: 3 },
      user: { participant: kari.id, name: 'Kari', role: 'hospital', colour: kari.colour },
    });
    await until(() => seenBy(end, 7) !== undefined, 'an echo, which stock clients take for a sign of life');
  });

  test('is nobody’s but one’s own: a foreign client id is passed over without a word', async () => {
    const house = await openSyncHouse();
    const [onlooker, victim] = [await enter(house, per), await enter(house, mona)];
    const end = await enter(house, kari, 'story', door);
    victim.say(presenceFor(7, 1, { cursor: 1 }));
    await until(() => seenBy(end, 7) !== undefined, 'Mona to be seen');
    end.say(presenceFor(7, 50, { cursor: 666 }));
    end.say(presenceFor(7, 50, null));
    end.say(presenceFor(8, 1, { cursor: 2 }));
    await until(() => seenBy(onlooker, 8) !== undefined, 'Kari to be seen');
    expect(seenBy(onlooker, 7)).toMatchObject({ cursor: 1, user: { name: 'Mona' } });
    expect(end).toMatchObject({ ended: null, denials: [] });
    victim.say(presenceFor(7, 2, { cursor: 3 }));
    await until(() => seenBy(onlooker, 7)?.['cursor'] === 3, 'Mona to go on');
  });

  test('cannot take the client id under which somebody has written', async () => {
    const house = await openSyncHouse();
    const [writer, onlooker] = [await enter(house, mona), await enter(house, per)];
    writer.say(change(craft({ structs: [{ client: 7, clock: 0, of: [words('x', {})] }] })));
    await until(() => onlooker.updates.length === 1, 'what Mona wrote');
    writer.leave();
    const end = await enter(house, kari, 'story', door);
    end.say(presenceFor(7, 9, { cursor: 1 }));
    await hasHeard(onlooker, end);
    expect(seenBy(onlooker, 7)).toBeUndefined();
    const back = await enter(house, mona);
    back.say(presenceFor(7, 1, { cursor: 2 }));
    await until(() => seenBy(onlooker, 7) !== undefined, 'Mona to be seen');
  });

  test('gives one’s client id to nobody else, also not to silence one with it', async () => {
    const house = await openSyncHouse();
    const [victim, end] = [await enter(house, mona), await enter(house, kari, 'story', door)];
    victim.say(presenceFor(7, 1, {}));
    await until(() => seenBy(end, 7) !== undefined, 'Mona to be seen');
    end.say(change(craft({ structs: [{ client: 7, clock: 0, of: [gc(1000)] }] })));
    await until(() => end.denials.length === 1, 'a denial');
    victim.say(change(craft({ structs: [{ client: 7, clock: 0, of: [words('Hei', {})] }] })));
    await until(() => end.updates.length === 1, 'what Mona writes');
    expect(end.text).toBe('Hei');
  });

  test('ends for everybody at once when the line does, and begins again with the clock that it had', async () => {
    const house = await openSyncHouse();
    const onlooker = await enter(house, per);
    for (let round = 1; round <= 3; round++) {
      const end = await enter(house, kari, 'story', door);
      end.say(presenceFor(7, 4, { cursor: 1 }));
      const newcomer = await enter(house, mona);
      await until(async () => seenBy(await newcomer.sync(), 7) !== undefined, 'Kari to be seen');
      end.leave();
      await until(() => seenBy(newcomer, 7) === undefined && seenBy(onlooker, 7) === undefined, 'Kari to be gone');
      newcomer.leave();
    }
  });

  test('is not too large, not too many, and never harms a line', async () => {
    const house = await openSyncHouse();
    const [onlooker, end] = [await enter(house, per), await enter(house, kari, 'story', door)];
    end.say(presenceFor(1, 1, { cursor: 'x'.repeat(PRESENCE_BYTES) }));
    for (let client = 2; client < 20; client++) end.say(presenceFor(client, 1, { cursor: 'x'.repeat(1000) }));
    await hasHeard(onlooker, end);
    expect([...onlooker.presence.getStates().keys()]).toEqual([2, 3, 4, 5].slice(0, PRESENCE_IDS));
    expect(end.ended).toBeNull();
  });

  test('of five megabytes ends the connection of whoever says it, and nobody else’s', async () => {
    const house = await openSyncHouse();
    const [onlooker, end] = [await enter(house, per), await enter(house, kari, 'story', door)];
    end.say(presenceFor(7, 1, { cursor: 'x'.repeat(5_000_000) }));
    expect((await ending(end))?.code).toBe(4413);
    expect((await onlooker.sync()).presence.getStates().size).toBe(0);
    expect(onlooker.ended).toBeNull();
  });

  test('is told to everybody only so often; what stock clients pass on of others costs them little', async () => {
    const house = await openSyncHouse();
    const [onlooker, busy] = [await enter(house, per), await enter(house, mona, 'story', door)];
    const flooder = await enter(house, kari, 'story', door);
    busy.say(presenceFor(8, 1, { cursor: 1 }));
    await until(() => seenBy(flooder, 8) !== undefined, 'Mona to be seen');
    for (let at = 1; at <= 6000; at++) {
      flooder.say(presenceFor(7, at, { cursor: at }));
      busy.say(presenceFor(7, at, { cursor: at }));
    }
    expect((await ending(flooder))?.code).toBe(4429);
    expect((await busy.sync()).ended).toBeNull();
    await until(() => seenBy(onlooker, 7) === undefined, 'the flooder to be gone');
  });

  test('is told to newcomers, and to whoever asks', async () => {
    const house = await openSyncHouse();
    const interpreter = await enter(house, ivar);
    interpreter.say(presenceFor(7, 1, { cursor: null }));
    await interpreter.sync();
    const end = await enter(house, kari, 'story', door);
    expect(seenBy(end, 7)).toEqual({
      cursor: null,
      user: { participant: ivar.id, name: 'Ivar', role: 'interpreter', colour: ivar.colour },
    });
    const before = end.order.filter((kind) => kind === 'presence').length;
    end.say(QUERY_PRESENCE);
    await until(() => end.order.filter((kind) => kind === 'presence').length > before, 'an answer');
  });
});

test('a participant’s newer line takes over from the older one, and does not go when that does', async () => {
  const house = await openSyncHouse();
  const onlooker = await enter(house, per);
  const [older, newer] = [await socketEnd(house, kari).sync(), await socketEnd(house, kari).sync()];
  older.say(presenceFor(7, 1, { cursor: 1 }));
  await until(() => seenBy(onlooker, 7) !== undefined, 'Kari to be seen');
  newer.say(presenceFor(7, 2, { cursor: 2 }));
  await until(() => seenBy(onlooker, 7)?.['cursor'] === 2, 'Kari to have moved');
  older.leave();
  await until(() => older.ended !== null, 'the older line to be gone');
  await hasHeard(onlooker, newer);
  expect(seenBy(onlooker, 7)).toMatchObject({ cursor: 2 });
});

test('a client id that was only shown goes when the room does: whoever takes it is told apart, and its owner is told', async () => {
  const house = await openSyncHouse();
  const owner = await enter(house, mona);
  owner.say(presenceFor(7, 1, {}));
  await owner.sync();
  owner.leave();
  await until(() => house.rooms.count() === 0, 'the room to be gone');
  const [thief, onlooker] = [await enter(house, kari), await enter(house, per)];
  thief.say(change(craft({ structs: [{ client: 7, clock: 0, of: [gc(1000)] }] })));
  await until(() => onlooker.updates.length === 1, 'what Kari writes');

  const back = await enter(house, mona);
  back.say(change(craft({ structs: [{ client: 7, clock: 0, of: [words('Hei', {})] }] })));
  back.say(change(craft({ structs: [{ client: 7, clock: 1000, of: [words('Hei', {})] }] })));
  await until(() => back.denials.length > 0, 'Mona to be told');
  expect(back.denials[0]).toMatch(/client id/);
  back.say(change(craft({ structs: [{ client: 9, clock: 0, of: [words('Hei', {})] }] })));
  await until(() => onlooker.text === 'Hei', 'what Mona writes under another');
  expect((await house.log.load(STORY)).map(({ participant }) => participant)).toEqual([kari.id, mona.id]);
});

test('whose a client id is outlives compaction and a restart', async () => {
  const log = createMemoryLog();
  const before = await openSyncHouse({ log, updatesBeforeBase: 5 });
  const writer = await enter(before, mona);
  for (let at = 0; at < 8; at++)
    writer.say(
      change(craft({ structs: [{ client: 7, clock: at, of: [words('x', at ? { origin: [7, at - 1] } : {})] }] })),
    );
  await until(async () => (await log.load(STORY)).some(({ owners }) => owners !== undefined), 'a base');
  await before.rooms.close();

  const house = await openSyncHouse({ log });
  const [thief, back] = [await enter(house, kari), await enter(house, mona)];
  const more = change(craft({ structs: [{ client: 7, clock: 8, of: [words('!', { origin: [7, 7] })] }] }));
  thief.say(more);
  await until(() => thief.denials.length === 1, 'a denial');
  back.say(more);
  await until(() => thief.text === 'xxxxxxxx!', 'what Mona goes on with');
});
