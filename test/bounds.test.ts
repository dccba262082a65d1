import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDeliveries } from '#server/delivery/deliveries.ts';
import { createBell } from '#server/meeting/bell.ts';
import { createKeeping } from '#server/meeting/keeping.ts';
import type { Participant } from '#server/access/participant.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import { MOST_CHARS } from '#shared/meeting/action.ts';
import { writeAction } from './support/action.ts';
import { agreedMeeting, agreementOf, changing, makeVersion, sign } from './support/agreed.ts';
import { Guest, idOf } from './support/guest.ts';
import { openStore, putMeeting } from './support/store.ts';

const MEETING = MeetingId.parse('m'.repeat(32));
const KARI = ParticipantId.parse('k'.repeat(24));
const HOUR_MS = 3_600_000;

describe('what one person says of a plan stays within bounds', () => {
  test('a hundred additions, and then it is time for a new version', async () => {
    const { meeting, people } = await agreedMeeting();
    const add = async () =>
      (await people.Line.post(`/api/meetings/${meeting}/versions/1/addenda`, { words: 'Ja.' })).status;
    for (let times = 0; times < 100; times += 1) expect(await add()).toBe(201);
    expect(await add()).toBe(429);
  });

  test('thirty signatures a minute; the others sign all the same', async () => {
    const { meeting, people } = await agreedMeeting();
    const came = [];
    for (let times = 0; times < 31; times += 1) came.push((await sign(people.Line, meeting)).status);
    expect([came.indexOf(429), came.filter((status) => status === 201).length]).toEqual([30, 30]);
    expect((await sign(people.Mona, meeting)).status).toBe(201);
  });

  test('the same words said once more make no new version', async () => {
    const { meeting, people } = await agreedMeeting();
    await sign(people.Kari, meeting);
    expect((await makeVersion(people.Kari, meeting)).body.code).toBe('not-now');
    await sign(people.Kari, meeting, { decision: 'reserve', reason: 'Blodprøve først.' });
    expect((await makeVersion(people.Kari, meeting)).status).toBe(201);
  });

  test('a field as long as a book goes to nobody in full', async () => {
    const { meeting, people } = await agreedMeeting();
    const long = { action: 'Trene', organisation: 'Larvik '.repeat(2000), due: '2026-11-30' };
    await changing(people.Mona, meeting, 'treatment', () => void writeAction(people.Mona, meeting, 'row-long', long));
    const { tasks } = await agreementOf(people.Mona, meeting);
    const told = tasks.find(({ id }) => id === 'row-long')?.organisation.length ?? 0;
    expect([told > 100, told <= MOST_CHARS + 1]).toEqual([true, true]);
  });
});

test('whoever is not shown all of a plan cannot try what it says: of a changed file nothing is told then', async () => {
  const { meeting, people, house } = await agreedMeeting();
  const { text, body } = await people.Kari.get(`/api/meetings/${meeting}/versions/1/export?format=json`);
  const ask = async (file: string) => {
    const print = createHash('sha256').update(file).digest('hex');
    return (await new Guest(house.url).post('/api/verify', { file: print, plans: [String(body['hash'])] })).body[
      'kind'
    ];
  };
  expect([await ask('noe annet'), await ask(text)]).toEqual(['changed', 'unchanged']);
  const line = await idOf(people.Line, meeting);
  const kept = await people.Åse.put(`/api/meetings/${meeting}/participants/${line}/withheld`, { sections: ['needs'] });
  expect(kept.status).toBe(204);
  expect([await ask('noe annet'), await ask(text)]).toEqual(['unknown', 'unchanged']);
});

describe('the end of a meeting', () => {
  const ending = async (now: number) => {
    const { db } = await openStore();
    await putMeeting(db, MEETING, 'exported');
    const state = JSON.stringify({ status: 'exported', phase: null, version: 1 });
    await db.updateTable('meetings').set({ state }).execute();
    const deliveries = createDeliveries({ db, receivers: [], rowId: () => '', now: () => now });
    const keeping = createKeeping({
      ...{ db, bell: createBell(), now: () => now, keepDays: 2 },
      meetings: { require: () => Promise.resolve(null as never) },
      purge: { clear: () => Promise.resolve() },
      audit: { noteIn: () => Promise.resolve() },
      hasPending: (meeting, store) => deliveries.hasPending(meeting, store),
    });
    return { db, keeping };
  };
  const by = {
    id: KARI,
    meeting: MEETING,
    name: 'Kari',
    role: 'hospital',
    organisation: null,
  } as unknown as Participant;
  const led = (why: string, at: number) => ({
    ...{ meeting: MEETING, at, participant: null, body: JSON.stringify({ kind: 'led', by: KARI, why }) },
  });

  test.each([
    ['took it over an hour ago because a line was lost', 'lineLost', 1, false],
    ['was handed it an hour ago', 'handedOver', 1, true],
    ['took it over two days ago', 'lineLost', 48, true],
  ])('is not for whoever leads since a moment: %s', async (_, why, hours, may) => {
    const { db, keeping } = await ending(100 * HOUR_MS);
    await db
      .insertInto('events')
      .values(led(why, (100 - hours) * HOUR_MS))
      .execute();
    const ended = keeping.deleteEarly(by, 'Åse vil det.').then(
      () => true,
      (error: unknown) => (error as { code?: string }).code !== 'not-now',
    );
    expect(await ended).toBe(may);
  });

  test.each([
    ['whom the patient refuses', '["gp"]', true],
    ['who should have it', '[]', false],
  ])('does not wait for a delivery that failed to somebody %s', async (_, refused, isSettled) => {
    const { db, keeping } = await ending(0);
    await db.updateTable('meetings').set({ last_receipt_at: 1000, refused }).execute();
    await db
      .insertInto('versions')
      .values({ meeting: MEETING, version: 1, hash: '', body: '', agreed_at: 0 })
      .execute();
    const row = { id: 'one', meeting: MEETING, version: 1, receiver: 'gp', name: 'Legene', party: 'gp', way: 'system' };
    const failed = { state: 'failed', tries: 30, next_at: null, received_at: null, problem: 'unreachable', made_at: 0 };
    await db
      .insertInto('deliveries')
      .values({ ...row, ...failed })
      .execute();
    expect((await keeping.deletesAt(MEETING)) !== null).toBe(isSettled);
    // Whoever leads may end it all the same.
    await expect(keeping.deleteEarly(by, 'Åse vil det.')).resolves.toBeUndefined();
  });
});
