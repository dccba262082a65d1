import { describe, expect, onTestFinished, test } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import * as encoding from 'lib0/encoding';
import { writeSyncStep1 } from 'y-protocols/sync';
import { closePayload, countPayload, wordsPayload } from '#shared/line.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { Channel, channelOn } from '#lib/state/channel.ts';
import { Line } from '#lib/state/line.ts';
import { runHouse } from './support/house.ts';
import { ManualWorld, socketsWith } from './support/manualWorld.ts';
import { pen } from './support/pen.ts';
import { openChannel, PRESENCE, scripted, STEP_2, UPDATE } from './support/scriptedLine.ts';
import { seated } from './support/seat.ts';
import { until } from './support/until.ts';

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
    await until(() => textRoot(per.doc).toJSON().startsWith('Trenger hjelp'), 'Per to see it');
    await until(() => stored.at(-1) === true, 'the word that it is stored');
    textRoot(per.doc).insert(0, 'Fastlegen: ');
    await until(() => textRoot(doc).toJSON().startsWith('Fastlegen: Trenger'), 'Kari to see it');
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
