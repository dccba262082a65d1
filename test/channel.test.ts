import { describe, expect, onTestFinished, test } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import * as encoding from 'lib0/encoding';
import { writeSyncStep1 } from 'y-protocols/sync';
import { closePayload, countPayload, wordsPayload } from '#shared/line.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { Channel, channelOn, type ChannelNews } from '#lib/state/channel.ts';
import { Line } from '#lib/state/line.ts';
import { runHouse } from './support/house.ts';
import { ManualWorld, socketsWith } from './support/manualWorld.ts';
import { pen } from './support/pen.ts';
import { ScriptedSocket } from './support/scriptedSocket.ts';
import { seated } from './support/seat.ts';
import { until } from './support/until.ts';

const BEFORE_OFFLINE_MS = 2000;
const STEP_2 = new Uint8Array([0, 1, 2, 0, 0]);
const UPDATE = new Uint8Array([0, 2, 2, 0, 0]);
const PRESENCE = new Uint8Array([1, 1, 0]);

function scripted(chance = 0.5) {
  const sockets: ScriptedSocket[] = [];
  const world = new ManualWorld(() => {
    const socket = new ScriptedSocket();
    sockets.push(socket);
    return socket.asSocket;
  }, chance);
  const line = new Line('ws://house/line/meeting', world);
  return { world, line, sockets, last: () => sockets.at(-1) as ScriptedSocket };
}

/** A channel that is told of, on a line that has been taken. */
async function openChannel(line: Line, section: string, news: Partial<ChannelNews> = {}) {
  const told = { opened: 0, closed: [] as number[], stored: [] as boolean[], refused: [] as string[] };
  const channel = new Channel(line, section, {
    stored: (all) => void told.stored.push(all),
    refused: ({ code }) => void told.refused.push(code),
    ...news,
  });
  channel.onopen = () => (told.opened += 1);
  channel.onclose = ({ code }) => void told.closed.push(code);
  await Promise.resolve();
  return { channel, told };
}

describe('the line', () => {
  test('is one socket for all documents, opened when the first is wanted', async () => {
    const { line, sockets, last } = scripted();
    expect(sockets).toHaveLength(0);
    const needs = await openChannel(line, 'needs');
    const services = await openChannel(line, 'services');
    last().accept();
    expect(sockets).toHaveLength(1);
    expect([needs.told.opened, services.told.opened]).toEqual([1, 1]);
    expect(last().channelOf('needs')).not.toBe(last().channelOf('services'));
  });

  test('carries what is said on a channel to that channel alone', async () => {
    const { line, last } = scripted();
    const [needs, services] = [await openChannel(line, 'needs'), await openChannel(line, 'services')];
    const heard: string[] = [];
    needs.channel.onmessage = ({ data }) => void heard.push(`needs ${new Uint8Array(data).join()}`);
    services.channel.onmessage = ({ data }) => void heard.push(`services ${new Uint8Array(data).join()}`);
    last().accept();
    last().say('data', last().channelOf('services'), UPDATE);
    expect(heard).toEqual([`services ${UPDATE.join()}`]);
  });

  test('comes back by itself while a channel is wanted, after waits that grow and are random', async () => {
    const { line, world, last, sockets } = scripted(0.3);
    await openChannel(line, 'needs');
    for (let attempt = 1; attempt <= 6; attempt++) {
      last().end(1006);
      world.pass(10_000);
      expect(sockets).toHaveLength(attempt + 1);
    }
    const waits = world.waits.filter((ms) => ms !== BEFORE_OFFLINE_MS);
    expect(waits).toEqual([300, 600, 1200, 2400, 3000, 3000]);
  });

  test('two that were lost at the same moment do not come back at the same moment', async () => {
    const [early, late] = [scripted(0.1), scripted(0.9)];
    for (const { line, last } of [early, late]) {
      await openChannel(line, 'needs');
      last().end(1013);
    }
    early.world.pass(500);
    late.world.pass(500);
    expect([early.sockets.length, late.sockets.length]).toEqual([2, 1]);
  });

  test('does not come back when nothing is wanted any more', async () => {
    const { line, world, last, sockets } = scripted();
    const { channel } = await openChannel(line, 'needs');
    last().accept();
    channel.close();
    last().end(1006);
    world.pass(60_000);
    expect(sockets).toHaveLength(1);
  });

  test('comes back at once when the network does', async () => {
    const { line, last, sockets } = scripted();
    await openChannel(line, 'needs');
    last().accept();
    await openChannel(line, 'services');
    last().end(1006);
    await openChannel(line, 'needs');
    line.wake();
    expect(sockets).toHaveLength(2);
  });

  test('is offline only after a while without, and not any more when it is back', async () => {
    const { line, world, last } = scripted(0);
    await openChannel(line, 'needs');
    last().accept();
    last().end(1006);
    expect(line.offline).toBe(false);
    await openChannel(line, 'needs');
    world.pass(1999);
    expect(line.offline).toBe(false);
    world.pass(1);
    expect(line.offline).toBe(true);
    last().accept();
    expect(line.offline).toBe(false);
  });

  test('ends when the server says so, and all channels with it', async () => {
    const { line, world, last, sockets } = scripted();
    const { told } = await openChannel(line, 'needs');
    last().accept();
    last().end(4403, 'You are no longer in the meeting.');
    world.pass(60_000);
    expect(told.closed).toEqual([4403]);
    expect(sockets).toHaveLength(1);
    expect(line.ended).toEqual({ code: 4403, reason: 'You are no longer in the meeting.' });
    const later = await openChannel(line, 'services');
    expect(later.told.closed).toEqual([4403]);
  });

  test.each([1006, 1011, 1013, 4408, 4429])('goes on after %i, which passes', async (code) => {
    const { line, world, last, sockets } = scripted();
    await openChannel(line, 'needs');
    last().accept();
    last().end(code);
    await openChannel(line, 'needs');
    world.pass(10_000);
    expect(line.ended).toBeNull();
    expect(sockets).toHaveLength(2);
  });

  test('is given up when what ought to be answered is not', async () => {
    const { line, world, last } = scripted();
    const { channel, told } = await openChannel(line, 'needs');
    last().accept();
    channel.send(STEP_2);
    world.pass(19_999);
    expect(told.closed).toEqual([]);
    world.pass(1);
    expect(told.closed).toEqual([1006]);
    expect(last().isClosed).toBe(true);
  });

  test('is not given up when there is an answer, or none is due', async () => {
    const { line, world, last } = scripted();
    const { channel, told } = await openChannel(line, 'needs');
    last().accept();
    channel.send(STEP_2);
    last().say('ack', last().channelOf('needs'), countPayload(1));
    channel.send(PRESENCE);
    world.pass(60_000);
    expect(told.closed).toEqual([]);
  });

  test('does not mind frames that are none, or are for nobody', async () => {
    const { line, last } = scripted();
    const { told } = await openChannel(line, 'needs');
    last().accept();
    last().onmessage?.({ data: new Uint8Array([250]).buffer });
    last().say('data', 4711, UPDATE);
    last().say('refused', last().channelOf('needs'), wordsPayload('no json'));
    expect(told.refused).toEqual(['internal']);
    expect(told.closed).toEqual([]);
  });
});

