import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { FeedbackView } from '#shared/feedback.ts';
import { begun, does, type Window } from './support/begun.ts';
import { agreedMeeting } from './support/held.ts';
import { idOf, invite, joined, meetingBy, signedIn, type Guest } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';

const WARD = 'Sykehuset i Oppdiktet';
const CANARY = 'Kanarifuglen sang fint i dag.';

const say = (guest: Guest, meeting: string, face: string, words?: string) =>
  guest.post(`/api/meetings/${meeting}/feedback`, words === undefined ? { face } : { face, words });
const given = async (guest: Guest, meeting: string) =>
  (await guest.get(`/api/meetings/${meeting}/feedback`)).body['given'];
const monthsFor = async (guest: Guest) => ((await guest.get('/api/feedback')).body as unknown as FeedbackView).months;

/** A meeting that a nurse of the ward leads, with so many others; it has begun. */
async function meetingWith(others: number) {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', organisation: WARD });
  const meeting = await meetingBy(nurse);
  const people = [nurse];
  for (let number = 1; number <= others; number++)
    people.push(
      await joined(nurse, meeting, { role: number === 1 ? 'patient' : 'kin', name: `Gjest ${'ABCDEFG'[number]}` }),
    );
  const window: Window = windowOf(nurse, meeting);
  expect(await does(window, 'start')).toBe('ok');
  return { house, nurse, meeting, people, window };
}

test('each says once how the meeting was, in one of three faces and one sentence', async () => {
  const { meeting, people } = await meetingWith(1);
  const [nurse, patient] = people as [Guest, Guest];
  expect(await given(patient, meeting)).toBe(false);
  expect((await say(patient, meeting, 'good', ' Jeg ble hørt. ')).status).toBe(201);
  expect(await given(patient, meeting)).toBe(true);
  const again = await say(patient, meeting, 'bad');
  expect([again.status, again.body.code]).toEqual([409, 'not-now']);
  expect(await given(nurse, meeting)).toBe(false);
  expect((await say(nurse, meeting, 'fair')).status).toBe(201);
});

