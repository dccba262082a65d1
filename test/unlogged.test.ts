import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '#server/agreement/freeze.ts';
import { STORE_FILE } from '#server/store/sqlite.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { does } from './support/begun.ts';
import { Guest, idOf, invite, meetingBy, signedIn } from './support/guest.ts';
import { agree, planOf, someone, writtenBy, type Held } from './support/held.ts';
import { runHouse } from './support/house.ts';
import { askStore } from './support/keeper.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen, unsyncedPen } from './support/pen.ts';
import { until } from './support/until.ts';

const HOUR_MS = 3_600_000;
const LATER = '2027-12-01T09:30:00+01:00';

/** All that an entry of the log is about. Who was there, and how long, the house sees for itself. */
const TABLES = [
  ...['meetings', 'participants', 'invitations', 'updates', 'bases', 'signatures', 'versions', 'contents', 'addenda'],
  ...['deliveries', 'events', 'task_reports', 'feedback', 'file_prints', 'audit'],
];
const contentOf = (dataDir: string) =>
  Object.fromEntries(TABLES.map((table) => [table, askStore(dataDir, `SELECT * FROM "${table}"`)]));

type Waiting = Awaited<ReturnType<typeof invite>>;

interface Scene {
  dataDir: string;
  /** Åse's meeting, agreed, and another one that is still prepared. */
  meeting: string;
  open: string;
  people: Held;
  invited: Waiting;
  kin: string;
  hash: string;
}

