import { describe, expect, test } from 'vitest';
import { PLAN_SCHEMA } from '#shared/plan/schema.ts';
import { openChannel, scripted } from './support/scriptedLine.ts';

/** A line on a network where two WebSockets in a row came to nothing. */
async function blocked(end: (made: ReturnType<typeof scripted>) => void) {
  const made = scripted();
  made.allowPolling();
  for (const wait of [500, 1500]) {
    // The provider takes a new channel whenever one was lost.
    await openChannel(made.line, 'needs');
    end(made);
    await openChannel(made.line, 'needs');
    made.world.pass(wait);
  }
  return made;
}

const refused = ({ last }: ReturnType<typeof scripted>) => last().end(1006);

/** It polls, and the WebSocket that it tries meanwhile comes to nothing. */
async function polled() {
  const made = await blocked(refused);
  made.polling[0]?.accept();
  made.last().end(1006);
  return made;
}

describe('the line', () => {
  test.each<[string, (made: ReturnType<typeof scripted>) => void]>([
    ['is refused', refused],
    ['does not open within four seconds', ({ world }) => world.pass(4000)],
    [
      'opens, and lets nothing through',
      ({ world, last }) => {
        last().onopen?.({});
        world.pass(5000);
      },
    ],
  ])('polls when a WebSocket %s twice in a row', async (_name, end) => {
    const { sockets, polling } = await blocked(end);
    expect([sockets.length, polling.length]).toEqual([2, 1]);
  });

  test('does not poll after one failure, or when the server was heard between them, or has said why', async () => {
    const { line, world, last, sockets, polling, allowPolling } = scripted(0);
    allowPolling();
    for (const end of [() => last().end(1006), () => (last().accept(), last().end(1006)), () => last().end(1013)]) {
      await openChannel(line, 'needs');
      world.pass(0);
      end();
      world.pass(0);
    }
    last().end(1006);
    world.pass(0);
    expect([sockets.length, polling.length]).toEqual([5, 0]);
  });

  test('does not poll where there is no such thing', async () => {
    const { line, world, last, sockets } = scripted(0);
    await openChannel(line, 'needs');
    for (let attempt = 0; attempt < 5; attempt++) {
      last().end(1006);
      world.pass(0);
    }
    expect(sockets).toHaveLength(6);
  });

  test('goes by turns when polling leads nowhere either: perhaps the server is down', async () => {
    const { world, last, sockets, polling } = await blocked(refused);
    polling[0]?.end(1006);
    world.pass(4_500);
    expect([sockets.length, polling.length]).toEqual([3, 1]);
    last().end(1006);
    world.pass(5_000);
    expect([sockets.length, polling.length]).toEqual([3, 2]);
  });

  test('says to the server how the page knows the plan', async () => {
    const { line, world } = scripted();
    const asked: string[] = [];
    const open = world.openSocket.bind(world);
    world.openSocket = (url) => (asked.push(url), open(url));
    await openChannel(line, 'needs');
    expect(asked).toEqual([`ws://house/line/meeting?schema=${PLAN_SCHEMA}`]);
  });
});

describe('a line that polls', () => {
  test('tries a WebSocket at once, and then every two minutes', async () => {
    const { world, sockets, polling } = await polled();
    expect(sockets).toHaveLength(3);
    for (let beats = 0; beats < 23; beats++) {
      world.pass(5_000);
      polling[0]?.beat();
    }
    expect(sockets).toHaveLength(3);
    world.pass(5_000);
    expect(sockets).toHaveLength(4);
    expect(polling[0]?.isClosed).toBe(false);
  });

  test('tries one when the device wakes up', async () => {
    const { line, sockets } = await polled();
    line.wake();
    expect(sockets).toHaveLength(4);
  });

  test('keeps polling when a WebSocket opens that lets nothing through', async () => {
    const { line, world, last, polling } = await polled();
    line.wake();
    last().onopen?.({});
    polling[0]?.beat();
    world.pass(4_000);
    expect([last().isClosed, polling[0]?.isClosed]).toEqual([true, false]);
  });

  test('changes over when one gets through, and tries no more', async () => {
    const { line, world, last, sockets, polling } = await polled();
    line.wake();
    last().accept();
    expect([sockets[3]?.isClosed, polling[0]?.isClosed]).toEqual([true, true]);
    await openChannel(line, 'needs');
    expect([sockets.length, polling.length]).toEqual([5, 1]);
    last().accept();
    line.wake();
    world.pass(1_000);
    expect(sockets).toHaveLength(5);
  });

  test('changes over at once also before polling has brought anything: the network was away, and is back', async () => {
    const { line, last, sockets, polling } = await blocked(refused);
    polling[0]?.onopen?.({});
    last().accept();
    await openChannel(line, 'needs');
    expect([sockets.length, polling.length]).toEqual([4, 1]);
    last().accept();
    expect(line.offline).toBe(false);
  });

  test('tries nothing any more when it is closed', async () => {
    const { line, world, sockets } = await polled();
    line.close();
    world.pass(600_000);
    expect(sockets).toHaveLength(3);
  });
});
