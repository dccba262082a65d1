import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MESSAGE_BYTES, POINTS, COST } from '#server/sync/limits.ts';
import { bytesOf, craft, words } from './support/craft.ts';
import { MEETING, openSyncHouse, PEOPLE, STORY } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { SCENES } from './support/scenes.ts';
import {
  answerWith,
  askFor,
  change,
  ending,
  DOORS,
  DOOR_NAMES,
  enter,
  LineEnd,
  presenceFor,
} from './support/wireEnd.ts';
import { presenceOf, socketEnd, syncMessage } from './support/wireEnd.ts';

const { kari, mona, per } = PEOPLE;

const EMPTY = new Y.Doc();

describe.each(DOOR_NAMES)('through %s', (door) => {
  const truncated = answerWith(SCENES.text.kari).subarray(0, 9);
  test.each<[string, Uint8Array, number]>([
    ['no message at all', new Uint8Array(), 4400],
    ['a type that nobody knows', Uint8Array.of(9, 1, 0), 4400],
    ['a step that nobody knows', syncMessage(3, SCENES.text.kari), 4400],
    ['a denial, which only the server says', Uint8Array.of(2, 0, 0), 4400],
    ['a message cut short', truncated, 4400],
    ['a length that never comes', Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), 4400],
    ['a state vector that is none', syncMessage(0, Uint8Array.of(5, 1)), 4400],
    ['two messages in one frame', bytesOf(askFor(EMPTY), change(SCENES.text.kari)), 4400],
    ['presence that is none', presenceOf(Uint8Array.of(1, 7)), 4400],
    ['presence that is no JSON', bytesOf(Uint8Array.of(1, 7, 1, 7, 1, 3), Buffer.from('{,}'), Uint8Array.of(0)), 4400],
    ['a message that is too large', change(new Uint8Array(MESSAGE_BYTES)), 4413],
  ])('who sends %s is sent away, and the others notice nothing', async (_name, message, code) => {
    const house = await openSyncHouse();
    const [onlooker, end] = [await enter(house, per), await enter(house, kari, 'story', door)];
    end.say(message);
    expect((await ending(end))?.code).toBe(code);
    expect((await onlooker.sync()).ended).toBeNull();
    expect(onlooker.updates).toEqual([]);
    expect(await house.log.load({ meeting: MEETING, section: 'story' })).toEqual([]);
    expect(house.reported).toEqual([]);
  });

  test('the largest message that is allowed is taken', async () => {
    const house = await openSyncHouse();
    const end = await enter(house, kari, 'story', door);
    const overhead =
      change(craft({ structs: [{ client: 7, clock: 0, of: [words('x'.repeat(70_000), {})] }] })).length - 70_000;
    const text = 'x'.repeat(MESSAGE_BYTES - overhead);
    const message = change(craft({ structs: [{ client: 7, clock: 0, of: [words(text, {})] }] }));
    expect(message.length).toBe(MESSAGE_BYTES);
    end.say(message);
    await until(async () => (await end.sync()).text === text, 'it to be stored');
  });

  test('who floods is sent away, and whoever types fast is not', async () => {
    const house = await openSyncHouse();
    const [typist, flooder] = [await enter(house, kari, 'story', door), await enter(house, mona, 'story', door)];
    for (let at = 0; at < 1000; at++) {
      const place = at === 0 ? {} : { origin: [7, at - 1] as const };
      typist.say(change(craft({ structs: [{ client: 7, clock: at, of: [words('x', place)] }] })));
      typist.say(presenceFor(7, at + 1, { cursor: at }));
    }
    await until(async () => (await typist.sync()).text.length === 1000, 'a thousand letters');
    // Twice what is allowed at once, each of them a change that changes nothing.
    for (let sent = 0; sent < (2 * POINTS.burst) / (COST.frame + COST.update); sent++) flooder.say(change(craft({})));
    expect((await ending(flooder))?.code).toBe(4429);
    expect((await typist.sync()).ended).toBeNull();
  });

  test('who is cut is gone at once, and what they still send is not looked at', async () => {
    const house = await openSyncHouse();
    const [onlooker, end, colleague] = [await enter(house, per), DOORS[door](house, kari), await enter(house, mona)];
    await end.sync();
    end.say(presenceFor(7, 1, { cursor: 1 }));
    await until(() => onlooker.presence.getStates().has(7), 'Kari to be seen');
    house.rooms.cut(kari.id, 'forbidden');
    end.say(change(craft({ structs: [{ client: 7, clock: 0, of: [words('x', {})] }] })));
    expect((await ending(end))?.code).toBe(4403);
    await until(() => !onlooker.presence.getStates().has(7), 'Kari to be seen no more');
    expect((await onlooker.sync()).updates).toEqual([]);
    expect(await house.log.load({ meeting: MEETING, section: 'story' })).toEqual([]);
    expect((await colleague.sync()).ended).toBeNull();
  });

  test('who gives no sign of life is let go, and whoever does is not', async () => {
    const house = await openSyncHouse();
    const [other, alive] = [await enter(house, kari, 'story', door), await enter(house, mona, 'story', door)];
    const muted = await socketEnd(house, per, { autoPong: false }).sync();
    for (let beats = 0; beats < 4; beats++) {
      house.beat();
      await Promise.all([other.sync(), alive.sync()]);
      const words = alive.order.filter((kind) => kind === 'presence' || kind === 'beat').length;
      await until(() => words >= beats, 'a word in between, for stock clients that want to hear one');
    }
    expect((await ending(muted))?.code).toBe(1006);
    expect([other.ended, alive.ended]).toEqual([null, null]);
  });
});

