import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MeetingTasks, TaskView } from '#shared/after.ts';
import { rowsRoot } from '#shared/plan/doc.ts';
import type * as Y from 'yjs';
import { Guest, idOf, joined, signedIn } from './support/guest.ts';
import { agreedMeeting, someone, writtenMeeting } from './support/held.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';

const tasksFor = async (guest: Guest, meeting: string) =>
  (await guest.get(`/api/meetings/${meeting}/tasks`)).body as unknown as MeetingTasks;
const taskOf = ({ tasks }: MeetingTasks, words: string): TaskView => tasks.find(({ what }) => what.includes(words))!;
const report = (guest: Guest, meeting: string, task: Pick<TaskView, 'id'>, body: object) =>
  guest.put(`/api/meetings/${meeting}/tasks/${encodeURIComponent(task.id)}`, body);

describe('what became of a task', () => {
  test('is said by whoever promised it, those from there, and the patient; by nobody else', async () => {
    const { house, meeting, people } = await agreedMeeting();
    const { kari, aase, line, mona, per, jonas } = people;
    const nina = await joined(kari, meeting, { ...someone('mona'), name: 'Nina Dahl' });
    const ola = await joined(kari, meeting, { role: 'municipality', organisation: 'Sandefjord kommune' });
    const ivar = await joined(kari, meeting, {
      role: 'interpreter',
      name: 'Mona Hansen',
      organisation: 'Larvik kommune',
    });
    const all = await tasksFor(kari, meeting);
    const [visit, sight] = [taskOf(all, 'Hjemmebesøk'), taskOf(all, 'synstest')];
    for (const by of [mona, nina, aase]) expect((await report(by, meeting, visit, { state: 'done' })).status).toBe(200);
    for (const by of [kari, jonas, per, line, ola, ivar])
      expect((await report(by, meeting, visit, { state: 'notDone' })).status).toBe(403);
    expect((await report(line, meeting, sight, { state: 'partly', words: 'Venter på time' })).status).toBe(200);
    expect((await report(mona, meeting, sight, { state: 'done' })).status).toBe(403);

    const stranger = await signedIn(house.url, someone('mona'));
    expect((await report(stranger, meeting, visit, { state: 'done' })).status).toBe(404);
    expect((await report(new Guest(house.url), meeting, visit, { state: 'done' })).status).toBe(401);
    expect((await report(mona, meeting, { id: 'nothing' }, { state: 'done' })).status).toBe(404);
    const now = await tasksFor(mona, meeting);
    expect(taskOf(now, 'Hjemmebesøk').report).toMatchObject({ state: 'done', name: 'Åse Fiktiv' });
    expect(taskOf(now, 'synstest').report).toMatchObject({ state: 'partly', words: 'Venter på time' });
    expect(now.tasks.filter(({ mine }) => mine).every(({ mayReport }) => mayReport)).toBe(true);
    expect([taskOf(now, 'Hjemmebesøk').mine, taskOf(now, 'synstest').mine]).toEqual([true, false]);
  });

  test('is one of four, in at most 500 characters; the latest counts, and can be taken back', async () => {
    const { meeting, people } = await agreedMeeting();
    const visit = taskOf(await tasksFor(people.mona, meeting), 'Hjemmebesøk');
    const say = (body: object) => report(people.mona, meeting, visit, body);
    for (const body of [{}, { state: 'maybe' }, { state: 'done', words: 'x'.repeat(501) }, { state: 'done', by: 'me' }])
      expect((await say(body)).body.code).toBe('bad-input');
    expect((await say({ state: 'notDone', words: 'x'.repeat(500) })).status).toBe(200);
    expect((await say({ state: 'done', words: ' Alt gikk bra ' })).body['report']).toMatchObject({
      ...{ state: 'done', words: 'Alt gikk bra', name: 'Mona Hansen' },
    });
    await say({ state: 'open' });
    expect(taskOf(await tasksFor(people.mona, meeting), 'Hjemmebesøk').report).toBe(null);
  });

  test('never changes what was agreed, is never changed itself, and stands in the log without its words', async () => {
    const { house, meeting, people, hash } = await agreedMeeting();
    const { kari, mona } = people;
    const visit = taskOf(await tasksFor(mona, meeting), 'Hjemmebesøk');
    for (const words of ['Var hjemme hos Åse', 'Var hjemme hos Åse'])
      await report(mona, meeting, visit, { state: 'done', words });
    expect((await kari.get(`/api/meetings/${meeting}/plan`)).headers.get('ETag')).toBe(`"${hash}"`);
    const log = (await kari.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, unknown>[];
    const told = log.filter(({ action }) => action === 'reported');
    expect(told.map(({ participant, about }) => [participant, about])).toEqual([
      [await idOf(mona, meeting), `followup ${visit.id}: done`],
    ]);
    expect(JSON.stringify(log)).not.toContain('Var hjemme');

    await house.close();
    const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
    expect(() => db.exec("UPDATE task_reports SET state = 'open'")).toThrow(/never change/);
    db.close();
  });
});

describe('the tasks of a meeting', () => {
  test('are those of the newest agreed version, and of the plan as it is written where none is agreed', async () => {
    const { meeting, people } = await writtenMeeting();
    const before = await tasksFor(people.kari, meeting);
    expect(before.version).toBe(null);
    const followup = await pen(people.kari, meeting, 'followup');
    const [row] = rowsRoot(followup.doc).toArray() as Y.Map<Y.Text>[];
    row?.get('what')?.insert(0, 'Nytt: ');
    await until(async () => !!taskOf(await tasksFor(people.kari, meeting), 'Nytt: Hjemmebesøk'), 'the change');
  });

  test('stay as they were agreed when somebody writes on', async () => {
    const { meeting, people } = await agreedMeeting();
    const agreed = await tasksFor(people.kari, meeting);
    expect(agreed.version).toBe(1);
    const followup = await pen(people.kari, meeting, 'followup');
    const [row] = rowsRoot(followup.doc).toArray() as Y.Map<Y.Text>[];
    row?.get('what')?.insert(0, 'Nytt: ');
    await until(
      async () => (await people.kari.get(`/api/meetings/${meeting}/plan`)).text.includes('Nytt: Hjemmebesøk'),
      'the change',
    );
    expect(await tasksFor(people.kari, meeting)).toEqual(agreed);
  });

  test('of a part that the patient withholds are not there for kin, and nothing can be said of them', async () => {
    const { meeting, people } = await agreedMeeting();
    const { aase, line, kari } = people;
    const sight = taskOf(await tasksFor(line, meeting), 'synstest');
    await aase.put(`/api/meetings/${meeting}/participants/${await idOf(line, meeting)}/withheld`, {
      sections: ['treatment'],
    });
    const sections = async (guest: Guest) => [
      ...new Set((await tasksFor(guest, meeting)).tasks.map((one) => one.section)),
    ];
    expect(await sections(line)).not.toContain('treatment');
    expect(await sections(line)).toContain('followup');
    expect(await sections(kari)).toContain('treatment');
    expect((await report(line, meeting, sight, { state: 'done' })).status).toBe(404);
    expect((await report(aase, meeting, sight, { state: 'done' })).status).toBe(200);
  });
});
