import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { CHANNELS } from '#server/sync/limits.ts';
import { craft, words } from './support/craft.ts';
import { createHeldLog, openSyncHouse, PEOPLE, type SyncHouse } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { answerWith, askFor, change, ending, enter, LineEnd, type WireEnd } from './support/wireEnd.ts';

const { kari, mona, ivar } = PEOPLE;

const letter = (clock: number, text = 'x', client = 7) =>
  change(
    craft({ structs: [{ client, clock, of: [words(text, clock === 0 ? {} : { origin: [client, clock - 1] })] }] }),
  );

const nothing = craft({});
const acksOf = (end: WireEnd) => end.order.filter((kind) => kind.startsWith('ack') || kind === 'refused');

async function lineOf(who = kari, house?: SyncHouse) {
  const at = house ?? (await openSyncHouse());
  return { house: at, line: new LineEnd(at, who) };
}

describe('a line', () => {
  test('carries every part of the plan at once, each apart from the others', async () => {
    const { house, line } = await lineOf(PEOPLE.jonas);
    const ends = SECTION_KEYS.map((key) => line.open(key));
    await Promise.all(ends.map((end) => end.sync()));
    expect(ends.map(({ asked, answers }) => [asked, answers])).toEqual(ends.map(() => [1, 1]));
    ends[SECTION_KEYS.indexOf('story')]?.say(letter(0));
    ends[SECTION_KEYS.indexOf('needs')]?.say(letter(0, 'y'));
    const [story, needs] = [await enter(house, mona, 'story'), await enter(house, mona, 'needs')];
    await until(async () => (await story.sync()).text === 'x' && (await needs.sync()).text === 'y', 'both texts');
    expect(house.rooms.count()).toBe(SECTION_KEYS.length);
    line.socket.close();
    story.leave();
    needs.leave();
    await until(() => house.rooms.count() === 0, 'all to have left memory');
  });

  test('says nothing on a channel before it is opened, and nothing after it is closed', async () => {
    const { house, line } = await lineOf();
    const [first, second] = [await line.open('story').sync(), await line.open('needs').sync()];
    const before = first.order.length;
    first.leave();
    await second.sync();
    const writer = await enter(house, mona);
    writer.say(letter(0));
    await until(async () => (await writer.sync()).text === 'x', 'it to be stored');
    await second.sync();
    expect(first.order).toHaveLength(before);
    expect(line.strays).toEqual([]);
    expect([first.ended, second.ended, line.ended]).toEqual([null, null, null]);
  });

  test('loses a channel, and nothing else, when its rules are broken on that channel', async () => {
    const { line } = await lineOf();
    const [good, bad] = [await line.open('story').sync(), await line.open('needs').sync()];
    bad.say(Uint8Array.of(9));
    expect((await ending(bad))?.code).toBe(4400);
    bad.say(letter(0));
    const unknown = line.open('notes');
    expect((await ending(unknown))?.code).toBe(4404);
    unknown.say(letter(0));
    const again = await line.open('needs').sync();
    expect(again.text).toBe('');
    expect([(await good.sync()).ended, line.ended]).toEqual([null, null]);
  });

  test.each<[string, (line: LineEnd) => void]>([
    ['a channel that is open is opened again', (line) => line.open('needs', 1)],
    [
      'the number of a closed channel is used again',
      (line) => {
        line.say('close', 1);
        line.open('story', 1);
      },
    ],
    ['something is said on a channel that was never opened', (line) => line.say('data', 5, askFor(new Y.Doc()))],
    ['a channel is closed that was never opened', (line) => line.say('close', 5)],
    ['the server’s own words are used', (line) => line.say('ack', 1, Uint8Array.of(0, 0, 0, 9))],
    ['a refusal is sent to the server', (line) => line.say('refused', 1)],
    ['a frame is none', (line) => line.socket.send(Uint8Array.of(0, 0, 1, 0, 0, 0))],
    ['a frame is of no known kind', (line) => line.socket.send(Uint8Array.of(9, 0, 1, 0, 0, 0, 2))],
    ['a section is not named in UTF-8', (line) => line.say('open', 9, Uint8Array.of(0xff))],
    [
      'there are too many channels',
      (line) => Array.from({ length: CHANNELS }, (_, at) => line.open('story', 100 + at)),
    ],
  ])('is lost when %s', async (_name, breaking) => {
    const { house, line } = await lineOf();
    const onlooker = await enter(house, mona);
    await line.open('story', 1).sync();
    breaking(line);
    expect((await ending(line))?.code).toBe(4400);
    expect((await onlooker.sync()).ended).toBeNull();
  });

  test('has room for as many channels as are allowed', async () => {
    const { line } = await lineOf();
    const ends = Array.from({ length: CHANNELS }, () => line.open('story'));
    await Promise.all(ends.map((end) => end.sync()));
    expect(line.ended).toBeNull();
  });

  test('is cut with all its channels', async () => {
    const { house, line } = await lineOf();
    const [first, second] = [await line.open('story').sync(), await line.open('needs').sync()];
    house.rooms.cut(kari.id, 'forbidden');
    // This reaches a line that is closed already.
    line.open('goals');
    expect((await ending(line))?.code).toBe(4403);
    expect(house.noted.map(({ section }) => section)).toEqual(['story', 'needs']);
    expect([first.ended?.code, second.ended?.code]).toEqual([4403, 4403]);
    expect(house.rooms.count()).toBe(0);
  });
});

