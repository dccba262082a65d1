import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import type { MeetingForMe } from '#shared/api.ts';
import type { EarlierPeople, MeetingTasks } from '#shared/after.ts';
import { blankPart } from '#shared/plan/plan.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { Guest, invite, joined, meetingBy, signedIn } from './support/guest.ts';
import { agreedMeeting, planOf, someone } from './support/held.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';
import { until } from './support/until.ts';

const STARTS_AT = '2026-12-23T12:00:00+01:00';
const plan = (guest: Guest, meeting: string, more: object = {}) =>
  guest.post(`/api/meetings/${meeting}/next`, { startsAt: STARTS_AT, ...more });
const meetingFor = async (guest: Guest, meeting: string) =>
  (await guest.get(`/api/meetings/${meeting}`)).body as unknown as MeetingForMe;
const earlier = async (guest: Guest, meeting: string) =>
  (await guest.get(`/api/meetings/${meeting}/earlier-people`)).body as unknown as EarlierPeople;

describe('the next meeting', () => {
  test('is planned by staff who signed in and were in this one, and by nobody else', async () => {
    const { house, meeting, people } = await agreedMeeting();
    const { kari, aase: patient, line, mona, per } = people;
    for (const by of [patient, line, mona, per]) expect((await plan(by, meeting)).status).toBe(403);
    expect((await plan(await signedIn(house.url, someone('kari')), meeting)).status).toBe(404);
    expect((await plan(new Guest(house.url), meeting)).status).toBe(401);
    expect((await plan(kari, meeting, { startsAt: 'i morgen' })).body.code).toBe('bad-input');
    expect((await plan(kari, meeting, { videoUrl: 'javascript:alert(1)' })).body.code).toBe('bad-input');
    expect((await plan(kari, meeting, { template: 'no-such-template' })).body.code).toBe('bad-input');
    expect((await kari.get('/api/meetings')).body, 'nothing was made').toHaveLength(1);
    expect((await plan(kari, meeting)).status).toBe(201);
  });

  test('is not planned before this one is summed up', async () => {
    const { url } = await runHouse();
    const kari = await signedIn(url, someone('kari'));
    const meeting = await meetingBy(kari);
    expect((await plan(kari, meeting)).body.code).toBe('not-now');
    await invite(kari, meeting, someone('mona'));
    expect((await plan(kari, meeting)).body.code).toBe('not-now');
    const { ask, seen } = windowOf(kari, meeting);
    await until(() => seen.meeting !== null, 'the meeting');
    expect((await ask('command', { kind: 'start' })).ok).toBe(true);
    expect((await plan(kari, meeting)).body.code).toBe('not-now');
    expect((await ask('command', { kind: 'sumUp' })).ok).toBe(true);
    expect((await plan(kari, meeting)).status).toBe(201);
  });

  test('is one: two who plan it at once make one, and another only when that was called off', async () => {
    const { meeting, people } = await agreedMeeting();
    const { kari } = people;
    const came = await Promise.all([plan(kari, meeting), plan(kari, meeting), plan(kari, meeting)]);
    expect(came.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const next = String(came.find(({ status }) => status === 201)!.body['id']);
    expect(came.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'not-now', next });
    expect((await kari.delete(`/api/meetings/${next}/appointment`)).status).toBeLessThan(300);
    expect((await plan(kari, meeting)).status).toBe(201);
  });

  test('goes on from this one: what was promised first, and what became of it', async () => {
    const { meeting, people } = await agreedMeeting();
    const { kari, mona } = people;
    const { tasks } = (await mona.get(`/api/meetings/${meeting}/tasks`)).body as unknown as MeetingTasks;
    const visit = tasks.find(({ what }) => what === 'Hjemmebesøk av sykepleier')!;
    await mona.put(`/api/meetings/${meeting}/tasks/${visit.id}`, { state: 'partly', words: 'En dag senere' });
    const before = await planOf(kari, meeting);
    const id = String((await plan(kari, meeting, { videoUrl: 'https://video.example/neste' })).body['id']);

    const next = await meetingFor(kari, id);
    expect(next).toMatchObject({
      ...{ follows: meeting, patient: aase.patient, startsAt: Date.parse(STARTS_AT) },
      ...{ state: { status: 'planned' }, videoUrl: 'https://video.example/neste', facilitator: next.me },
      helpPhone: '33 00 00 02',
    });
    const [first, ...rest] = next.template.phases;
    expect([first?.id, first?.sections[0]]).toEqual(['promises', 'promises']);
    expect(first?.prompt.nb).toContain('fra møtet 25.11.');
    expect(rest).toEqual((await meetingFor(kari, meeting)).template.phases);
    const carried = await planOf(kari, id);
    expect(carried.promises.find((row) => row.id === visit.id)).toEqual({
      ...{ id: visit.id, what: visit.what, who: 'Mona Hansen', organisation: '', due: '2026-11-27' },
      ...{ happened: 'partly', words: 'En dag senere' },
    });
    expect(carried.goals).toEqual(before.goals);
    expect(carried.disagreements).toEqual(before.disagreements);
    expect([carried.story, carried.coordination]).toEqual([before.story, before.coordination]);
    const carriedParts = ['promises', 'goals', 'disagreements', 'story', 'coordination', 'checklist'];
    for (const key of SECTION_KEYS) if (!carriedParts.includes(key)) expect(carried[key], key).toEqual(blankPart(key));
    expect(carried.checklist.length).toBeGreaterThan(0);
    expect(await planOf(kari, meeting), 'the one before stays as it was').toEqual(before);
  });

  test('has another template where one is asked for, and stands in the logs of both', async () => {
    const { meeting, people } = await agreedMeeting();
    const { kari } = people;
    const id = String((await plan(kari, meeting, { template: 'short-discharge' })).body['id']);
    const { template } = await meetingFor(kari, id);
    expect([template.id, template.phases[0]?.id]).toEqual(['short-discharge', 'promises']);
    const log = async (one: string) => (await kari.get(`/api/meetings/${one}/log`)).text;
    expect(await log(meeting)).toContain(`next: ${id}`);
    expect(await log(id)).toContain(`after: ${meeting}`);
  });

  test('is a new one: nobody of the earlier one is in it, and those who invite are told who they were', async () => {
    const { meeting, people } = await agreedMeeting();
    const { kari, mona, aase: patient } = people;
    const id = String((await plan(kari, meeting)).body['id']);
    expect((await meetingFor(kari, id)).participants).toHaveLength(1);
    for (const by of [mona, patient]) expect((await by.get(`/api/meetings/${id}`)).status).toBe(404);
    const names = async () => (await earlier(kari, id)).people.map(({ name }) => name);
    expect((await earlier(kari, id)).startsAt).toBe(Date.parse('2026-11-25T12:00:00+01:00'));
    expect(await names()).toEqual(['Åse Fiktiv', 'Line Fiktiv', 'Mona Hansen', 'Per Berg', 'Jonas Lie']);
    expect((await earlier(kari, id)).people[4]).toEqual({ ...aase.people.jonas });

    const again = await joined(kari, id, someone('aase'));
    const { id: invitation } = await invite(kari, id, someone('mona'));
    expect(await names()).toEqual(['Line Fiktiv', 'Per Berg', 'Jonas Lie']);
    await kari.delete(`/api/meetings/${id}/invitations/${invitation}`);
    expect(await names()).toContain('Mona Hansen');
    expect((await again.get(`/api/meetings/${id}/earlier-people`)).status).toBe(403);
    expect((await mona.get(`/api/meetings/${id}/earlier-people`)).status).toBe(404);
    expect(await earlier(kari, meeting)).toEqual({ startsAt: null, people: [] });
  });
});
