import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { MeetingTasks, OverviewMeeting } from '#shared/after.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { Guest, joined, meetingBy, signedIn } from './support/guest.ts';
import { agree, someone, writtenMeeting } from './support/held.ts';
import { runHouse } from './support/house.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';

const overviewOf = async (guest: Guest) => (await guest.get('/api/overview')).body as unknown as OverviewMeeting[];
const readings = async (guest: Guest, meeting: string) => {
  const log = (await guest.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, unknown>[];
  return log.filter(({ action, about }) => action === 'read' && about === 'overview').length;
};

describe('the overview', () => {
  test('is for staff who signed in, and of their own meetings alone', async () => {
    const { url } = await runHouse();
    const kari = await signedIn(url, someone('kari'));
    const own = await meetingBy(kari);
    const mona = await joined(kari, own, someone('mona'));
    const other = await signedIn(url, someone('kari'));
    expect((await overviewOf(kari)).map(({ id }) => id)).toEqual([own]);
    expect(await overviewOf(other)).toEqual([]);
    expect((await new Guest(url).get('/api/overview')).status).toBe(401);
    expect((await mona.get('/api/overview')).status, 'came by an invitation').toBe(403);
    for (const role of ['patient', 'kin', 'interpreter'] as const)
      expect((await (await signedIn(url, { role })).get('/api/overview')).status, role).toBe(403);
    expect((await mona.get(`/api/meetings/${own}/tasks`)).status).toBe(200);
  });

  test('says of each what is coming, what is missing, and what was promised', async () => {
    const { meeting, people } = await writtenMeeting();
    const { kari } = people;
    const [before] = await overviewOf(kari);
    expect(before).toMatchObject({
      ...{ id: meeting, patient: { name: 'Åse Fiktiv', birthYear: 1944 }, status: 'open' },
      ...{ startsAt: Date.parse('2026-11-25T12:00:00+01:00'), departureOn: '2026-11-26', missing: 0, missingMine: 0 },
    });
    const story = await pen(kari, meeting, 'story');
    const services = await pen(people.mona, meeting, 'services');
    textRoot(story.doc).delete(0, textRoot(story.doc).length);
    services.doc.getArray('content').insert(0, [new Y.Map([['id', 'empty']])]);
    const counts = async () => (await overviewOf(kari)).map(({ missing, missingMine }) => [missing, missingMine]);
    // Anyone but the interpreter can mend the story, and the services only the municipality.
    await until(async () => JSON.stringify(await counts()) === '[[2,1]]', 'what is missing to be told');
  });

  test('has the tasks of what was agreed, which lacks nothing however it is written on', async () => {
    const { meeting, people } = await writtenMeeting();
    const { kari } = people;
    await agree(people, meeting);
    const story = await pen(kari, meeting, 'story');
    textRoot(story.doc).delete(0, textRoot(story.doc).length);
    const readiness = async () => (await kari.get(`/api/meetings/${meeting}/readiness`)).body['complete'];
    await until(async () => !(await readiness()), 'the change');
    const [entry] = await overviewOf(kari);
    expect(entry).toMatchObject({ status: 'agreed', missing: 0, missingMine: 0 });
    const { tasks } = (await kari.get(`/api/meetings/${meeting}/tasks`)).body as unknown as MeetingTasks;
    expect(entry?.tasks).toEqual(tasks);
    expect(tasks.length).toBeGreaterThan(10);
  });

  test('is in the log of each meeting, once a minute', async () => {
    const house = await runHouse();
    const kari = await signedIn(house.url, someone('kari'));
    const meetings = [await meetingBy(kari), await meetingBy(kari)];
    for (let times = 0; times < 3; times += 1) await overviewOf(kari);
    for (const meeting of meetings) expect(await readings(kari, meeting)).toBe(1);
    house.pass(61_000);
    await overviewOf(kari);
    expect(await readings(kari, meetings[0]!)).toBe(2);
  });
});
