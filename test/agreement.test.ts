import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Plan } from '#shared/plan/plan.ts';
import { rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { hashOf, planOf, readinessOf, readyMeeting, sign } from './support/agreed.ts';
import { idOf } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { pen } from './support/pen.ts';
import { seated } from './support/seat.ts';
import { until } from './support/until.ts';

describe('agreeing', () => {
  test('the prepared meeting is not complete, and says what is missing and who can mend it', async () => {
    const { url } = await runHouse();
    const { meeting, people } = await seated(url, ['Kari']);
    const { complete, missing } = await readinessOf(people.Kari, meeting);
    expect(complete).toBe(false);
    expect(missing.map(({ section }) => section)).toEqual(expect.arrayContaining(['followup', 'conversation']));
    const came = await people.Kari.post(`/api/meetings/${meeting}/versions`, {});
    expect([came.status, came.body.code]).toEqual([409, 'incomplete']);
    expect(came.body['missing']).toEqual(missing);
  });

  test('the plan that is read has the shape of the registry, and its hash is told', async () => {
    const { url } = await runHouse();
    const { meeting, people } = await seated(url, ['Åse']);
    const came = await people.Åse.get(`/api/meetings/${meeting}/plan`);
    expect(Plan.safeParse(came.body).error).toBeUndefined();
    expect(came.headers.get('ETag')).toBe(`"${hashOf(came.body)}"`);
  });

  test('signs exactly what was read: a hash of anything else is refused', async () => {
    const { meeting, people } = await readyMeeting();
    expect((await sign(people.Mona, meeting, { hash: 'a'.repeat(64) })).body.code).toBe('changed');
    expect((await sign(people.Mona, meeting, { hash: 'not a hash' })).body.code).toBe('bad-input');
    expect((await sign(people.Mona, meeting, { decision: 'object' })).body.code).toBe('bad-input');
    expect((await sign(people.Mona, meeting, { decision: 'object', reason: 'Natt er ikke avklart.' })).status).toBe(
      201,
    );
    expect((await sign(people.Mona, meeting)).status).toBe(201);
  });

  test('makes version N when everything is there and every party has spoken, and not before', async () => {
    const { meeting, people, house } = await readyMeeting();
    const { Kari, Mona, Åse, Per } = people;
    const make = () => Kari.post(`/api/meetings/${meeting}/versions`, {});
    expect((await make()).body['unsigned']).toEqual(['hospital', 'municipality', 'patient', 'gp']);
    for (const guest of [Kari, Mona, Per]) expect((await sign(guest, meeting)).status).toBe(201);
    expect((await make()).body['unsigned']).toEqual(['patient']);
    await sign(Åse, meeting, { decision: 'reserve', reason: 'Jeg vil prøve en natt alene først.' });
    const made = await make();
    expect([made.status, made.body['version']]).toEqual([201, 1]);
    expect((await Kari.get(`/api/meetings/${meeting}`)).body['state']).toMatchObject({ status: 'agreed', version: 1 });

    await house.close();
    const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
    expect(() => db.exec("UPDATE versions SET body = 'x'")).toThrow(/never change/);
    expect(() => db.exec("UPDATE signatures SET body = 'x'")).toThrow(/never change/);
    db.close();
  });

  test('a change makes the signature lapse, for all to see; what was agreed stays as it was', async () => {
    const { meeting, people, goals } = await readyMeeting();
    const { Kari, Mona, Åse, Per } = people;
    for (const guest of [Kari, Mona, Per, Åse]) await sign(guest, meeting);
    const { hash } = (await Kari.post(`/api/meetings/${meeting}/versions`, {})).body;
    const [first] = rowsRoot(goals.doc).toArray() as Y.Map<unknown>[];
    first?.set('scoreNow', 9);
    const agreement = async () => (await Mona.get(`/api/meetings/${meeting}/agreement`)).body;
    await until(async () => (await agreement())['hash'] !== hash, 'the change to arrive');
    const after = (await agreement()) as { signatures?: { lapsed: boolean }[]; unsigned?: string[] };
    expect(after.signatures?.every(({ lapsed }) => lapsed)).toBe(true);
    expect(after.unsigned).toHaveLength(4);
    expect((await Kari.post(`/api/meetings/${meeting}/versions`, {})).body.code).toBe('incomplete');
    const version = (await Mona.get(`/api/meetings/${meeting}/versions/1/export?format=json`)).body;
    expect(version['hash']).toBe(hash);
    expect(hashOf(version['plan'])).toBe(hash);
  });

  test('a patient who cannot sign is not passed over in silence: the reason stands in the version', async () => {
    const { meeting, people } = await readyMeeting();
    for (const guest of [people.Kari, people.Mona, people.Per]) await sign(guest, meeting);
    const withoutPatient = 'Åse sover; Line har lest opp planen for henne.';
    const made = await people.Kari.post(`/api/meetings/${meeting}/versions`, { withoutPatient });
    expect(made.status).toBe(201);
    const version = (await people.Kari.get(`/api/meetings/${meeting}/versions/1/export?format=json`)).body;
    expect(version['withoutPatient']).toBe(withoutPatient);
  });

  test('the word of somebody who was shown out does not count', async () => {
    const { meeting, people } = await readyMeeting();
    const { Kari, Mona, Åse, Per } = people;
    for (const guest of [Kari, Mona, Per, Åse]) await sign(guest, meeting);
    await Kari.delete(`/api/meetings/${meeting}/participants/${await idOf(Åse, meeting)}`);
    expect((await Kari.post(`/api/meetings/${meeting}/versions`, {})).body['unsigned']).toEqual(['patient']);
  });

  test('the same content with the same words on it is made a version once', async () => {
    const { meeting, people } = await readyMeeting();
    for (const guest of [people.Kari, people.Mona, people.Per, people.Åse]) await sign(guest, meeting);
    const make = () => people.Kari.post(`/api/meetings/${meeting}/versions`, {});
    const came = await Promise.all([make(), make(), make()]);
    expect(came.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await sign(people.Per, meeting, { decision: 'reserve', reason: 'Blodprøve først.' });
    expect((await make()).body['version']).toBe(2);
  });

  test('one word more is another content', async () => {
    const { meeting, people } = await readyMeeting();
    const before = hashOf(await planOf(people.Kari, meeting));
    const needs = await pen(people.Kari, meeting, 'needs');
    textRoot(needs.doc).insert(0, 'Trenger følge til legen. ');
    await until(async () => hashOf(await planOf(people.Mona, meeting)) !== before, 'the hash to change');
    expect((await sign(people.Mona, meeting, { hash: before })).body.code).toBe('changed');
  });
});

describe('export', () => {
  test('gives every face of version N, and each export stands in the log', async () => {
    const { meeting, people } = await readyMeeting();
    for (const guest of [people.Kari, people.Mona, people.Per, people.Åse]) await sign(guest, meeting);
    await people.Kari.post(`/api/meetings/${meeting}/versions`, {});
    const types = {
      fhir: /^application\/fhir\+json/,
      pdf: /^application\/pdf/,
      text: /^text\/plain/,
      json: /^application\/json/,
      patient: /^application\/pdf/,
    };
    for (const [format, type] of Object.entries(types)) {
      const came = await people.Line.get(`/api/meetings/${meeting}/versions/1/export?format=${format}`);
      expect([format, came.status]).toEqual([format, 200]);
      expect(came.headers.get('content-type')).toMatch(type);
      expect(came.headers.get('content-disposition')).not.toMatch(/Åse|Fiktiv/);
    }
    const text = (await people.Per.get(`/api/meetings/${meeting}/versions/1/export?format=text`)).text;
    expect(text).toContain('postkassen');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const log = (await people.Åse.get(`/api/meetings/${meeting}/log`)).body as unknown as { action: string }[];
    expect(log.filter(({ action }) => action === 'exported')).toHaveLength(6);
    expect((await people.Kari.get(`/api/meetings/${meeting}`)).body['state']).toMatchObject({ status: 'exported' });
    expect((await people.Kari.get(`/api/meetings/${meeting}/versions/2/export?format=json`)).status).toBe(404);
  });
});
