import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeFrame, FRAME_EVENT, POLLING_PATH, wordsPayload } from '#shared/line.ts';
import { PLAN_SCHEMA } from '#shared/plan/schema.ts';
import { COST, MESSAGE_BYTES, POINTS, STRANGER_BYTES } from '#server/sync/limits.ts';
import { BODY_BYTES } from '#server/sync/pollingPipe.ts';
import { craft, words } from './support/craft.ts';
import { PollingEnd, type PollingVisit } from './support/pollingEnd.ts';
import { cookieOf, FOREIGN_MEETING, MEETING, openSyncHouse, PEOPLE, STORY } from './support/syncHouse.ts';
import type { SyncHouse } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { askFor, change, ending, enter } from './support/wireEnd.ts';

const { kari, mona } = PEOPLE;

/** Asks socket.io's polling for a session, as a page would that comes from `origin`. */
async function handshake(house: SyncHouse, origin?: string): Promise<number> {
  const url = `${house.url.replace('ws', 'http')}${POLLING_PATH}/?EIO=4&transport=polling&meeting=${MEETING}`;
  const headers = { Cookie: cookieOf(kari), ...(origin === undefined ? {} : { Origin: origin }) };
  return (await fetch(url, { headers })).status;
}

/** A session of socket.io's polling by hand, which sends and never fetches; each frame says how it was answered. */
async function deaf(house: SyncHouse): Promise<(frame: Uint8Array) => Promise<number>> {
  const query = `EIO=4&transport=polling&meeting=${MEETING}&schema=${PLAN_SCHEMA}`;
  const url = `${house.url.replace('ws', 'http')}${POLLING_PATH}/?${query}`;
  const headers = { Cookie: cookieOf(kari) };
  const { sid } = JSON.parse((await (await fetch(url, { headers })).text()).slice(1)) as { sid: string };
  const post = async (body: string) => (await fetch(`${url}&sid=${sid}`, { method: 'POST', headers, body })).status;
  await post('40');
  const head = `451-["${FRAME_EVENT}",{"_placeholder":true,"num":0}]`;
  return (frame) => post(`${head}\u001eb${Buffer.from(frame).toString('base64')}`);
}

async function inside(house: SyncHouse, who = kari): Promise<PollingEnd> {
  const end = new PollingEnd(house, who);
  await until(() => end.isOpen, 'the line');
  end.open('story', 1);
  end.say('data', 1, askFor(new Y.Doc()));
  await until(() => end.frames.length >= 3, 'the answers');
  return end;
}

describe('at the polling door', () => {
  test('a foreign page is refused before anything is opened', async () => {
    const house = await openSyncHouse();
    expect(await handshake(house, 'https://evil.example')).toBe(403);
    expect(await handshake(house, 'null')).toBe(403);
    expect(await handshake(house, house.url.replace('ws', 'http'))).toBe(200);
    expect(await handshake(house)).toBe(200);
  });

  test.each<[string, keyof typeof PEOPLE | null, PollingVisit, number]>([
    ['who is not signed in', null, {}, 4401],
    ['a meeting that is somebody else’s', 'kari', { meeting: FOREIGN_MEETING }, 4404],
    ['a meeting that is none', 'kari', { meeting: 'x' }, 4404],
    ['a page that is older than the plan', 'kari', { schema: PLAN_SCHEMA - 1 }, 4409],
    ['a page that does not say how old it is', 'kari', { schema: '' }, 4409],
  ])('is told why not: %s', async (_name, who, visit, code) => {
    const house = await openSyncHouse();
    const end = new PollingEnd(house, who && PEOPLE[who], visit);
    expect((await ending(end))?.code).toBe(code);
    expect(end.frames).toEqual([]);
    expect(house.rooms.count()).toBe(0);
    expect((await inside(house)).ended).toBeNull();
  });

  test('who is not let in cannot send much meanwhile', async () => {
    let admit = () => {};
    const waiting = new Promise<void>((resolve) => (admit = resolve));
    const house = await openSyncHouse({ admit: async () => (await waiting, kari) });
    const [patient, loud] = [new PollingEnd(house, kari), new PollingEnd(house, kari)];
    await until(() => patient.isOpen && loud.isOpen, 'both to stand outside');
    patient.open('story', 1);
    loud.say('data', 1, new Uint8Array(STRANGER_BYTES));
    expect((await ending(loud))?.code).toBe(1006);
    admit();
    await until(() => patient.frames.length > 0, 'what was said before to be heard');
    expect(patient.ended).toBeNull();
  });
});

