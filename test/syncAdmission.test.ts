import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { AppError } from '#shared/errors.ts';
import { WAITING } from '#server/sync/limits.ts';
import { craft, words } from './support/craft.ts';
import {
  cookieOf,
  createHeldLog,
  FOREIGN_MEETING,
  MEETING,
  openSyncHouse,
  PEOPLE,
  STORY,
} from './support/syncHouse.ts';
import type { SyncHouse } from './support/syncHouse.ts';
import { HELLO } from './support/scenes.ts';
import { until } from './support/until.ts';
import { askFor, change, ending, DOORS, DOOR_NAMES, enter, LineEnd, socketEnd, type Visit } from './support/wireEnd.ts';

const { kari, eva } = PEOPLE;
const EMPTY = new Y.Doc();

/** A plain HTTP upgrade, to see what is said before any WebSocket is. */
function upgrade(house: SyncHouse, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(house.url.replace('ws', 'http') + path, {
      headers: {
        ...{ Connection: 'Upgrade', Upgrade: 'websocket', Cookie: cookieOf(kari) },
        ...{ 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64') },
        ...headers,
      },
    });
    asked.on('response', (response) => resolve(response.statusCode ?? 0));
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('at the door', () => {
  const paths = [`/sync/${MEETING}/story`, `/line/${MEETING}`, `/sync/${MEETING}/story?from=a&to=b`];
  test.each(paths)('a foreign page is refused before anything is opened: %s', async (path) => {
    const house = await openSyncHouse();
    const own = house.url.replace('ws', 'http');
    const foreign = ['https://evil.example', 'null', `${own}.evil.example`, own.replace('http', 'https'), `${own}1`];
    for (const origin of foreign) expect(await upgrade(house, path, { Origin: origin })).toBe(403);
    expect(await upgrade(house, path, { Origin: own })).toBe(101);
    expect(await upgrade(house, path, {})).toBe(101);
  });

  test('a path that is none of ours is left to others', async () => {
    const house = await openSyncHouse();
    const others = [
      '/sync',
      `/sync/${MEETING}`,
      `/sync/${MEETING}/story/x`,
      `/line/${MEETING}/story`,
      '/line/',
      '/',
      '/live/',
    ];
    for (const path of others) expect(await upgrade(house, path, {}), path).toBe(404);
  });

  test.each<[string, keyof typeof PEOPLE | null, Visit, number]>([
    ['who is not signed in', null, {}, 4401],
    ['who is in another meeting', 'eva', {}, 4404],
    ['a meeting that is somebody else’s', 'kari', { meeting: FOREIGN_MEETING }, 4404],
    ['a meeting that is none', 'kari', { meeting: 'x' }, 4404],
    ['a section that is none', 'kari', { section: 'notes' }, 4404],
    ['a section of every object', 'kari', { section: '__proto__' }, 4404],
  ])('is told why not: %s', async (_name, who, visit, code) => {
    const house = await openSyncHouse();
    const end = socketEnd(house, who && PEOPLE[who], visit);
    end.say(askFor(end.doc));
    expect((await ending(end))?.code).toBe(code);
    expect(end.order).toEqual([]);
    if (visit.section === undefined)
      expect((await ending(new LineEnd(house, who && PEOPLE[who], visit)))?.code).toBe(code);
    expect(house.rooms.count()).toBe(0);
    expect((await enter(house, kari)).ended).toBeNull();
  });

  test('a foreign meeting answers as one that does not exist', async () => {
    const house = await openSyncHouse();
    const [foreign, none] = [socketEnd(house, eva), socketEnd(house, eva, { meeting: 'unknown-meeting-aaaaaaaaa' })];
    expect(await ending(foreign)).toEqual(await ending(none));
  });

  test('what breaks while somebody is let in is our fault, told without detail', async () => {
    const house = await openSyncHouse({ admit: () => Promise.reject(new Error('SELECT secret')) });
    expect(await ending(socketEnd(house, kari))).toEqual({ code: 1011, reason: 'Something went wrong on our side.' });
    expect(house.reported).toHaveLength(1);
  });

  test('a long reason is cut, wherever that falls', async () => {
    const reason = 'Møtet er over, og du må spørre på nytt. '.repeat(9);
    const house = await openSyncHouse({ admit: () => Promise.reject(new AppError('not-found', reason)) });
    const end = await ending(socketEnd(house, kari));
    expect(end?.code).toBe(4404);
    expect(end?.reason.slice(0, 100)).toBe(reason.slice(0, 100));
  });

  test('who cannot be noted in the access log does not get in', async () => {
    const broken = await openSyncHouse({
      onJoin: () => Promise.reject(new AppError('unavailable', 'The log is full.')),
    });
    const end = socketEnd(broken, kari);
    end.say(askFor(end.doc));
    expect((await ending(end))?.code).toBe(1013);
    expect(end.order).toEqual([]);
    const house = await openSyncHouse();
    await enter(house, kari);
    expect(house.noted).toEqual([{ what: 'join', who: 'Kari', section: 'story' }]);
  });
});

describe('while somebody is being let in', () => {
  test.each(DOOR_NAMES)('nothing that they say is lost or changes places: %s', async (door) => {
    let admit = () => {};
    const waiting = new Promise<void>((resolve) => (admit = resolve));
    const house = await openSyncHouse({ admit: async () => (await waiting, kari), onJoin: () => waiting });
    const end = DOORS[door](house, kari);
    const letters = [...'Hei på deg'];
    letters.forEach((letter, at) => {
      const place = at === 0 ? {} : { origin: [7, at - 1] as const };
      end.say(change(craft({ structs: [{ client: 7, clock: at, of: [words(letter, place)] }] })));
    });
    end.say(askFor(end.doc));
    admit();
    await until(async () => (await end.sync()).text === 'Hei på deg', 'all letters');
    expect(end.denials).toEqual([]);
  });

  test.each(DOOR_NAMES)('only so much may wait, and nothing of it counts after a mistake: %s', async (door) => {
    const log = createHeldLog();
    log.holdLoads();
    const house = await openSyncHouse({ log });
    const [patient, hasty, wrong] = [DOORS[door](house, kari), DOORS[door](house, kari), DOORS[door](house, kari)];
    for (let sent = 0; sent < WAITING.messages; sent++) patient.say(askFor(EMPTY));
    for (let sent = 0; sent <= WAITING.messages; sent++) hasty.say(askFor(EMPTY));
    wrong.say(Uint8Array.of(9));
    wrong.say(change(HELLO));
    expect((await ending(hasty))?.code).toBe(4429);
    expect(patient.ended).toBeNull();
    log.letLoad();
    expect((await ending(wrong))?.code).toBe(4400);
    expect((await enter(house, kari)).text).toBe('');
    expect(await log.load(STORY)).toEqual([]);
  });

  test('who leaves before the document is there leaves nothing behind', async () => {
    const log = createHeldLog();
    log.holdLoads();
    const house = await openSyncHouse({ log });
    const line = new LineEnd(house, kari);
    const end = line.open();
    await until(() => house.rooms.count() === 1, 'the load');
    end.leave();
    line.socket.ping();
    await once(line.socket, 'pong');
    log.letLoad();
    await until(() => house.rooms.count() === 0, 'the room to be gone');
  });

  test('what comes in one piece with the request is heard', async () => {
    const house = await openSyncHouse();
    const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
    const question = askFor(EMPTY);
    // A client's frame: final, binary, masked with zeros.
    const frame = Buffer.concat([Buffer.from([0x82, 0x80 | question.length, 0, 0, 0, 0]), question]);
    const key = Buffer.alloc(16).toString('base64');
    const head = `GET /sync/${MEETING}/story HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`;
    const rest = `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nCookie: ${cookieOf(kari)}\r\n\r\n`;
    socket.write(Buffer.concat([Buffer.from(head + rest), frame]));
    let heard = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => (heard = Buffer.concat([heard, data])));
    // Step 2 of an empty document: sync, answer, two bytes of update.
    await until(() => heard.includes(Buffer.from([0x82, 5, 0, 1, 2, 0, 0])), 'the answer');
    socket.destroy();
  });

  test('who is removed at that very moment does not get in', async () => {
    let admit = () => {};
    const waiting = new Promise<void>((resolve) => (admit = resolve));
    const house = await openSyncHouse({ admit: async () => (await waiting, kari) });
    const [own, line] = [socketEnd(house, kari), new LineEnd(house, kari)];
    await until(() => own.socket.readyState === 1 && line.socket.readyState === 1, 'both to wait inside');
    house.rooms.cut(kari.id, 'forbidden');
    admit();
    expect((await ending(own))?.code).toBe(4403);
    expect((await ending(line))?.code).toBe(4403);
    expect((await enter(house, kari)).ended, 'who is let in anew is in').toBeNull();
  });
});
