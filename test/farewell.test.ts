import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FRAME_BYTES, GOODBYE_MS, STRANGER_BYTES } from '#server/sync/limits.ts';
import { cookieOf, MEETING, openSyncHouse, PEOPLE, type SyncHouse } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { DOOR_NAMES, ending, enter, LineEnd } from './support/wireEnd.ts';

const { kari, mona } = PEOPLE;

/** Somebody who speaks WebSocket by hand, and never answers a goodbye. */
async function rude(house: SyncHouse, cookie: string): Promise<{ socket: Socket; heard: () => Buffer }> {
  const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  const key = Buffer.alloc(16).toString('base64');
  socket.write(
    `GET /sync/${MEETING}/story HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nCookie: ${cookie}\r\n\r\n`,
  );
  let heard = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => (heard = Buffer.concat([heard, data])));
  await once(socket, 'data');
  return { socket, heard: () => heard };
}

/** A client's frame with so many bytes of nothing: final, binary, masked with zeros. */
function frame(bytes: number): Buffer {
  const head = Buffer.from([0x82, 0x80 | 126, bytes >> 8, bytes & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([head, Buffer.alloc(bytes)]);
}

describe('who is sent away', () => {
  test('and does not answer, is gone within seconds; who answers, at once', async () => {
    const house = await openSyncHouse();
    const [stranger, guest] = [await rude(house, ''), await rude(house, cookieOf(kari))];
    const began = performance.now();
    // Close frame: 4401.
    await until(() => stranger.heard().includes(Buffer.from([0x11, 0x31])), 'the goodbye');
    expect(stranger.socket.destroyed).toBe(false);
    await once(stranger.socket, 'close');
    expect(performance.now() - began).toBeLessThan(GOODBYE_MS + 1500);
    expect(guest.socket.destroyed).toBe(false);
    const polite = new LineEnd(house, null);
    const asked = performance.now();
    expect((await ending(polite))?.code).toBe(4401);
    expect(performance.now() - asked).toBeLessThan(GOODBYE_MS / 2);
  });

  test('and was never let in, can go on sending for a little only', async () => {
    const house = await openSyncHouse();
    const { socket, heard } = await rude(house, '');
    await until(() => heard().includes(Buffer.from([0x11, 0x31])), 'the goodbye');
    for (let sent = 0; sent <= STRANGER_BYTES; sent += 32_000) socket.write(frame(32_000));
    const began = performance.now();
    await once(socket, 'close');
    expect(performance.now() - began).toBeLessThan(GOODBYE_MS / 2);
  });

  test.each(DOOR_NAMES)('because a frame is far too large, is told so: %s', async (door) => {
    const house = await openSyncHouse();
    const [onlooker, end] = [await enter(house, mona), await enter(house, kari, 'story', door)];
    end.say(new Uint8Array(FRAME_BYTES + 1));
    expect((await ending(end))?.code).toBe(4413);
    expect((await onlooker.sync()).ended).toBeNull();
  });
});
