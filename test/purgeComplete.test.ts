import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { hashOf } from '#server/agreement/freeze.ts';
import { STORE_FILE } from '#server/store/sqlite.ts';
import { isWords } from '#shared/plan/fields.ts';
import { writePart } from '#shared/plan/doc.ts';
import { isWritten, type Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, section, type SectionKey } from '#shared/plan/sections.ts';
import { does } from './support/begun.ts';
import { Guest, invite, joined, signedIn } from './support/guest.ts';
import { agree, planOf, someone, type Held } from './support/held.ts';
import { runHouse } from './support/house.ts';
import { askStore, filesWith } from './support/keeper.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { dataFolder, startProgram } from './support/program.ts';
import { until } from './support/until.ts';

/** In every field that somebody can write. */
const WORD = 'Kanarifuglen';
/** In the names of those who took part: the log says who did what, and keeps them. */
const NAME = 'Loggfuglen';
/** Said after the meeting, by nobody knows whom: it was never the meeting's. */
const FACES = 'Svarfuglen';

/** Åse's plan with a bird in every field of words. */
function withBirds(plan: Plan): Plan {
  const sung = (words: string) => (words.trim() ? `${words} ${WORD}` : words);
  const parts = SECTION_KEYS.map((key): [SectionKey, unknown] => {
    const part = section(key);
    if (part.kind === 'text') return [key, sung(plan[key] as string)];
    const inField = (name: string, value: unknown) =>
      part.fields[name] && isWords(part.fields[name]) ? sung(value as string) : value;
    const inRow = (row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([name, value]): [string, unknown] => [name, inField(name, value)]));
    const value = plan[key] as unknown;
    return [key, part.kind === 'rows' ? (value as Record<string, unknown>[]).map(inRow) : inRow(value as never)];
  });
  return Object.fromEntries(parts) as Plan;
}

/** A meeting of a copied template that has been led, written, agreed, taken home and answered for. */
async function fullMeeting(url: string) {
  const kari = await signedIn(url, {
    role: 'hospital',
    name: 'Kari Nilsen',
    profession: 'nurse',
    organisation: 'Sykehuset',
  });
  const copied = await kari.post('/api/templates', { copyOf: 'frail-elderly', title: 'Malfuglen' });
  const made = await kari.post('/api/meetings', {
    ...{ template: copied.body['id'], startsAt: '2026-11-25T12:00:00+01:00', title: `Møte ${WORD}` },
    ...{ patient: { name: `Åse ${WORD}`, birthYear: 1944 }, videoUrl: `https://video.example/${WORD}` },
    helpPhone: '33 91 82 73',
  });
  expect(made.status, made.text).toBe(201);
  const meeting = String(made.body['id']);
  const invited = (key: keyof Held) => {
    const { name, ...rest } = someone(key);
    return joined(kari, meeting, { ...rest, name: `${name} ${NAME}` });
  };
  const email = `${WORD.toLowerCase()}@example.no`;
  await invite(kari, meeting, { role: 'kin', name: `Ola ${WORD}`, organisation: WORD, email } as never);
  const people: Held = {
    ...{ kari, aase: await invited('aase'), line: await invited('line'), mona: await invited('mona') },
    ...{ per: await invited('per'), jonas: await invited('jonas') },
  };
  return { meeting, people, kari };
}

async function written(people: Held, meeting: string): Promise<void> {
  const plan = withBirds(aase.plan);
  const write = async (key: SectionKey) => {
    const author = aase.authors[key];
    const one = await pen(people[author === 'tiril' ? 'jonas' : author], meeting, key);
    writePart(key, one.doc, plan[key]);
    return one;
  };
  const pens = await Promise.all(SECTION_KEYS.filter((key) => isWritten(key, plan)).map(write));
  const whole = hashOf({ ...plan, checklist: [] });
  await until(async () => hashOf({ ...(await planOf(people.kari, meeting)), checklist: [] }) === whole, 'the plan');
  for (const one of pens) one.close();
}

