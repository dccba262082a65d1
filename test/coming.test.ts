import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Guest, invite, joined, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { pdfText } from './support/pdfText.ts';
import { unbroken } from './support/planWords.ts';

const STARTS_AT = '2026-11-25T12:00:00+01:00';
const HELP = '33 00 00 02';
const NO_HELP = { phone: null, startsAt: null };
const DAY_MS = 24 * 3_600_000;

const wanted = (over: object = {}) => ({
  ...{ template: 'frail-elderly', startsAt: STARTS_AT, patient: { name: 'Åse Fiktiv' } },
  ...over,
});

/** A nurse's meeting with somebody to ring. */
async function helped() {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', profession: 'nurse', name: 'Kari Nilsen' });
  const made = await nurse.post('/api/meetings', wanted({ helpPhone: '+47 33000002' }));
  return { house, nurse, meeting: String(made.body['id']) };
}

const askHelp = (url: string, token: string) => new Guest(url).post('/api/invitations/help', { token });
const redeem = (url: string, token: string, code: string) =>
  new Guest(url).post('/api/invitations/redeem', { token, code });

/** The letter as it comes, byte for byte. */
async function letterOf(by: Guest, meeting: string, body: object) {
  const response = await fetch(`${by.url}/api/meetings/${meeting}/letter`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: by.cookie },
    body: JSON.stringify(body),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const problem = response.ok ? null : (JSON.parse(Buffer.from(bytes).toString()) as { code: string }).code;
  return { status: response.status, type: response.headers.get('content-type'), bytes, problem };
}

describe('the number of whoever helps people in', () => {
  test('is shown to everyone in the meeting, as one reads a number', async () => {
    const { nurse, meeting } = await helped();
    const patient = await joined(nurse, meeting, { role: 'patient' });
    expect((await patient.get(`/api/meetings/${meeting}`)).body['helpPhone']).toBe(HELP);
    const { body: without } = await nurse.post('/api/meetings', wanted());
    expect((await nurse.get(`/api/meetings/${String(without['id'])}`)).body['helpPhone']).toBeNull();
  });

  test.each(['33 00 00 02', '+47 33 00 00 02', '912 34 567', '02800'])('may be %s', async (helpPhone) => {
    const { nurse } = await helped();
    expect((await nurse.post('/api/meetings', wanted({ helpPhone }))).status).toBe(201);
  });

  test.each(['113', '112', '116 117', 'Kari', '33 00 00', 'tlf 33 00 00 02', '33 00 00 02 eller 33 00 00 03', ''])(
    'may not be „%s”',
    async (helpPhone) => {
      const { nurse } = await helped();
      const came = await nurse.post('/api/meetings', wanted({ helpPhone }));
      expect([came.status, came.body.code]).toEqual([400, 'bad-input']);
    },
  );

  test('is told to whoever has the link, with the time and nothing else, and uses nothing up', async () => {
    const { house, nurse, meeting } = await helped();
    const { token, code } = await invite(nurse, meeting, { role: 'patient' });
    for (let opened = 0; opened < 3; opened++) {
      const came = await askHelp(house.url, token);
      expect([came.status, came.body]).toEqual([200, { phone: HELP, startsAt: Date.parse(STARTS_AT) }]);
      expect(came.headers.getSetCookie()).toEqual([]);
    }
    await fetch(`${house.url}/join`, { method: 'HEAD' });
    expect((await redeem(house.url, token, code)).status).toBe(204);
  });

  test('is told without the time once the invitation can no longer be used', async () => {
    const { house, nurse, meeting } = await helped();
    const [used, revoked, expired] = [
      await invite(nurse, meeting, { role: 'patient' }),
      await invite(nurse, meeting, { role: 'kin' }),
      await invite(nurse, meeting, { role: 'gp' }),
    ];
    await redeem(house.url, used.token, used.code);
    await nurse.delete(`/api/meetings/${meeting}/invitations/${revoked.id}`);
    for (const { token } of [used, revoked])
      expect((await askHelp(house.url, token)).body).toEqual({ phone: HELP, startsAt: null });
    expect((await askHelp(house.url, expired.token)).body['startsAt']).toBe(Date.parse(STARTS_AT));
    house.pass(40 * DAY_MS);
    expect((await askHelp(house.url, expired.token)).body).toEqual({ phone: HELP, startsAt: null });
  });

  test('an unknown link is answered like that of a meeting without a number', async () => {
    const { house, nurse } = await helped();
    const { body: without } = await nurse.post('/api/meetings', wanted());
    const { token } = await invite(nurse, String(without['id']), { role: 'patient' });
    expect((await askHelp(house.url, token)).body).toEqual(NO_HELP);
    expect((await askHelp(house.url, 'x'.repeat(32))).body).toEqual(NO_HELP);
    expect((await askHelp(house.url, 'no token')).body.code).toBe('bad-input');
  });

  test('may be asked ten times a minute with one link, and asking costs no try of the code', async () => {
    const { house, nurse, meeting } = await helped();
    const { token, code } = await invite(nurse, meeting, { role: 'patient' });
    for (let asked = 0; asked < 10; asked++) expect((await askHelp(house.url, token)).status).toBe(200);
    const eleventh = await askHelp(house.url, token);
    expect([eleventh.status, eleventh.body.code]).toEqual([429, 'too-many']);
    expect((await redeem(house.url, token, code)).status).toBe(204);
  });

  test('goes away with the meeting', async () => {
    const { house, nurse, meeting } = await helped();
    const { token } = await invite(nurse, meeting, { role: 'patient' });
    expect((await nurse.delete(`/api/meetings/${meeting}/appointment`)).status).toBe(200);
    expect((await askHelp(house.url, token)).body).toEqual(NO_HELP);
    await house.close();
    // What was left when it closed, the next start takes away.
    await (await runHouse({ dataDir: house.dataDir })).close();
    const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
    const kept = db.prepare('SELECT help_phone FROM meetings WHERE id = ?').get(meeting);
    expect(kept?.['help_phone']).toBeNull();
    db.close();
  });
});