describe('a line that polls', () => {
  test('carries both ways, counts its frames, and acknowledges', async () => {
    const house = await openSyncHouse();
    const [end, onlooker] = [await inside(house), await enter(house, mona)];
    end.say('data', 1, change(craft({ structs: [{ client: 7, clock: 0, of: [words('x', {})] }] })));
    await until(() => end.acknowledged(1) === 1, 'it to be stored');
    onlooker.say(change(craft({ structs: [{ client: 8, clock: 0, of: [words('y', {})] }] })));
    const before = end.frames.length;
    await until(() => end.frames.length > before, 'the other’s letter');
    house.beat();
    await until(() => end.frames.at(-1)?.kind === 'beat', 'a beat');
    expect([end.outOfOrder, end.ended, (await onlooker.sync()).text.length]).toEqual([0, null, 2]);
  });

  test.each<[string, (end: PollingEnd) => void, number]>([
    ['a message is too large', (end) => end.say('data', 1, new Uint8Array(MESSAGE_BYTES + 1)), 0],
    ['a frame is too large for the line', (end) => end.say('data', 1, new Uint8Array(BODY_BYTES)), 1006],
    ['the rules of the line are broken', (end) => end.say('data', 5), 4400],
    ['a frame is none', (end) => end.socket.send(Uint8Array.of(9)), 4400],
    ['a frame is text', (end) => end.socket.send('text' as unknown as Uint8Array), 4400],
    [
      'there is a flood',
      (end) => {
        for (let sent = 0; sent < (2 * POINTS.burst) / (COST.frame + COST.ask); sent++)
          end.say('data', 1, askFor(new Y.Doc()));
      },
      4429,
    ],
  ])('ends as a WebSocket would when %s', async (_name, breaking, code) => {
    const house = await openSyncHouse();
    const [end, onlooker] = [await inside(house), await enter(house, mona)];
    breaking(end);
    // What is too large for a channel ends that channel alone.
    if (code === 0) await until(() => end.frames.some(({ kind }) => kind === 'close'), 'the channel to be closed');
    else expect((await ending(end))?.code).toBe(code);
    expect((await onlooker.sync()).ended).toBeNull();
    expect(await house.log.load(STORY)).toEqual([]);
  });

  test('is cut when a right ends, and sent away when the doors close', async () => {
    const house = await openSyncHouse();
    const [cut, other] = [await inside(house), await inside(house, mona)];
    house.rooms.cut(kari.id, 'forbidden');
    expect(await ending(cut)).toEqual({ code: 4403, reason: 'You are no longer in the meeting.' });
    await house.doors.close();
    expect((await ending(other))?.code).toBe(1013);
    await until(() => house.rooms.count() === 0, 'all to have left memory');
  });

  test('of somebody who does not fetch what is sent to them is ended', async () => {
    const house = await openSyncHouse();
    const writer = await enter(house, mona);
    for (const client of [1, 2, 3, 4])
      writer.say(change(craft({ structs: [{ client, clock: 0, of: [words('x'.repeat(240_000), {})] }] })));
    await until(async () => (await writer.sync()).text.length === 960_000, 'a long text');
    const say = await deaf(house);
    expect(await say(encodeFrame({ kind: 'open', channel: 1, number: 0, payload: wordsPayload('story') }))).toBe(200);
    await until(() => house.noted.some(({ who }) => who === 'Kari'), 'it to be in');
    const ask = (number: number) =>
      say(encodeFrame({ kind: 'data', channel: 1, number, payload: askFor(new Y.Doc()) }));
    writer.leave();
    // An answer is a million bytes, and sixteen million may wait.
    for (let number = 1; number <= 12; number++) await ask(number);
    expect(house.rooms.count()).toBe(1);
    for (let number = 13; number <= 24; number++) await ask(number);
    await until(() => house.rooms.count() === 0, 'the slow one to be gone');
  });
});