/** What is said in the meeting, and of it afterwards. */
async function talkedOf(people: Held, meeting: string): Promise<void> {
  const { kari, aase: patient, jonas, mona } = people;
  const [window, hers] = [windowOf(kari, meeting), windowOf(patient, meeting)];
  await until(() => window.seen.meeting !== null && hers.seen.meeting !== null, 'the windows');
  expect(await does(window, 'start')).toBe('ok');
  const row = (await planOf(kari, meeting)).treatment[0]!.id;
  expect(await does(window, 'propose', { section: 'treatment', row })).toBe('ok');
  expect(await does(hers, 'comment', { words: `Det ${WORD}` })).toBe('ok');
  expect(await does(window, 'sumUp', { evenSo: true })).toBe('ok');
  const hash = hashOf(await planOf(kari, meeting));
  const path = `/api/meetings/${meeting}`;
  const object = { hash, decision: 'reserve', sections: ['services'], reason: `Fordi ${WORD}` };
  expect((await jonas.post(`${path}/signatures`, object)).status).toBe(201);
  await agree(people, meeting);
  expect((await kari.post(`${path}/versions/1/addenda`, { words: `Og ${WORD}` })).status).toBe(201);
  for (const format of ['json', 'text', 'fhir']) await patient.get(`${path}/versions/1/export?format=${format}`);
  const tasks = (await mona.get(`${path}/tasks`)).body['tasks'] as { id: string; mayReport: boolean }[];
  const task = tasks.find(({ mayReport }) => mayReport)!.id;
  expect((await mona.put(`${path}/tasks/${task}`, { state: 'partly', words: WORD })).status).toBe(200);
  expect((await patient.post(`${path}/feedback`, { face: 'good', words: FACES })).status).toBe(201);
  window.socket.disconnect();
  hers.socket.disconnect();
}

const endOf = (guest: Guest, meeting: string) =>
  fetch(`${guest.url}/api/meetings/${meeting}`, {
    ...{ method: 'DELETE', headers: { 'Content-Type': 'application/json', Cookie: guest.cookie } },
    body: JSON.stringify({ reason: 'Åse vil det.' }),
  });

describe('of a meeting that is deleted', () => {
  test('no byte of what anybody wrote is left in the data directory, and no name but in the access log', async () => {
    const house = await runHouse();
    const { meeting, people, kari } = await fullMeeting(house.url);
    await written(people, meeting);
    await talkedOf(people, meeting);
    for (const bird of [WORD, NAME, WORD.toLowerCase(), '33 91 82 73'])
      expect(await filesWith(house.dataDir, bird), `before: ${bird}`).not.toEqual([]);

    expect((await endOf(kari, meeting)).status).toBe(204);
    for (const bird of [WORD, WORD.toLowerCase(), '33 91 82 73'])
      expect(await filesWith(house.dataDir, bird), `while the house is open: ${bird}`).toEqual([]);
    expect((await people.aase.get(`/api/meetings/${meeting}`)).status).toBe(410);
    await house.close();

    for (const bird of [WORD, WORD.toLowerCase(), '33 91 82 73', 'Ola'])
      expect(await filesWith(house.dataDir, bird), `afterwards: ${bird}`).toEqual([]);
    const holders = (bird: string) =>
      askStore<{ name: string }>(house.dataDir, `SELECT name FROM sqlite_master WHERE type = 'table'`)
        .map(({ name }) => name)
        .filter((name) => JSON.stringify(askStore(house.dataDir, `SELECT * FROM "${name}"`)).includes(bird));
    expect(holders(NAME), 'the log keeps who did what').toEqual(['audit']);
    expect(holders(FACES), 'how it was is nobody’s, and no meeting’s').toEqual(['feedback']);
    expect(holders('Malfuglen'), 'the template is the ward’s').toEqual(['templates']);
    expect(holders('Åse vil det.'), 'and why it was deleted').toEqual(['audit']);
  });

  test('what the house had not taken away when it was killed goes when it starts again', async () => {
    const house = await runHouse();
    const { meeting, people } = await fullMeeting(house.url);
    await written(people, meeting);
    await house.close();
    // Decided, and then there was no house any more.
    const database = new DatabaseSync(join(house.dataDir, STORE_FILE));
    database.exec('PRAGMA secure_delete = ON');
    database.prepare('UPDATE meetings SET state = ? WHERE id = ?').run('{"status":"deleted","why":"over"}', meeting);
    database.close();
    expect(await filesWith(house.dataDir, WORD)).not.toEqual([]);
    const again = await runHouse({ dataDir: house.dataDir });
    expect(await filesWith(house.dataDir, WORD), 'when it is open').toEqual([]);
    await again.close();
    expect(await filesWith(house.dataDir, WORD)).toEqual([]);
  });

  test.each([0, 2, 8])('killed %i ms after somebody asked for it: all of it is there, or none', async (ms) => {
    const dataDir = await dataFolder();
    const before = await startProgram(dataDir);
    const { meeting, people, kari } = await fullMeeting(before.url);
    await written(people, meeting);
    const window = windowOf(kari, meeting);
    await until(() => window.seen.meeting !== null, 'the window');
    expect(await does(window, 'start')).toBe('ok');
    expect(await does(window, 'sumUp', { evenSo: true })).toBe('ok');
    const asked = endOf(kari, meeting).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await before.kill();
    await asked;
    const after = await startProgram(dataDir);
    const guest = new Guest(after.url);
    guest.cookie = people.aase.cookie;
    const { status } = await guest.get(`/api/meetings/${meeting}`);
    await after.kill();
    const left = await filesWith(dataDir, WORD);
    if (status === 200) expect(left).not.toEqual([]);
    else expect([status, left]).toEqual([410, []]);
  });
});
