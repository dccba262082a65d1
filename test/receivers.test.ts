import { describe, expect, test } from 'vitest';
import { patientSheet } from '#server/export/pdf/patient.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { idOf, type Guest } from './support/guest.ts';
import { agree, agreedMeeting, writtenMeeting } from './support/held.ts';
import { windowOf } from './support/liveWindow.ts';
import { nb } from './support/speech.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';

const refuse = (by: Guest, meeting: string, refused: readonly string[]) =>
  by.put(`/api/meetings/${meeting}/receivers`, { refused });

const copyFor = (guest: Guest, meeting: string, version = 1, format = 'text') =>
  guest.get(`/api/meetings/${meeting}/versions/${version}/export?format=${format}`);

describe('the patient says to whom the plan is not sent', () => {
  test('and nobody else does; what is no receiver is not refused', async () => {
    const { nurse, mona, kin, patient, meeting } = await ward();
    for (const other of [nurse, mona, kin]) expect((await refuse(other, meeting, ['gp'])).status).toBe(403);
    for (const wrong of [['hospital'], ['patient'], ['gp', 'gp', 'gp', 'gp']])
      expect((await refuse(patient, meeting, wrong)).status).toBe(400);
    expect((await nurse.get(`/api/meetings/${meeting}`)).body['refused']).toEqual([]);
    expect((await refuse(patient, meeting, ['kin', 'gp', 'gp'])).status).toBe(204);
    expect((await nurse.get(`/api/meetings/${meeting}`)).body['refused']).toEqual(['gp', 'kin']);
  });

  test('which every open window hears at once, and the access log keeps', async () => {
    const { nurse, mona, patient, meeting } = await ward();
    const window = windowOf(mona, meeting);
    await until(() => window.seen.meeting !== null, 'the meeting');
    await refuse(patient, meeting, ['municipality']);
    await until(() => window.seen.meeting?.refused.includes('municipality') === true, 'the refusal', 1000);
    await refuse(patient, meeting, []);
    await until(() => window.seen.meeting?.refused.length === 0, 'it to be taken back', 1000);
    const log = (await nurse.get(`/api/meetings/${meeting}/log`)).body as unknown as {
      action: string;
      about: string;
    }[];
    expect(log.filter(({ action }) => action === 'receivers').map(({ about }) => about)).toEqual([
      'municipality',
      'nobody',
    ]);
  });
});

describe('whoever is refused the plan', () => {
  test('gets no copy of it in any form, is told why, and gets it again when the patient says so; others do', async () => {
    const { meeting, people } = await agreedMeeting();
    const { aase, per, mona, kari, line } = people;
    expect((await refuse(aase, meeting, ['gp', 'kin'])).status).toBe(204);
    for (const format of ['text', 'json', 'fhir', 'pdf', 'patient']) {
      const came = await copyFor(per, meeting, 1, format);
      expect([came.status, came.body.code], format).toEqual([403, 'not-a-receiver']);
    }
    expect((await copyFor(line, meeting)).body.code).toBe('not-a-receiver');
    expect((await per.get(`/api/meetings/${meeting}/minutes?format=text`)).body.code).toBe('not-a-receiver');
    for (const other of [mona, kari, aase]) expect((await copyFor(other, meeting)).status).toBe(200);
    expect((await mona.get(`/api/meetings/${meeting}/minutes?format=text`)).status).toBe(200);
    // In the meeting one sees it all the same.
    for (const read of ['plan', 'minutes', 'agreement'])
      expect((await per.get(`/api/meetings/${meeting}/${read}`)).status, read).toBe(200);
    expect((await refuse(aase, meeting, ['kin'])).status).toBe(204);
    expect((await copyFor(per, meeting)).status).toBe(200);
  });

  test('is refused in the next meeting as well', async () => {
    const { meeting, people } = await agreedMeeting();
    await refuse(people.aase, meeting, ['gp']);
    const next = await people.kari.post(`/api/meetings/${meeting}/next`, { startsAt: '2026-12-23T12:00:00+01:00' });
    const view = (await people.kari.get(`/api/meetings/${String(next.body['id'])}`)).body;
    expect(view['refused']).toEqual(['gp']);
  });
});

describe('an agreed version', () => {
  test('says whom the patient refused when it was agreed, and another choice makes another version of the same plan', async () => {
    const { meeting, people } = await writtenMeeting();
    const { kari, aase } = people;
    await refuse(aase, meeting, ['gp']);
    const hash = await agree(people, meeting);
    const first = await copyFor(kari, meeting);
    expect(first.text).toContain(`${nb.consent.receivers.refusedLabel}: fastlegen`);
    expect((await kari.post(`/api/meetings/${meeting}/versions`, {})).status, 'the same again').toBe(409);
    await refuse(aase, meeting, []);
    expect((await copyFor(kari, meeting)).text, 'what was said then').toBe(first.text);
    expect((await kari.post(`/api/meetings/${meeting}/versions`, {})).body).toEqual({ version: 2, hash });
    expect((await copyFor(kari, meeting, 2)).text).not.toContain(nb.consent.receivers.refusedLabel);
  });

  test.each([
    { refused: [], sendTo: ['gp'] },
    { refused: ['gp'], sendTo: [] },
  ])(
    'is to be sent to the GP who was not there, unless the patient refuses that: $refused',
    async ({ refused, sendTo }) => {
      const { meeting, people } = await writtenMeeting();
      const { kari, aase, per } = people;
      const gone = `/api/meetings/${meeting}/participants/${await idOf(per, meeting)}`;
      expect((await kari.delete(gone)).status).toBe(204);
      await refuse(aase, meeting, refused);
      await agree(people, meeting);
      expect((await copyFor(kari, meeting, 1, 'json')).body).toMatchObject({ refused, sendTo });
      expect((await copyFor(kari, meeting)).text.includes('Må sendes til: fastlegen')).toBe(sendTo.length > 0);
    },
  );

  test('says so in the patient’s own copy, in the patient’s words', () => {
    const told = (refused: AgreedVersion['refused']) =>
      JSON.stringify(patientSheet(agreedVersion(undefined, { refused })));
    expect(told(['gp'])).toContain(nb.consent.receivers.refusedMine);
    expect(told([])).not.toContain(nb.consent.receivers.refusedMine);
  });

  test('of before receivers could be refused refuses nobody', () => {
    const { refused: _refused, ...old } = agreedVersion();
    expect(AgreedVersion.parse(old).refused).toEqual([]);
  });
});
