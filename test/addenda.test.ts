import { describe, expect, test } from 'vitest';
import { Addendum } from '#shared/agreement/addendum.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { agreedMeeting, agreementOf, changing, hashOf, makeVersion, sign } from './support/agreed.ts';
import { idOf, joined, type Guest } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';

const add = (guest: Guest, meeting: string, words: unknown, version: number | string = 1) =>
  guest.post(`/api/meetings/${meeting}/versions/${version}/addenda`, { words });
const versionOf = async (guest: Guest, meeting: string, version = 1) =>
  AgreedVersion.parse((await guest.get(`/api/meetings/${meeting}/versions/${version}`)).body);

describe('an addendum', () => {
  test('stands beside the version, which stays as it was, with who, when and to what', async () => {
    const { meeting, people } = await agreedMeeting();
    const { Kari, Åse } = people;
    const before = await versionOf(Kari, meeting);
    const words = 'Datteren er varslet på telefon 14:10.';
    const came = await add(Kari, meeting, `  ${words}  `);
    const addendum = Addendum.parse(came.body);
    expect(came.status).toBe(201);
    expect(addendum).toMatchObject({ version: 1, hash: before.hash, words, role: 'hospital' });
    expect(addendum.participant).toBe(await idOf(Kari, meeting));

    await add(Åse, meeting, 'Takk.');
    const after = await versionOf(Kari, meeting);
    expect(
      after.addenda.map(({ words }) => words),
      'oldest first',
    ).toEqual([words, 'Takk.']);
    expect({ ...after, addenda: [] }).toEqual(before);
    expect(hashOf(after.plan)).toBe(before.hash);
    const { versions, signatures, unsigned, draft } = await agreementOf(people.Mona, meeting);
    expect(versions.map(({ version, hash, addenda }) => [version, hash, addenda.length])).toEqual([
      [1, before.hash, 2],
    ]);
    expect([signatures.some(({ lapsed }) => lapsed), unsigned, draft]).toEqual([false, [], null]);
    const file = await Kari.get(`/api/meetings/${meeting}/versions/1/export?format=json`);
    expect((file.body['addenda'] as unknown[]).length).toBe(2);
  });

  test('belongs to one version, also when a newer one is made', async () => {
    const { meeting, people } = await agreedMeeting();
    const { Kari, Mona, Per, Åse } = people;
    const needs = await pen(Kari, meeting, 'needs');
    await changing(Kari, meeting, 'needs', () => textRoot(needs.doc).insert(0, 'Følge. '));
    for (const guest of [Kari, Mona, Per, Åse]) await sign(guest, meeting);
    expect((await makeVersion(Kari, meeting)).body['version']).toBe(2);
    expect((await add(Mona, meeting, 'Til den første.', 1)).status).toBe(201);
    expect((await add(Mona, meeting, 'Til den andre.', 2)).status).toBe(201);
    expect((await versionOf(Kari, meeting, 1)).addenda.map(({ words }) => words)).toEqual(['Til den første.']);
    expect((await versionOf(Kari, meeting, 2)).addenda.map(({ words }) => words)).toEqual(['Til den andre.']);
  });

  test('is told to everyone at once, and stands in the log', async () => {
    const { meeting, people } = await agreedMeeting();
    const window = windowOf(people.Mona, meeting);
    await until(() => window.seen.agreement !== null, 'the window');
    await add(people.Kari, meeting, 'Ringt.');
    await until(() => window.seen.agreement?.versions[0]?.addenda.length === 1, 'the addendum to be seen');
    const log = (await people.Åse.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, string>[];
    expect(log.filter(({ action }) => action === 'added').map(({ about, outcome }) => [about, outcome])).toEqual([
      ['version 1', 'done'],
    ]);
    expect(JSON.stringify(log), 'never its words').not.toContain('Ringt');
  });

  test('is refused where there is nothing to add to, and where nothing is added', async () => {
    const { meeting, people } = await agreedMeeting();
    for (const version of [2, 0, 'one', '1.5'])
      expect([version, (await add(people.Kari, meeting, 'Noe.', version)).body.code]).toEqual([version, 'not-found']);
    for (const words of ['', '   ', 'x'.repeat(4001), 7, undefined])
      expect((await add(people.Kari, meeting, words)).body.code).toBe('bad-input');
    expect((await add(people.Kari, meeting, 'x'.repeat(4000))).status).toBe(201);
  });

  test('is for staff, the patient, and kin who see all; an interpreter adds nothing', async () => {
    const { meeting, people } = await agreedMeeting();
    for (const guest of [people.Kari, people.Mona, people.Per, people.Åse, people.Line])
      expect((await add(guest, meeting, 'Noe mer.')).status).toBe(201);
    const interpreter = await joined(people.Kari, meeting, { role: 'interpreter' });
    expect((await add(interpreter, meeting, 'Noe mer.')).body.code).toBe('forbidden');
    const withheld = `/api/meetings/${meeting}/participants/${await idOf(people.Line, meeting)}/withheld`;
    await people.Åse.put(withheld, { sections: ['story'] });
    expect((await add(people.Line, meeting, 'Noe mer.')).body.code).toBe('forbidden');
    const stranger = await joined(people.Kari, meeting, { role: 'gp', name: 'Ny Fastlege' });
    await people.Kari.delete(`/api/meetings/${meeting}/participants/${await idOf(stranger, meeting)}`);
    expect((await add(stranger, meeting, 'Noe mer.')).status).toBeGreaterThanOrEqual(400);
    expect((await versionOf(people.Kari, meeting)).addenda).toHaveLength(5);
  });
});