describe('on the wire', () => {
  test('a frame of text ends it', async () => {
    const house = await openSyncHouse();
    const own = socketEnd(house, kari);
    await own.sync();
    // A question for presence, if it were not text.
    own.socket.send('\u0003');
    expect((await ending(own))?.code).toBe(4400);
    const line = new LineEnd(house, kari);
    await line.open().sync();
    line.socket.send('\u0000\u0000\u0009needs');
    expect((await ending(line))?.code).toBe(4400);
  });

  test('who does not read what is sent to them is sent away', async () => {
    const house = await openSyncHouse();
    const writer = await enter(house, kari);
    for (const client of [1, 2, 3, 4]) {
      writer.say(change(craft({ structs: [{ client, clock: 0, of: [words('x'.repeat(240_000), {})] }] })));
    }
    await until(async () => (await writer.sync()).text.length === 960_000, 'a long text');
    const slow = socketEnd(house, mona);
    await slow.sync();
    slow.socket.pause();
    for (let asked = 0; asked < 60; asked++) slow.say(askFor(EMPTY));
    await (await enter(house, per)).sync();
    slow.socket.resume();
    expect((await ending(slow))?.code).toBe(4408);
    expect((await writer.sync()).ended).toBeNull();
  });

  test('one participant has only so many sockets', async () => {
    const house = await openSyncHouse();
    const release = Array.from({ length: 256 }, () =>
      house.rooms.hold(kari.id, 0, { close: () => undefined, change: () => undefined }),
    );
    expect((await ending(socketEnd(house, kari)))?.code).toBe(4429);
    expect((await enter(house, mona)).ended).toBeNull();
    release[0]?.();
    for (let visit = 0; visit < 3; visit++) {
      const end = await enter(house, kari);
      expect(end.ended).toBeNull();
      end.leave();
      await ending(end);
    }
  });

  test('who sends more bytes than anybody has to say is sent away', async () => {
    const house = await openSyncHouse();
    const end = await enter(house, kari);
    // Too much presence, which is passed over: a hundred of them are twice what is allowed at once.
    for (let sent = 0; sent < 130; sent++) end.say(presenceFor(7, sent, 'x'.repeat(255_000)));
    expect((await ending(end))?.code).toBe(4429);
  });

  test('new updates are turned away while too much waits to be stored', async () => {
    const house = await openSyncHouse();
    const end = await enter(house, kari);
    house.rooms.isFull = () => true;
    end.say(change(craft({ structs: [{ client: 7, clock: 0, of: [words('x', {})] }] })));
    expect((await ending(end))?.code).toBe(1013);
    expect(await house.log.load(STORY)).toEqual([]);
  });

  test('everyone is sent away when the doors close, and nothing goes on ticking', async () => {
    const house = await openSyncHouse();
    const [own, line] = [await enter(house, kari), new LineEnd(house, mona)];
    await line.open().sync();
    expect(house.isBeating()).toBe(true);
    await house.doors.close();
    expect([(await ending(own))?.code, (await ending(line))?.code]).toEqual([1013, 1013]);
    expect(house.isBeating()).toBe(false);
    await until(() => house.rooms.count() === 0, 'all to have left memory');
  });
});
