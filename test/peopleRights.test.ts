import { describe, expect, test } from 'vitest';
import type { SectionKey } from '#shared/plan/sections.ts';
import { Guest, idOf, meetingBy, signedIn } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { until } from './support/until.ts';
import { DOORS, userOf, ward } from './support/ward.ts';
import { presenceFor } from './support/wireEnd.ts';

/** What is decided about somebody takes effect on their open lines within this time. */
const AT_ONCE_MS = 1000;

describe('over HTTP', () => {
  test('the facilitator says what others are: not the patient, not themselves, and nobody else says it', async () => {
    const { house, nurse, patient, kin, mona, meeting, at, recast } = await ward();
    for (const by of [patient, kin, mona]) expect((await recast(mona, 'gp', null, by)).status).toBe(403);
    expect((await recast(nurse, 'gp')).status).toBe(403);
    expect((await recast(patient, 'kin')).body.code).toBe('bad-input');
    expect((await recast(mona, 'patient')).body.code).toBe('bad-input');
    expect((await recast(mona, 'gp', 'doctor')).body.code).toBe('bad-input');
    expect((await recast(mona, 'queen')).body.code).toBe('bad-input');
    const stranger = await signedIn(house.url, { role: 'hospital' });
    expect((await recast(mona, 'gp', null, stranger)).status).toBe(404);
    expect((await new Guest(house.url).put(await at('cast', mona), { role: 'gp', profession: null })).status).toBe(401);
    const [elsewhere, own] = [await meetingBy(stranger), await idOf(mona, meeting)];
    const foreign = `/api/meetings/${elsewhere}/participants/${own}/cast`;
    expect((await stranger.put(foreign, { role: 'gp', profession: null })).status).toBe(404);
    expect((await nurse.put(`/api/meetings/${meeting}/participants/nobody/cast`, {})).status).not.toBe(204);
    expect((await mona.get('/api/me')).body['role'], 'nothing of that changed anything').toBe('municipality');

    expect((await recast(mona, 'hospital', 'doctor')).status).toBe(204);
    expect((await mona.get('/api/me')).body).toMatchObject({ role: 'hospital', profession: 'doctor' });
    const log = (await nurse.get(`/api/meetings/${meeting}/log`)).text;
    expect(log).toContain(`${own}: hospital`);
    expect(log).toContain('/cast: forbidden');
  });

  test('the patient says what kin get to see, and nobody else, and of nobody else', async () => {
    const { house, nurse, patient, kin, mona, meeting, withhold } = await ward();
    for (const by of [nurse, kin, mona]) expect((await withhold(['story'], by)).status).toBe(403);
    for (const from of [mona, nurse, patient]) expect((await withhold(['story'], patient, from)).status).toBe(403);
    expect((await withhold(['notes'])).body.code).toBe('bad-input');
    const stranger = await signedIn(house.url, { role: 'hospital' });
    expect((await withhold(['story'], stranger)).status).toBe(404);
    expect((await kin.get(`/api/meetings/${meeting}/plan`)).body).toHaveProperty('story');

    expect((await withhold(['story', 'story', 'intensity'])).status).toBe(204);
    const plan = (await kin.get(`/api/meetings/${meeting}/plan`)).body;
    expect(plan).not.toHaveProperty('story');
    expect(plan).not.toHaveProperty('intensity');
    expect(plan).toHaveProperty('goals');
    expect((await patient.get(`/api/meetings/${meeting}/plan`)).body).toHaveProperty('story');
    const view = (await patient.get(`/api/meetings/${meeting}`)).body['participants'] as { withheld: string[] }[];
    expect(view.map(({ withheld }) => withheld)).toContainEqual(['story', 'intensity']);
  });

  test('kin from whom something is withheld gets no export, whatever format; others do', async () => {
    const { kin, patient, meeting, withhold } = await ward();
    const asks = (by: Guest) => by.get(`/api/meetings/${meeting}/versions/1/export?format=json`);
    expect((await asks(kin)).status, 'no version is made yet').toBe(404);
    await withhold(['intensity']);
    for (const format of ['fhir', 'pdf', 'text', 'json', 'patient'])
      expect((await kin.get(`/api/meetings/${meeting}/versions/1/export?format=${format}`)).status).toBe(403);
    expect((await asks(patient)).status).toBe(404);
  });

  test('what the patient withholds stays withheld when kin becomes something else and kin again', async () => {
    const { kin, meeting, withhold, recast } = await ward();
    const reads = async () => 'story' in (await kin.get(`/api/meetings/${meeting}/plan`)).body;
    await withhold(['story']);
    await recast(kin, 'municipality');
    expect(await reads()).toBe(true);
    await recast(kin, 'kin');
    expect(await reads()).toBe(false);
  });
});

describe('in the meeting', () => {
  test('everyone has a colour of their own, the same in each part, also when somebody has left', async () => {
    const { nurse, kin, mona, patient, meeting, at } = await ward();
    const watch = DOORS['the line']!(patient, meeting);
    const colours = async (section: SectionKey) => {
      const seen = await watch(section).sync();
      const people = [nurse, mona];
      people.forEach((guest, at) => DOORS['the line']!(guest, meeting)(section).say(presenceFor(70 + at, 1, {})));
      await until(() => people.every((_, at) => userOf(seen, 70 + at)), 'both to be seen');
      return people.map((_, at) => userOf(seen, 70 + at)?.colour);
    };
    const first = await colours('story');
    expect(first).toEqual([0, 3]);
    await nurse.delete(await at('', kin));
    expect(await colours('goals')).toEqual(first);
  });

  test('everyone sees who is what from now on, and who must agree', async () => {
    const { nurse, patient, mona, meeting, recast, at } = await ward();
    const aase = windowOf(patient, meeting);
    await until(() => aase.seen.agreement !== null, 'the agreement');
    expect(aase.seen.agreement?.unsigned).not.toContain('gp');
    const hash = aase.seen.agreement!.hash;
    await recast(mona, 'gp');
    const roles = () => aase.seen.meeting?.participants.map(({ role }) => role);
    await until(() => roles()?.includes('gp') === true, 'the role', AT_ONCE_MS);
    await until(() => aase.seen.agreement?.unsigned.includes('gp') === true, 'who must agree', AT_ONCE_MS);
    expect(aase.seen.agreement?.hash).toBe(hash);
    await nurse.delete(await at('', mona));
    await until(() => aase.seen.agreement?.unsigned.includes('gp') === false, 'who must agree', AT_ONCE_MS);
  });

  test('the word that somebody gave for one party does not count for it when they belong to another', async () => {
    const { mona, patient, meeting, recast } = await ward();
    const aase = windowOf(patient, meeting);
    await until(() => aase.seen.agreement !== null, 'the agreement');
    const { hash } = aase.seen.agreement!;
    const signed = await mona.post(`/api/meetings/${meeting}/signatures`, { hash, decision: 'agree' });
    expect(signed.status, signed.text).toBe(201);
    const isUnsigned = () => aase.seen.agreement?.unsigned.includes('municipality');
    await until(() => isUnsigned() === false, 'the municipality to have agreed');
    await recast(mona, 'kin');
    await until(() => isUnsigned() === true, 'the municipality to be asked again', AT_ONCE_MS);
    await recast(mona, 'municipality');
    await until(() => isUnsigned() === false, 'the word to stand', AT_ONCE_MS);
  });
});
