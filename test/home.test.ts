import { expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { agreedMeeting } from './support/held.ts';
import { idOf, joined, signedIn } from './support/guest.ts';
import { pdfText } from './support/pdfText.ts';
import { unbroken } from './support/planWords.ts';

const GP_VISIT = aase.plan.followup[2]!.id;

test('the patient reads the agreed version as it was frozen, and it does not count as exported', async () => {
  const { people, meeting, hash } = await agreedMeeting();
  const at = `/api/meetings/${meeting}/versions`;
  const came = await people.aase.get(`${at}/1`);
  expect([came.status, AgreedVersion.parse(came.body).hash]).toEqual([200, hash]);
  expect((await people.aase.get(`${at}/2`)).status).toBe(404);
  expect((await people.aase.get(`${at}/one`)).status).toBe(404);
  const own = await people.aase.get(`/api/meetings/${meeting}`);
  expect(own.body['state']).toMatchObject({ status: 'agreed', version: 1 });
  const log = (await people.kari.get(`/api/meetings/${meeting}/log`)).text;
  expect(log).toContain('"read","about":"version 1"');
});

test('the appointments come as a calendar file, all or one, and are noted in the access log', async () => {
  const { people, meeting } = await agreedMeeting();
  const at = `/api/meetings/${meeting}/versions/1/appointments.ics`;
  const came = await people.aase.get(at);
  expect([came.status, came.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(came.headers.get('content-disposition')).toContain('avtaler.ics');
  expect(came.text.match(/BEGIN:VEVENT/g)).toHaveLength(5);
  const one = await people.aase.get(`${at}?row=${GP_VISIT}&language=en`);
  expect(one.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(one.text).toContain('Appointment: Time hos fastlegen');
  expect((await people.aase.get(`${at}?row=no-such-row`)).status).toBe(404);
  expect((await people.aase.get(`${at}?language=se`)).status).toBe(400);
  expect((await people.kari.get(`/api/meetings/${meeting}/log`)).text).toContain('version 1, appointments');
});

test('kin from whom something is kept get neither version nor calendar; shared with again, they get both', async () => {
  const { people, meeting } = await agreedMeeting();
  const line = await idOf(people.line, meeting);
  const withheld = `/api/meetings/${meeting}/participants/${line}/withheld`;
  const ask = async () => [
    (await people.line.get(`/api/meetings/${meeting}/versions/1`)).status,
    (await people.line.get(`/api/meetings/${meeting}/versions/1/appointments.ics`)).status,
    (await people.line.get(`/api/meetings/${meeting}/versions/1/export?format=patient`)).status,
  ];
  expect(await ask()).toEqual([200, 200, 200]);
  await people.aase.put(withheld, { sections: ['medications'] });
  expect(await ask()).toEqual([403, 403, 403]);
  await people.aase.put(withheld, { sections: [] });
  expect(await ask()).toEqual([200, 200, 200]);
});

test('strangers and those who were never in the meeting find nothing there', async () => {
  const { house, people, meeting } = await agreedMeeting();
  const other = await signedIn(house.url, { role: 'hospital', name: 'Ola Nordmann' });
  for (const path of ['', '/appointments.ics'])
    expect((await other.get(`/api/meetings/${meeting}/versions/1${path}`)).status).toBe(404);
  const late = await joined(people.kari, meeting, { role: 'interpreter' });
  expect((await late.get(`/api/meetings/${meeting}/versions/1`)).status).toBe(200);
});

test('the patient’s PDF speaks the language that is asked for, and refuses one that it does not know', async () => {
  const { people, meeting } = await agreedMeeting();
  const at = `${people.aase.url}/api/meetings/${meeting}/versions/1/export?format=patient`;
  const pdf = async (more: string) => {
    const response = await fetch(`${at}${more}`, { headers: { Cookie: people.aase.cookie } });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const first = async (more: string) => unbroken(pdfText((await pdf(more)).bytes).split('\n')[0] ?? '');
  expect(await first('')).toContain(unbroken('Hvis det blir verre'));
  expect(await first('&language=en')).toContain(unbroken('If I get worse'));
  // Asked for again, each is still its own.
  expect(await first('&language=nb')).toContain(unbroken('Hvem kan jeg ringe'));
  expect(await first('&language=nn')).toContain(unbroken('Kven kan eg ringje'));
  for (const wrong of ['&language=se', '&language=', '&language=nb&language=nn'])
    expect((await pdf(wrong)).status, wrong).toBe(400);
}, 60_000);
