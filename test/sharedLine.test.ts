import { describe, expect, test } from 'vitest';
import { wordsPayload } from '#shared/line.ts';
import { openChannel, scripted, UPDATE } from './support/scriptedLine.ts';

const BEFORE_OFFLINE_MS = 2000;
const BEFORE_GIVING_UP_MS = 4000;

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
    last().accept();
    const heard: string[] = [];
    needs.channel.onmessage = ({ data }) => void heard.push(`needs ${new Uint8Array(data).join()}`);
    services.channel.onmessage = ({ data }) => void heard.push(`services ${new Uint8Array(data).join()}`);
    last().say('data', last().channelOf('services'), UPDATE);
    expect(heard).toEqual([`services ${UPDATE.join()}`]);
  });

  test('comes back by itself while a channel is wanted, after waits that grow and are random', async () => {
    const { line, world, last, sockets } = scripted(0.3);
    await openChannel(line, 'needs');
    for (let attempt = 1; attempt <= 6; attempt++) {
      last().end(1006);
      world.pass(3_000);
      expect(sockets).toHaveLength(attempt + 1);
    }
    const waits = world.waits.filter((ms) => ms !== BEFORE_OFFLINE_MS && ms !== BEFORE_GIVING_UP_MS);
    expect(waits).toEqual([300, 900, 2700, 3000, 3000, 3000]);
  });

  test('two that were lost at the same moment do not come back at the same moment', async () => {
    const [early, late] = [scripted(0.1), scripted(0.9)];
    for (const { line, last } of [early, late]) {
      await openChannel(line, 'needs');
      last().end(1013);
    }
    early.world.pass(1000);
    late.world.pass(1000);
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

  test.each([1006, 1011, 1013, 4400, 4408, 4429])('goes on after %i, which passes', async (code) => {
    const { line, world, last, sockets } = scripted();
    await openChannel(line, 'needs');
    last().accept();
    last().end(code);
    await openChannel(line, 'needs');
    world.pass([1013, 4429].includes(code) ? 4_500 : 500);
    expect(line.ended).toBeNull();
    expect(sockets).toHaveLength(2);
  });

  test('is given up when nothing is heard any more', async () => {
    const { line, world, last } = scripted();
    const { told } = await openChannel(line, 'needs');
    last().accept();
    world.pass(24_999);
    expect(told.closed).toEqual([]);
    world.pass(1);
    expect(told.closed).toEqual([1006]);
    expect(last().isClosed).toBe(true);
  });

  test('is not given up while there are signs of life, and no channel is', async () => {
    const { line, world, last } = scripted();
    const { channel, told } = await openChannel(line, 'needs');
    const heard: number[] = [];
    last().accept();
    channel.onmessage = ({ data }) => void heard.push(new Uint8Array(data)[0] ?? -1);
    for (let beats = 0; beats < 6; beats++) {
      world.pass(10_000);
      last().beat();
    }
    expect(told.closed).toEqual([]);
    expect(heard, 'presence of nobody, which keeps the provider at ease').toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('is tried when the device wakes up, and given up when there is no answer', async () => {
    const { line, world, last } = scripted();
    const { told } = await openChannel(line, 'needs');
    last().accept();
    line.wake();
    expect(last().frames.at(-1)?.kind).toBe('beat');
    last().beat();
    world.pass(5_000);
    expect(told.closed).toEqual([]);
    line.wake();
    world.pass(5_000);
    expect(told.closed).toEqual([1006]);
  });

  test('does not mind frames that are for nobody', async () => {
    const { line, last } = scripted();
    const { told } = await openChannel(line, 'needs');
    last().accept();
    last().say('data', 4711, UPDATE);
    last().say('refused', last().channelOf('needs'), wordsPayload('no json'));
    expect(told.refused).toEqual(['internal']);
    expect(told.closed).toEqual([]);
  });
});
