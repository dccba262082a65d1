import { describe, expect, test } from 'vitest';
import { Guest, idOf, invite, joined, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { askStore } from './support/keeper.ts';
import { does } from './support/begun.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';

/** How often the log of the meeting says that its reader read the part. */
async function readings(guest: Guest, meeting: string, section: string): Promise<number> {
  const me = await idOf(guest, meeting);
  const rows = (await guest.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, unknown>[];
  return rows.filter(({ action, about, participant }) => action === 'read' && about === section && participant === me)
    .length;
}

describe('the access log', () => {
  test('has one reading of a part, however often its line breaks in that minute', async () => {
    const house = await runHouse();
    const kari = await signedIn(house.url, { role: 'hospital', profession: 'nurse' });
    const meeting = await meetingBy(kari);
    for (let times = 0; times < 5; times += 1) (await pen(kari, meeting, 'story')).close();
    expect(await readings(kari, meeting, 'story')).toBe(1);
    expect(await readings(kari, meeting, 'goals')).toBe(0);

    house.pass(61_000);
    (await pen(kari, meeting, 'story')).close();
    expect(await readings(kari, meeting, 'story')).toBe(2);
  });

  test('has one reading of a part for each who reads it', async () => {
    const { url } = await runHouse();
    const kari = await signedIn(url, { role: 'hospital', profession: 'nurse' });
    const meeting = await meetingBy(kari);
    const mona = await joined(kari, meeting, { role: 'municipality' });
    await Promise.all([kari, mona].map((who) => pen(who, meeting, 'story')));
    expect(await readings(kari, meeting, 'story')).toBe(1);
    expect(await readings(mona, meeting, 'story')).toBe(1);
  });

  test('has a refused attempt once, however often a script tries, and again when it goes on', async () => {
    const house = await runHouse();
    const kari = await signedIn(house.url, { role: 'hospital', profession: 'nurse' });
    const meeting = await meetingBy(kari);
    const mona = await joined(kari, meeting, { role: 'municipality' });
    const refusals = async () => {
      const rows = (await kari.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, unknown>[];
      return rows.filter(({ outcome }) => outcome === 'refused').map(({ about }) => about);
    };
    const inVain = () => mona.post(`/api/meetings/${meeting}/versions`, {});
    for (let times = 0; times < 5; times += 1) expect((await inVain()).status).toBe(403);
    expect(await refusals()).toEqual(['POST /api/meetings/:id/versions: forbidden']);
    await mona.get(`/api/meetings/${meeting}/versions/9/export?format=text`);
    expect(await refusals()).toHaveLength(2);
    house.pass(11_000);
    await inVain();
    expect(await refusals()).toHaveLength(3);
  });
});

test('every entry says for what purpose, by the role of whoever it was', async () => {
  const { house, nurse, meeting } = await ward();
  await nurse.get(`/api/meetings/${meeting}`);
  await house.close();
  const said = 'SELECT DISTINCT role, why FROM audit ORDER BY role';
  expect(askStore<{ role: string; why: string }>(house.dataDir, said)).toEqual([
    { role: 'hospital', why: 'treatment' },
    { role: 'kin', why: 'consent' },
    { role: 'municipality', why: 'services' },
    { role: 'patient', why: 'own' },
  ]);
});

test('a command of the live meeting that was refused stands in the log, beside those that were not', async () => {
  const { nurse, mona, meeting } = await ward();
  const [hers, his] = [windowOf(mona, meeting), windowOf(nurse, meeting)];
  await until(() => hers.seen.meeting !== null && his.seen.meeting !== null, 'the windows');
  expect(await does(hers, 'start')).toBe('forbidden');
  expect(await does(his, 'start')).toBe('ok');
  const rows = (await nurse.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, unknown>[];
  const said = rows.map(({ action, about, outcome }) => [action, about, outcome]);
  expect(said).toContainEqual(['asked', 'start: forbidden', 'refused']);
  expect(said).toContainEqual(['led', 'start', 'done']);
});

test('whoever tries a wrong code stands in the log, without a name, and whoever has the right one with theirs', async () => {
  const { url } = await runHouse();
  const kari = await signedIn(url, { role: 'hospital', profession: 'nurse' });
  const meeting = await meetingBy(kari);
  const { token, code } = await invite(kari, meeting, { role: 'kin', name: 'Line Fiktiv' });
  const wrong = code === '000000' ? '111111' : '000000';
  const redeem = (tried: string) => new Guest(url).post('/api/invitations/redeem', { token, code: tried });
  for (let times = 0; times < 3; times += 1) expect((await redeem(wrong)).status).toBeGreaterThanOrEqual(400);
  expect((await redeem(code)).status).toBe(204);
  const rows = (await kari.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, unknown>[];
  const joins = rows.filter(({ action }) => action === 'joined').map(({ name, outcome, why }) => [name, outcome, why]);
  expect(joins).toEqual([
    ['', 'refused', 'unknown'],
    ['Line Fiktiv', 'done', 'consent'],
  ]);
});