describe('an author on a line learns', () => {
  test('what is stored, as a count that only grows when all before it is stored', async () => {
    const log = createHeldLog();
    const { line } = await lineOf(kari, await openSyncHouse({ log }));
    const end = await line.open().sync();
    log.hold();
    end.say(answerWith(nothing));
    await until(() => end.acknowledged === 1, 'the handshake to be done with');
    end.say(letter(0));
    end.say(change(nothing));
    end.say(letter(1));
    end.say(change(nothing));
    await until(() => log.waiting === 1, 'the commit');
    await end.sync();
    expect(end.acknowledged, 'nothing of it is stored').toBe(1);
    log.letGo();
    await until(() => end.acknowledged === 5, 'all to be stored');
  });

  test('what was refused, before the count that covers it', async () => {
    const { house, line } = await lineOf(ivar);
    const end = await line.open().sync();
    end.say(answerWith(nothing));
    end.say(letter(0));
    end.say(change(nothing));
    await until(() => end.acknowledged === 3, 'all to be done with');
    expect(end.order.slice(-5)).toEqual(['ack 1', 'refused', 'denied', 'ack 2', 'ack 3']);
    expect(end.refusals).toEqual([{ code: 'forbidden', detail: 'You may read this part, but not write in it.' }]);
    expect(end.denials).toEqual([end.refusals[0]?.detail]);
    expect(house.noted.at(-1)).toMatchObject({ what: 'refused', code: 'forbidden' });
  });

  test('that a refusal does not overtake what waits to be stored', async () => {
    const log = createHeldLog();
    const { line } = await lineOf(kari, await openSyncHouse({ log }));
    const end = await line.open().sync();
    log.hold();
    end.say(letter(0));
    end.say(letter(5));
    await until(() => end.refusals.length === 1, 'the refusal');
    await end.sync();
    expect(end.acknowledged).toBe(0);
    log.letGo();
    await until(() => end.acknowledged === 2, 'both to be done with');
    expect(acksOf(end)).toEqual(['refused', 'ack 2']);
  });

  test('nothing of what somebody else wrote, or said without writing', async () => {
    const { house, line } = await lineOf();
    const [end, other] = [await line.open().sync(), await enter(house, mona, 'story', 'a channel of the line')];
    other.say(letter(0));
    await until(() => other.acknowledged === 1 && end.updates.length === 1, 'what the other wrote');
    await end.sync();
    expect(acksOf(end)).toEqual([]);
  });

  test('that what was said twice is only done with when it is stored', async () => {
    const log = createHeldLog();
    const house = await openSyncHouse({ log });
    const [first, second] = [
      await new LineEnd(house, kari).open().sync(),
      await new LineEnd(house, kari).open().sync(),
    ];
    log.hold();
    first.say(letter(0));
    await until(() => log.waiting === 1, 'the commit');
    // The line was lost and has come back: the same again, while the first is not stored yet.
    second.say(answerWith(craft({ structs: [{ client: 7, clock: 0, of: [words('x', {})] }] })));
    await second.sync();
    expect([first.acknowledged, second.acknowledged]).toEqual([0, 0]);
    log.letGo();
    await until(() => first.acknowledged === 1 && second.acknowledged === 1, 'both to be done with');
  });

  test('nothing, but the access log does: once that they wrote, and each refusal', async () => {
    const { house, line } = await lineOf(kari);
    const end = await line.open().sync();
    for (const message of [answerWith(nothing), letter(0), letter(1), letter(9)]) end.say(message);
    await until(() => end.acknowledged === 4, 'all to be done with');
    const again = await line.open().sync();
    again.say(letter(2));
    await until(() => again.acknowledged === 1, 'it to be stored');
    expect(house.noted.map(({ what }) => what)).toEqual(['join', 'first write', 'refused', 'join']);
  });
});