test('two taps at once are one answer', async () => {
  const { meeting, people } = await meetingWith(1);
  const came = await Promise.all(Array.from({ length: 5 }, () => say(people[1]!, meeting, 'good')));
  expect(came.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
});

test('before the meeting has begun, there is nothing to say of it', async () => {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', organisation: WARD });
  const meeting = await meetingBy(nurse);
  expect((await say(nurse, meeting, 'good')).status).toBe(409);
  expect(await given(nurse, meeting)).toBe(false);
});

test.each([
  ['another face', { face: 'angry' }],
  ['no face', { words: 'Bra.' }],
  ['too many words', { face: 'good', words: 'å'.repeat(281) }],
  ['two lines', { face: 'good', words: 'en\nto' }],
  ['words that turn the text', { face: 'good', words: '\u202Eabc' }],
  ['a name of a field that is not there', { face: 'good', name: 'Åse' }],
])('%s is not taken, and one can say it rightly afterwards', async (_, body) => {
  const { meeting, people } = await meetingWith(1);
  expect((await people[1]!.post(`/api/meetings/${meeting}/feedback`, body)).status).toBe(400);
  expect((await say(people[1]!, meeting, 'good', 'å'.repeat(280))).status).toBe(201);
});

test('whoever is not in the meeting says nothing of it', async () => {
  const { house, meeting, nurse } = await meetingWith(1);
  const other = await signedIn(house.url, { role: 'hospital', name: 'Ola Nordmann', organisation: WARD });
  expect((await say(other, meeting, 'bad')).status).toBe(404);
  await invite(nurse, meeting, { role: 'kin' });
  expect((await say(nurse, meeting, 'bad')).status).toBe(201);
});

test('staff see their own organisation’s answers, and no month with fewer than five', async () => {
  const { house, meeting, people, nurse } = await meetingWith(5);
  const [kari, ...others] = people;
  for (const [number, guest] of others.slice(0, 3).entries())
    await say(guest, meeting, 'good', `Setning ${number + 1}`);
  await say(kari!, meeting, 'bad');
  expect(await monthsFor(nurse)).toEqual([]);
  await say(others[3]!, meeting, 'fair');
  const [month, ...none] = await monthsFor(nurse);
  expect(none).toEqual([]);
  expect(month).toMatchObject({
    month: expect.stringMatching(/^\d{4}-\d\d$/) as string,
    faces: { good: 3, fair: 1, bad: 1 },
  });
  expect(month?.words.toSorted()).toEqual(['Setning 1', 'Setning 2', 'Setning 3']);
  const elsewhere = await signedIn(house.url, { role: 'municipality', organisation: 'Larvik kommune' });
  expect(await monthsFor(elsewhere)).toEqual([]);
  const colleague = await signedIn(house.url, { role: 'hospital', name: 'Ola Nordmann', organisation: WARD });
  expect(await monthsFor(colleague)).toHaveLength(1);
});

test('no patient, no kin, and nobody without an organisation sees the answers', async () => {
  const { house, people } = await meetingWith(1);
  expect((await people[1]!.get('/api/feedback')).status).toBe(403);
  expect((await (await signedIn(house.url, { role: 'hospital' })).get('/api/feedback')).status).toBe(403);
  expect((await people[0]!.get('/api/feedback')).status).toBe(200);
});

test('no row of the house but one has the sentence, and that one leads to nobody', async () => {
  const { house, meeting, people, nurse, window } = await meetingWith(3);
  const patient = people[1]!;
  await say(patient, meeting, 'good', CANARY);
  await say(patient, meeting, 'good', CANARY);
  const log = (await nurse.get(`/api/meetings/${meeting}/log`)).text;
  expect(log).not.toContain('feedback');
  expect((await nurse.get(`/api/meetings/${meeting}/minutes`)).text).not.toContain(CANARY);
  expect(JSON.stringify(window.seen)).not.toContain(CANARY);
  const ids = [meeting, ...(await Promise.all(people.map((guest) => idOf(guest, meeting))))];
  await house.close();
  const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name));
  const rowsOf = (table: string) => db.prepare(`SELECT * FROM "${table}"`).all();
  const holding = tables.filter((table) => rowsOf(table).some((row) => JSON.stringify(row).includes('Kanarifuglen')));
  expect(holding).toEqual(['feedback']);
  const [row = {}, ...more] = rowsOf('feedback');
  expect(more).toEqual([]);
  expect(Object.keys(row).toSorted()).toEqual(['face', 'id', 'month', 'organisation', 'template', 'words']);
  for (const id of [...ids, 'Åse', 'Gjest']) expect(JSON.stringify(row)).not.toContain(id);
  const elsewhere = tables.filter(
    (table) => table !== 'feedback' && JSON.stringify(rowsOf(table)).includes(String(row['id'])),
  );
  expect(elsewhere).toEqual([]);
  db.close();
  const file = readFileSync(join(house.dataDir, 'meetings.sqlite'));
  expect(file.toString('latin1').split('Kanarifuglen').length - 1, 'the file holds the sentence once').toBe(1);
});

test('the answers stay when the meeting and everybody in it are gone', async () => {
  const { house, meeting, people, nurse } = await meetingWith(4);
  for (const guest of people) await say(guest, meeting, 'good', CANARY);
  await house.close();
  const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
  db.prepare('UPDATE meetings SET state = ? WHERE id = ?').run('{"status":"deleted","why":"over"}', meeting);
  db.close();
  const next = await runHouse({ dataDir: house.dataDir });
  const reader = await signedIn(next.url, { role: 'hospital', organisation: WARD });
  expect((await monthsFor(reader))[0]?.words).toHaveLength(5);
  await next.close();
  const after = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
  expect(after.prepare('SELECT DISTINCT name FROM participants WHERE meeting = ?').all(meeting)).toEqual([
    { name: '' },
  ]);
  after.close();
  expect(nurse.url).not.toBe(reader.url);
});

test('after the plan is agreed one can still say how the meeting was', async () => {
  const { people, meeting } = await agreedMeeting();
  expect((await say(people.aase, meeting, 'good')).status).toBe(201);
  const begunMeeting = await begun();
  expect((await say(begunMeeting.patient, begunMeeting.meeting, 'fair')).status).toBe(201);
});