describe('the letter', () => {
  test('is made of the link and the code that belong together, in the language that was asked for, and is logged', async () => {
    const { house, nurse, meeting } = await helped();
    const { url, token, code } = await invite(nurse, meeting, { role: 'patient', name: 'Åse Fiktiv' });
    const { status, type, bytes } = await letterOf(nurse, meeting, { url, code, language: 'nn' });
    expect([status, type]).toEqual([200, 'application/pdf']);
    const words = unbroken(pdfText(bytes));
    for (const told of [
      'Åse Fiktiv',
      'Kari Nilsen',
      `${code.slice(0, 3)} ${code.slice(3)}`,
      HELP,
      'Du er invitert til eit',
    ])
      expect(words).toContain(unbroken(told));
    // Hyphens of the token are no places where a line was broken.
    expect(pdfText(bytes).replace(/\s/g, '')).toContain(`${house.url}/join?language=nn#${token}`);
    const log = (await nurse.get(`/api/meetings/${meeting}/log`)).body as unknown as {
      action: string;
      about: string;
    }[];
    expect(log.at(-2)).toMatchObject({ action: 'letter-made', about: 'patient' });
    expect(JSON.stringify(log)).not.toContain(token);
    // Nor has the letter used anything up.
    expect((await redeem(house.url, token, code)).status).toBe(204);
  });

  test('is made for the invitation of this meeting alone, with the right code, while it is open', async () => {
    const { nurse, meeting } = await helped();
    const { url, code, token, id } = await invite(nurse, meeting, { role: 'patient' });
    const foreign = await invite(nurse, await meetingBy(nurse), { role: 'patient' });
    const wrong = code === '000000' ? '000001' : '000000';
    const refused = async (body: object) => {
      const { status, problem } = await letterOf(nurse, meeting, body);
      return [status, problem];
    };
    expect(await refused({ url, code: wrong })).toEqual([404, 'not-found']);
    expect(await refused({ url: foreign.url, code: foreign.code })).toEqual([404, 'not-found']);
    expect(await refused({ url: `https://evil.example.no/join#${token}`, code })).toEqual([404, 'not-found']);
    expect(await refused({ url: url.replace('/join', '/joins'), code })).toEqual([404, 'not-found']);
    expect(await refused({ url: url.replace(token, 'x'.repeat(32)), code })).toEqual([404, 'not-found']);
    expect(await refused({ url: 'join', code })).toEqual([400, 'bad-input']);
    expect(await refused({ url, code, language: 'de' })).toEqual([400, 'bad-input']);
    expect(await refused({ url, code })).toEqual([200, null]);
    await nurse.delete(`/api/meetings/${meeting}/invitations/${id}`);
    expect(await refused({ url, code })).toEqual([410, 'gone']);
  });

  test('is made by those who may invite, and by nobody else', async () => {
    const { house, nurse, meeting } = await helped();
    const { url, code } = await invite(nurse, meeting, { role: 'patient' });
    const line = await joined(nurse, meeting, { role: 'kin' });
    expect((await letterOf(line, meeting, { url, code })).problem).toBe('forbidden');
    const stranger = await signedIn(house.url, { role: 'municipality' });
    expect((await letterOf(stranger, meeting, { url, code })).problem).toBe('not-found');
    const mona = await joined(nurse, meeting, { role: 'municipality' });
    expect((await letterOf(mona, meeting, { url, code })).status).toBe(200);
  });
});

test('those who wait are told who is invited; kin are not told of other kin', async () => {
  const { house, nurse, meeting } = await helped();
  const { token, code } = await invite(nurse, meeting, { role: 'patient', name: 'Åse Fiktiv' });
  const line = await joined(nurse, meeting, { role: 'kin', name: 'Line Fiktiv' });
  await invite(nurse, meeting, { role: 'kin', name: 'Ola Fiktiv' });
  const revoked = await invite(nurse, meeting, { role: 'gp', name: 'Per Berg' });
  await nurse.delete(`/api/meetings/${meeting}/invitations/${revoked.id}`);
  const path = `/api/meetings/${meeting}/coming`;
  const [aase, ola] = [
    { name: 'Åse Fiktiv', role: 'patient' },
    { name: 'Ola Fiktiv', role: 'kin' },
  ];
  expect((await nurse.get(path)).body).toEqual([aase, ola]);
  expect((await line.get(path)).body).toEqual([aase]);
  const patient = new Guest(house.url);
  await patient.post('/api/invitations/redeem', { token, code });
  expect((await patient.get(path)).body).toEqual([ola]);
  expect((await (await signedIn(house.url, { role: 'gp' })).get(path)).status).toBe(404);
});