/** A store whose log takes nothing any more from an hour from now on. */
async function beforeTheFault(): Promise<Scene> {
  const house = await runHouse();
  const { meeting, people } = await writtenBy(await signedIn(house.url, someone('kari')), 'kari');
  const open = await meetingBy(people.kari);
  const invited = await invite(people.kari, open, { role: 'gp' });
  await agree(people, meeting);
  const [kin, hash] = [await idOf(people.line, meeting), hashOf(await planOf(people.kari, meeting))];
  await house.close();
  const database = new DatabaseSync(join(house.dataDir, STORE_FILE));
  database.exec(`CREATE TRIGGER fault BEFORE INSERT ON audit WHEN NEW.at > ${Date.now() + HOUR_MS}
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  database.close();
  return { dataDir: house.dataDir, meeting, open, people, invited, kin, hash };
}

/** The same people with the same cookies, in the house as it is now. */
function movedTo(url: string, people: Held): Held {
  const moved = Object.entries(people).map(([key, { cookie }]) => [key, Object.assign(new Guest(url), { cookie })]);
  return Object.fromEntries(moved) as Held;
}

type Tries = Record<string, () => Promise<{ status: number }>>;

function readings({ kari, aase, mona }: Held, at: string, other: string): Tries {
  return {
    'to open the meeting': () => kari.get(at),
    'to list one’s meetings': () => kari.get('/api/meetings'),
    'to look at the overview': () => kari.get('/api/overview'),
    'to read the plan': () => mona.get(`${at}/plan`),
    'to see what is missing': () => mona.get(`${at}/readiness`),
    'to see who has agreed': () => mona.get(`${at}/agreement`),
    'to see who wrote what': () => mona.get(`${at}/authors`),
    'to see who comes': () => aase.get(`${at}/coming`),
    'to see who is invited': () => kari.get(`${other}/invitations`),
    'to see whom a change reaches': () => kari.get(`${other}/appointment`),
    'to take the time for a calendar': () => kari.get(`${other}/calendar`),
    'to read the log': () => aase.get(`${at}/log`),
    'to read the minutes': () => aase.get(`${at}/minutes`),
    'to read what was promised': () => mona.get(`${at}/tasks`),
    'to read a version': () => aase.get(`${at}/versions/1`),
    'to see what was changed': () => aase.get(`${at}/changes?from=1&to=now`),
    'to take it home': () => aase.get(`${at}/versions/1/export?format=text`),
    'to take the appointments': () => aase.get(`${at}/versions/1/appointments.ics`),
  };
}

function doings({ kari, aase, line, mona }: Held, at: string, other: string, { invited, kin, hash }: Scene): Tries {
  const patient = { name: 'Åse Fiktiv' };
  const removal = { method: 'DELETE', headers: { 'Content-Type': 'application/json', Cookie: kari.cookie } };
  return {
    'to sign': () => mona.post(`${at}/signatures`, { hash, decision: 'reserve', reason: 'Nei' }),
    'to make a version': () => kari.post(`${at}/versions`, {}),
    'to add to a version': () => kari.post(`${at}/versions/1/addenda`, { words: 'Og' }),
    'to file a version': () => kari.post(`${at}/versions/1/filing`, {}),
    'to invite': () => kari.post(`${other}/invitations`, { role: 'kin', name: 'Ola' }),
    'to take an invitation back': () => kari.delete(`${other}/invitations/${invited.id}`),
    'to come in': () =>
      new Guest(kari.url).post('/api/invitations/redeem', { token: invited.token, code: invited.code }),
    'to move the meeting': () => kari.put(`${other}/appointment`, { startsAt: LATER }),
    'to call it off': () => kari.delete(`${other}/appointment`),
    'to make a meeting': () => kari.post('/api/meetings', { template: 'frail-elderly', startsAt: LATER, patient }),
    'to plan the next': () => kari.post(`${at}/next`, { startsAt: LATER }),
    'to refuse a receiver': () => aase.put(`${at}/receivers`, { refused: ['gp'] }),
    'to share less': () => aase.put(`${at}/participants/${kin}/withheld`, { sections: ['goals'] }),
    'to make somebody another': () => kari.put(`${at}/participants/${kin}/cast`, { role: 'gp', profession: null }),
    'to show somebody out': () => kari.delete(`${at}/participants/${kin}`),
    'to delete the meeting': () => fetch(kari.url + at, { ...removal, body: JSON.stringify({ reason: 'Nei' }) }),
    'to be refused': () => line.put(`${at}/receivers`, { refused: [] }),
  };
}

test('what cannot be logged is neither answered nor done, at any address; what can, is', async () => {
  const scene = await beforeTheFault();
  const { dataDir, meeting, open } = scene;
  const was = contentOf(dataDir);
  const house = await runHouse({ dataDir });
  const people = movedTo(house.url, scene.people);
  const [at, other] = [`/api/meetings/${meeting}`, `/api/meetings/${open}`];
  house.pass(2 * HOUR_MS);
  const tries = { ...readings(people, at, other), ...doings(people, at, other, scene) };
  for (const [what, ask] of Object.entries(tries)) expect((await ask()).status, what).toBe(500);
  await house.close();
  expect(contentOf(dataDir)).toEqual(was);

  const well = await runHouse({ dataDir });
  const back = movedTo(well.url, scene.people);
  for (const [what, ask] of Object.entries(readings(back, at, other))) expect((await ask()).status, what).toBe(200);
  expect((await back.aase.put(`${at}/receivers`, { refused: ['gp'] })).status).toBe(204);
});

test('nor is it at the doors of the plan and the live meeting', async () => {
  const { dataDir, open, ...scene } = await beforeTheFault();
  const house = await runHouse({ dataDir });
  const { kari } = movedTo(house.url, scene.people);
  const window = windowOf(kari, open);
  await until(() => window.seen.meeting !== null, 'the window');
  const [needs, watcher] = [await pen(kari, open, 'needs'), await pen(kari, open, 'needs')];
  house.pass(2 * HOUR_MS);

  textRoot(needs.doc).insert(0, 'Uten spor');
  const late = unsyncedPen(kari, open, 'story');
  const second = windowOf(kari, open);
  await until(() => second.seen.problem !== null, 'the second window to be refused');
  expect([second.seen.problem, second.seen.meeting]).toEqual(['internal', null]);
  await until(() => late.sockets.some(({ readyState }) => readyState === 3), 'the part to be closed');
  expect(late.provider.synced).toBe(false);
  expect(await does(window, 'start')).toBe('internal');
  await until(() => needs.sockets.length > 1, 'whoever wrote to be sent away');
  expect(textRoot(watcher.doc).toJSON(), 'nobody sees it').toBe('');
  for (const one of [needs, watcher, late]) one.close();
  await house.close();
  expect(askStore(dataDir, `SELECT 1 FROM updates WHERE meeting = '${open}' AND section = 'needs'`)).toEqual([]);
  expect(askStore(dataDir, `SELECT state FROM meetings WHERE id = '${open}'`)).toEqual([
    { state: '{"status":"open"}' },
  ]);
});

test('and whoever is let in again writes as if nothing had been', async () => {
  const house = await runHouse();
  const kari = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen' });
  const meeting = await meetingBy(kari);
  const [needs, watcher] = [await pen(kari, meeting, 'needs'), await pen(kari, meeting, 'needs')];
  textRoot(needs.doc).insert(0, 'Med spor');
  await until(() => textRoot(watcher.doc).toJSON() === 'Med spor', 'it to be seen');
  const log = async () => (await kari.get(`/api/meetings/${meeting}/log`)).body as unknown as { action: string }[];
  const writings = async () => (await log()).filter(({ action }) => action === 'wrote').length;
  expect(await writings()).toBe(1);
  textRoot(needs.doc).insert(0, 'Og mer. ');
  house.pass(16 * 60_000);
  textRoot(needs.doc).insert(0, 'Og enda mer. ');
  await until(async () => (await writings()) === 2, 'a new session of writing to be noted');
});
