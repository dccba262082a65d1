import { expect, test } from 'vitest';
import { Guest, invite } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { runHouse } from './support/house.ts';
import { seated } from './support/seat.ts';
import { until } from './support/until.ts';
import { DOORS, DOOR_NAMES, ward } from './support/ward.ts';
import { ending } from './support/wireEnd.ts';

/** All the lines of somebody in a meeting, open. */
async function linesOf(guest: Guest, meeting: string) {
  const ends = DOOR_NAMES.map((door) => DOORS[door]!(guest, meeting)('story'));
  await Promise.all(ends.map((end) => end.sync()));
  const window = windowOf(guest, meeting);
  await until(() => window.seen.meeting !== null, 'the window');
  return {
    areOver: async () => {
      for (const end of ends) expect((await ending(end))?.code).toBe(4401);
      await until(() => window.socket.disconnected, 'the window to close');
    },
    areOpen: async () => {
      for (const end of ends) expect((await end.sync()).ended).toBeNull();
      expect((await window.ask('signal', 'hand')).ok).toBe(true);
    },
  };
}

test('whoever comes in as somebody else leaves no line of the one before open, and the others stay', async () => {
  const { mona, patient, meeting } = await ward();
  const [old, other] = [await linesOf(mona, meeting), await linesOf(patient, meeting)];
  expect((await mona.post('/api/demo/session', { name: 'Per Berg', role: 'gp' })).status).toBe(204);
  await old.areOver();
  await other.areOpen();
});

test('whoever takes up an invitation leaves no line of who they were before open', async () => {
  const { nurse, mona, meeting } = await ward();
  const old = await linesOf(mona, meeting);
  const { token, code } = await invite(nurse, meeting, { role: 'gp', name: 'Per Berg' });
  expect(
    (await mona.post('/api/invitations/redeem', { token, code: code === '000000' ? '1' : '000000' })).status,
  ).not.toBe(204);
  await old.areOpen();
  expect((await mona.post('/api/invitations/redeem', { token, code })).status).toBe(204);
  await old.areOver();
  expect((await mona.get('/api/me')).body['name']).toBe('Per Berg');
});

test('an expired session leaves no line open either when another takes its place', async () => {
  const { house, nurse, meeting } = await ward();
  const old = await linesOf(nurse, meeting);
  house.pass(13 * 3_600_000);
  expect((await nurse.post('/api/demo/session', { name: 'Per Berg', role: 'gp' })).status).toBe(204);
  await old.areOver();
});

test('another seat of the prepared meeting ends the lines of the one before; the same seat again ends none', async () => {
  const { url } = await runHouse();
  const { meeting, people } = await seated(url, ['Mona', 'Per']);
  const { Mona, Per } = people;
  const [monas, pers] = [await linesOf(Mona, meeting), await linesOf(Per, meeting)];
  const idOf = async (guest: Guest) => String((await guest.get(`/api/meetings/${meeting}`)).body['me']);
  const [mona, per] = [await idOf(Mona), await idOf(Per)];
  expect((await Mona.post('/api/demo/seats', { participant: mona })).status).toBe(204);
  await monas.areOpen();
  expect((await Mona.post('/api/demo/seats', { participant: per })).status).toBe(204);
  await monas.areOver();
  await pers.areOpen();
});

test('in one browser a change in one seat leaves the lines of the other seats open', async () => {
  const { url } = await runHouse();
  const { people: offer } = (await new Guest(url).get('/api/demo')).body as unknown as {
    people: { participant: string; name: string }[];
  };
  const { meeting } = await seated(url, []);
  const called = (name: string) => ({ participant: offer.find((one) => one.name.startsWith(name))?.participant });
  const browser = new Guest(url);
  const sit = async (seat: string, name: string) => {
    const kept = browser.cookie.split('; ').filter((cookie) => cookie && !cookie.startsWith(`session-${seat}=`));
    expect((await browser.post('/api/demo/seats', called(name), { 'X-Seat': seat })).status).toBe(204);
    browser.cookie = [...kept, browser.cookie].join('; ');
  };
  await sit('a', 'Mona');
  await sit('b', 'Per');
  const socketOf = (seat: string) => windowOf(browser, meeting, 'websocket', seat);
  const [a, b] = [socketOf('a'), socketOf('b')];
  await until(() => a.seen.meeting !== null && b.seen.meeting !== null, 'both to be in');
  await sit('a', 'Kari');
  await until(() => a.socket.disconnected, 'Mona to be out');
  expect((await b.ask('signal', 'hand')).ok).toBe(true);
});
