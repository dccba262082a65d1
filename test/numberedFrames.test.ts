import { describe, expect, test } from 'vitest';
import { Arrivals, countPayload, decodeFrame, encodeFrame, wordsPayload } from '#shared/line.ts';
import { craft, words } from './support/craft.ts';
import { openChannel, scripted, STEP_2, UPDATE } from './support/scriptedLine.ts';
import { openSyncHouse, PEOPLE } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { answerWith, change, ending, enter, LineEnd } from './support/wireEnd.ts';

const { kari, mona } = PEOPLE;
const nothing = craft({});
const letter = (text: string) => change(craft({ structs: [{ client: 7, clock: 0, of: [words(text, {})] }] }));

describe('a number', () => {
  test('travels with its frame', () => {
    const frame = { kind: 'data', channel: 513, number: 0x01020304, payload: Uint8Array.of(9, 8) } as const;
    expect(encodeFrame(frame)).toEqual(Uint8Array.of(1, 2, 1, 1, 2, 3, 4, 9, 8));
    expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
  });

  test('says whether the frame follows on, has come before, or comes too soon', () => {
    const arrivals = new Arrivals();
    expect([0, 1, 1, 0, 3, 2].map((number) => arrivals.take(number))).toEqual([
      ...['next', 'next', 'again', 'again', 'gap', 'next'],
    ]);
  });
});

describe('the server', () => {
  test('passes over a frame that comes twice: nothing is done or counted again', async () => {
    const house = await openSyncHouse();
    const line = new LineEnd(house, kari);
    const end = await line.open('story', 1).sync();
    end.say(answerWith(nothing));
    end.say(letter('x'));
    const last = line.number - 1;
    line.say('data', 1, letter('y'), last);
    line.say('open', 1, wordsPayload('story'), 0);
    await until(() => end.acknowledged === 2, 'both to be done with');
    await end.sync();
    expect([end.acknowledged, end.text, end.refusals, line.ended]).toEqual([2, 'x', [], null]);
  });

  test('ends a line that lost a frame, and does nothing of what follows', async () => {
    const house = await openSyncHouse();
    const line = new LineEnd(house, kari);
    const end = await line.open('story', 1).sync();
    line.number += 1;
    end.say(letter('x'));
    expect((await ending(line))?.code).toBe(4400);
    expect((await enter(house, mona)).text).toBe('');
    expect(house.noted.map(({ what }) => what)).toEqual(['join', 'join']);
  });

  test('numbers all that it says, and says with each beat how much it has had', async () => {
    const house = await openSyncHouse();
    const line = new LineEnd(house, kari);
    await Promise.all([line.open('story').sync(), line.open('needs').sync()]);
    house.beat();
    await until(() => line.had === 4, 'the beat');
    line.say('beat', 0);
    await until(() => line.had === 5, 'the answer to ours');
    expect([line.outOfOrder, line.strays]).toEqual([0, []]);
  });
});

describe('a window', () => {
  async function window() {
    const { line, world, last, sockets } = scripted();
    const { channel, told } = await openChannel(line, 'needs');
    const heard: string[] = [];
    last().accept();
    channel.onmessage = ({ data }) => void heard.push(new Uint8Array(data).join());
    const number = last().channelOf('needs');
    return { line, world, sockets, channel, told, heard, socket: last(), number };
  }

  test('numbers all that it says', async () => {
    const { channel, line, socket } = await window();
    channel.send(STEP_2);
    await openChannel(line, 'story');
    channel.send(UPDATE);
    channel.close();
    expect(socket.frames.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('passes over a frame that comes twice', async () => {
    const { socket, heard, told, number } = await window();
    socket.say('data', number, UPDATE);
    socket.say('data', number, UPDATE, 1);
    expect(heard).toEqual([UPDATE.join()]);
    expect(told.closed).toEqual([]);
  });

  test('takes a new line when a frame was lost, and believes nothing that follows', async () => {
    const { socket, channel, told, heard, number, world, sockets, line } = await window();
    channel.send(STEP_2);
    socket.lose();
    socket.say('ack', number, countPayload(1));
    expect([told.stored, told.closed, heard, socket.isClosed]).toEqual([[], [1006], [], true]);
    await openChannel(line, 'needs');
    world.pass(1_000);
    expect(sockets).toHaveLength(2);
  });

  test('takes a new line when what came is no frame', async () => {
    const { socket, told } = await window();
    socket.onmessage?.({ data: new Uint8Array([250]).buffer });
    expect(told.closed).toEqual([1006]);
  });

  test('takes a new line when its own last frame did not arrive, which a later beat tells', async () => {
    const { socket, channel, told, world } = await window();
    channel.send(STEP_2);
    world.pass(10_000);
    socket.beat(2);
    expect(told.closed, 'it may be on its way').toEqual([]);
    world.pass(5_000);
    socket.beat(2);
    expect(told.closed).toEqual([1006]);
  });

  test('keeps its line while what it said has not left the device, and when all has arrived', async () => {
    const { socket, channel, told, world } = await window();
    channel.send(STEP_2);
    socket.bufferedAmount = 9;
    for (let looks = 0; looks < 4; looks++) {
      world.pass(5_000);
      socket.beat(2);
    }
    socket.bufferedAmount = 0;
    world.pass(20_000);
    socket.beat(3);
    expect(told.closed).toEqual([]);
  });
});