describe('a channel', () => {
  test('knows when all that it sent is stored', async () => {
    const { line, last } = scripted();
    const { channel, told } = await openChannel(line, 'needs');
    last().accept();
    channel.send(STEP_2);
    channel.send(UPDATE);
    channel.send(PRESENCE);
    const number = last().channelOf('needs');
    last().say('ack', number, countPayload(1));
    last().say('ack', number, countPayload(2));
    expect(told.stored).toEqual([false, true]);
  });

  test('keeps an update back until the handshake has told of what came before it', async () => {
    const { line, last } = scripted();
    const { channel, told } = await openChannel(line, 'needs');
    last().accept();
    channel.send(UPDATE);
    expect(last().on('needs')).toEqual([]);
    last().say('ack', last().channelOf('needs'), countPayload(0));
    expect(told.stored, 'what is kept back is not stored').toEqual([false]);
    channel.send(STEP_2);
    channel.send(UPDATE);
    expect(last().on('needs')).toEqual([STEP_2, UPDATE]);
  });

  test('that the server closes is closed alone', async () => {
    const { line, last } = scripted();
    const [needs, services] = [await openChannel(line, 'needs'), await openChannel(line, 'services')];
    last().accept();
    last().say('close', last().channelOf('needs'), closePayload(4403, 'No.'));
    expect(needs.told.closed).toEqual([4403]);
    expect(needs.channel.readyState).toBe(Channel.CLOSED);
    expect(services.told.closed).toEqual([]);
    expect(last().isClosed).toBe(false);
  });

  test('tells of a refusal', async () => {
    const { line, last } = scripted();
    const { told } = await openChannel(line, 'needs');
    last().accept();
    const refusal = JSON.stringify({ code: 'forbidden', detail: 'You may read this part.' });
    last().say('refused', last().channelOf('needs'), wordsPayload(refusal));
    expect(told.refused).toEqual(['forbidden']);
  });

  test('carries a stock provider through the real door, both ways', async () => {
    const house = await runHouse();
    const { meeting, people } = await seated(house.url, ['Kari', 'Per']);
    const per = await pen(people.Per, meeting, 'needs');
    const line = new Line(
      `${house.url.replace('http', 'ws')}/line/${meeting}`,
      new ManualWorld(socketsWith(people.Kari.cookie)),
    );
    const doc = new Y.Doc();
    const stored: boolean[] = [];
    const polyfill = channelOn(line, 'needs', { stored: (all) => void stored.push(all), refused: () => undefined });
    const provider = new WebsocketProvider('line:', 'needs', doc, { WebSocketPolyfill: polyfill, disableBc: true });
    onTestFinished(() => {
      provider.destroy();
      doc.destroy();
      line.close();
    });
    await until(() => provider.synced, 'the needs to arrive');
    textRoot(doc).insert(0, 'Trenger hjelp om natten. ');
    await until(() => textRoot(per.doc).toString().startsWith('Trenger hjelp'), 'Per to see it');
    await until(() => stored.at(-1) === true, 'the word that it is stored');
    textRoot(per.doc).insert(0, 'Fastlegen: ');
    await until(() => textRoot(doc).toString().startsWith('Fastlegen: Trenger'), 'Kari to see it');
  });

  test('asks for what it lacks as soon as it opens', async () => {
    const { line, last } = scripted();
    const doc = new Y.Doc();
    const polyfill = channelOn(line, 'needs', { stored: () => undefined, refused: () => undefined });
    const provider = new WebsocketProvider('line:', 'needs', doc, { WebSocketPolyfill: polyfill, disableBc: true });
    onTestFinished(() => {
      provider.destroy();
      doc.destroy();
    });
    await Promise.resolve();
    last().accept();
    const step1 = encoding.createEncoder();
    encoding.writeVarUint(step1, 0);
    writeSyncStep1(step1, doc);
    expect(last().on('needs')[0]).toEqual(encoding.toUint8Array(step1));
  });
});
