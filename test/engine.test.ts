import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { MeetingForMe } from '#shared/api.ts';
import { Meeting } from '#lib/state/meeting.svelte.ts';
import { POLLING_PATH } from '#shared/line.ts';
import { createEngineRules } from '#server/engine.ts';
import { STRANGER_BYTES } from '#server/sync/limits.ts';
import { Guest, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';
import { PollingEnd } from './support/pollingEnd.ts';
import { cookieOf, MEETING, openSyncHouse, PEOPLE, type SyncHouse } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { askFor, enter } from './support/wireEnd.ts';

const { kari, mona } = PEOPLE;
const POLLING = '?EIO=4&transport=polling';
const BETWEEN = '\u001e';

/** As many of the packet as a body of so many bytes takes. */
const bodyOf = (packet: string, bytes = STRANGER_BYTES) =>
  `${packet}${BETWEEN}`.repeat(Math.floor(bytes / (packet.length + 1)) - 1) + packet;

/** A session of socket.io's polling by hand, which says what it is told to and never fetches. */
async function byHand(house: SyncHouse) {
  const url = `${house.url.replace('ws', 'http')}${POLLING_PATH}/${POLLING}&meeting=${MEETING}`;
  const headers = { Cookie: cookieOf(kari) };
  const { sid } = JSON.parse((await (await fetch(url, { headers })).text()).slice(1)) as { sid: string };
  const post = async (body: string) => {
    const answer = fetch(`${url}&sid=${sid}`, { method: 'POST', headers, body });
    return answer.then(
      ({ status }) => status,
      () => null,
    );
  };
  /** Whether the session is known still: a request that is none is answered as one, and nothing else comes of it. */
  const isThere = async () => (await fetch(`${url}&sid=${sid}`, { method: 'PUT', headers })).status === 500;
  return { post, isThere };
}

/** A window of the live meeting by hand, which does not read what it is told once it is in. */
async function rawWindow(guest: Guest, meeting: string) {
  const address = `${guest.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { headers: { Cookie: guest.cookie } });
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  let heard = '';
  socket.on('message', (data: Buffer) => (heard += data.toString()));
  await once(socket, 'open');
  socket.send(`40${JSON.stringify({ meeting })}`);
  await until(() => heard.includes('"meeting"'), 'the meeting');
  return socket;
}

/** The status with which the house answers somebody who wants a WebSocket of the live meeting; 101 when they get one. */
async function upgradeOf(guest: Guest, query = ''): Promise<number | undefined> {
  const address = `${guest.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket${query}`;
  const socket = new WebSocket(address, { headers: { Cookie: guest.cookie } });
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
  });
}

async function liveHouse() {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
  const meeting = await meetingBy(nurse);
  return { house, nurse, meeting };
}

describe('a stranger has no session', () => {
  test.each(['/live', POLLING_PATH])('by polling %s; who is signed in has one', async (path) => {
    const { house, nurse } = await liveHouse();
    const refused = await new Guest(house.url).get(`${path}/${POLLING}`);
    expect([refused.status, refused.body['message']]).toEqual([403, 'not-signed-in']);
    const forged = new Guest(house.url);
    forged.cookie = `session=${'A'.repeat(32)}`;
    expect((await forged.get(`${path}/${POLLING}`)).status).toBe(403);
    const admitted = await nurse.get(`${path}/${POLLING}`);
    expect([admitted.status, admitted.text]).toEqual([200, expect.stringContaining('"sid"')]);
  });

  test('by a WebSocket; who is signed in has one', async () => {
    const { house, nurse } = await liveHouse();
    expect(await upgradeOf(new Guest(house.url))).toBe(400);
    expect(await upgradeOf(nurse)).toBe(101);
  });

  test('and a page is told so, and does not try again', async () => {
    const { house, meeting } = await liveHouse();
    const socket = io(house.url, { path: '/live', autoConnect: false, forceNew: true, auth: { meeting } });
    const live = new Meeting({ now: 0 } as MeetingForMe, socket);
    onTestFinished(live.open());
    await until(() => live.line.kind === 'over', 'the refusal');
    expect([live.line, socket.active]).toEqual([{ kind: 'over', code: 'not-signed-in' }, false]);
  });

  test.each(['/live', POLLING_PATH])('and a seat that nobody sits in is one, at %s', async (path) => {
    const { house } = await liveHouse();
    const seated = new Guest(house.url);
    await seated.post('/api/demo/session', { name: 'Kari Nilsen', role: 'hospital' }, { 'X-Seat': 'kari' });
    const knock = async (query: string) => (await seated.get(`${path}/${POLLING}${query}`)).status;
    expect([await knock('&seat=kari'), await knock('&seat=mona'), await knock('')]).toEqual([200, 403, 403]);
    expect(await upgradeOf(seated, '&seat=kari')).toBe(101);
  });
});

describe('a line that polls', () => {
  test.each([
    ['signs of life', '3'],
    ['what is said to namespaces that are none', '40/a,'],
  ])('ends with a flood of %s, and the others’ go on', async (_name, packet) => {
    const house = await openSyncHouse();
    const [loud, quiet, onlooker] = [await byHand(house), await byHand(house), await enter(house, mona)];
    await loud.post(bodyOf(packet));
    expect([await loud.isThere(), await quiet.isThere()]).toEqual([false, true]);
    expect((await onlooker.sync()).ended).toBeNull();
  });

  test('may say a thousand signs of life, and open and ask for sixty parts at once', async () => {
    const house = await openSyncHouse();
    const patient = await byHand(house);
    expect(await patient.post(bodyOf('3', 2000))).toBe(200);
    expect(await patient.isThere()).toBe(true);
    const tablet = new PollingEnd(house, kari);
    await until(() => tablet.isOpen, 'the line');
    for (let channel = 1; channel <= 60; channel++) {
      tablet.open('story', channel);
      tablet.say('data', channel, askFor(new Y.Doc()));
    }
    await until(() => new Set(tablet.frames.map(({ channel }) => channel)).size >= 60, 'all the answers');
    expect(tablet.ended).toBeNull();
  });

  test('takes no more than a stranger’s body from who has not said that they want a line', async () => {
    const house = await openSyncHouse();
    const early = await byHand(house);
    expect(await early.post(bodyOf('3', 2 * STRANGER_BYTES))).not.toBe(200);
    expect(await early.post(bodyOf('3', 2000))).toBe(200);
  });
});

describe('a window of the live meeting', () => {
  test.each<[string, (socket: WebSocket) => void]>([
    ['signs of life', (socket) => socket.send('3')],
    ['what is said to namespaces that are none', (socket) => socket.send('40/a,')],
    ['requests that are none', (socket) => socket.send('42["command",{}]')],
    ['pings', (socket) => socket.ping()],
  ])('is cut for a flood of %s, and the others’ go on', async (_name, say) => {
    const { nurse, meeting } = await liveHouse();
    const window = windowOf(nurse, meeting);
    await until(() => window.seen.meeting !== null, 'the view');
    const loud = await rawWindow(nurse, meeting);
    for (let said = 0; said < 1000 && loud.readyState === WebSocket.OPEN; said++) say(loud);
    await until(() => loud.readyState === WebSocket.CLOSED, 'it to be cut');
    expect((await window.ask('signal', 'hand')).ok).toBe(true);
  });

  test('is cut for a flood of probes on its way from polling to a WebSocket; one probe is answered', async () => {
    const { nurse } = await liveHouse();
    const probing = async () => {
      const { sid } = JSON.parse((await nurse.get(`/live/${POLLING}`)).text.slice(1)) as { sid: string };
      const address = `${nurse.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket&sid=${sid}`;
      const socket = new WebSocket(address);
      onTestFinished(() => socket.terminate());
      socket.on('error', () => undefined);
      await once(socket, 'open');
      socket.send('2probe');
      await once(socket, 'message');
      return socket;
    };
    const [loud, patient] = [await probing(), await probing()];
    for (let said = 0; said < 1000; said++) loud.send('2probe');
    await until(() => loud.readyState === WebSocket.CLOSED, 'it to be cut');
    expect(patient.readyState).toBe(WebSocket.OPEN);
  });

  test('may send two hundred packets at once, whatever they are', async () => {
    const { nurse, meeting } = await liveHouse();
    const window = windowOf(nurse, meeting);
    await until(() => window.seen.meeting !== null, 'the view');
    const asked = Array.from({ length: 200 }, () => window.ask('command', { kind: 'none' }));
    expect((await Promise.all(asked)).some(({ ok }) => ok)).toBe(false);
    expect((await window.ask('signal', 'hand')).ok).toBe(true);
  });
});

test('who does not read is cut before much waits for them, and who reads is told all', async () => {
  const http = createServer();
  const server = new Server({ serveClient: false }).attach(http);
  const everybody = { originAllowed: () => true, isSignedIn: async () => true };
  const rules = createEngineRules({ ...everybody, now: () => 0, report: () => undefined });
  rules.limit(server.engine, { packets: { burst: 10, perSecond: 0 }, unreadBytes: 1_000_000 });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => void server.close());
  const address = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/socket.io/?EIO=4&transport=websocket`;
  const [reader, deaf] = [new WebSocket(address), new WebSocket(address)];
  onTestFinished(() => [reader, deaf].forEach((socket) => socket.terminate()));
  let heard = 0;
  reader.on('message', () => (heard += 1));
  for (const socket of [reader, deaf]) socket.on('open', () => socket.send('40'));
  await until(() => server.sockets.sockets.size === 2, 'both to be in');
  deaf.pause();
  const before = heard;
  for (let told = 1; told <= 200; told++) {
    server.emit('told', 'x'.repeat(100_000));
    await until(() => heard === before + told, 'the reader to be told');
  }
  expect([server.sockets.sockets.size, reader.readyState]).toEqual([1, WebSocket.OPEN]);
});
