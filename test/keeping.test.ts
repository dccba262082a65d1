import { describe, expect, test } from 'vitest';
import { createDeliveries } from '#server/delivery/deliveries.ts';
import { createKeeping } from '#server/meeting/keeping.ts';
import { MeetingId } from '#shared/ids.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { begun, does } from './support/begun.ts';
import { Guest, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { askStore, DAY_MS, exportedMeeting, hourlyHouse } from './support/keeper.ts';
import { pen } from './support/pen.ts';
import { openStore, putMeeting } from './support/store.ts';
import { until } from './support/until.ts';

const MINUTE_MS = 60_000;
const deletesAt = async (guest: Guest, meeting: string) =>
  (await guest.get(`/api/meetings/${meeting}`)).body['deletesAt'] as number | null;
const status = async (guest: Guest, meeting: string) => (await guest.get(`/api/meetings/${meeting}`)).status;

describe('a meeting that was agreed and taken home', () => {
  test('is deleted thirty days after its last receipt, which everybody sees beforehand, and not a minute earlier', async () => {
    const { house, meeting, people, take } = await exportedMeeting();
    expect(await deletesAt(people.aase, meeting), 'before anybody has it').toBeNull();
    await take();
    const first = await deletesAt(people.aase, meeting);
    const other = await meetingBy(people.kari);
    house.pass(DAY_MS);
    await take();
    const at = (await deletesAt(people.aase, meeting))!;
    expect(at - first!, 'another copy is another receipt').toBeGreaterThanOrEqual(DAY_MS);
    expect(at - Date.now()).toBeGreaterThan(30 * DAY_MS);

    house.pass(at - (Date.now() + DAY_MS) - MINUTE_MS);
    house.anHour();
    await house.close();
    expect(stateOf(house.dataDir, meeting)).toMatchObject({ status: 'exported' });

    const later = await hourlyHouse({ dataDir: house.dataDir, ahead: at - Date.now() + MINUTE_MS });
    await later.close();
    expect(stateOf(later.dataDir, meeting)).toEqual({ status: 'deleted', why: 'over' });
    expect(stateOf(later.dataDir, other), 'another meeting is none of it').toMatchObject({ status: 'planned' });
    expect(deletions(later.dataDir)).toEqual([
      { meeting, participant: null, role: null, outcome: 'done', why: '30 days after the last receipt' },
    ]);
  });

  test('counts its days from a copy that somebody files: what the patient and kin take home is none', async () => {
    const { meeting, people, take } = await exportedMeeting();
    const copy = (guest: Guest, format: string) =>
      guest.get(`/api/meetings/${meeting}/versions/1/export?format=${format}`);
    expect([(await copy(people.aase, 'patient')).status, (await copy(people.line, 'pdf')).status]).toEqual([200, 200]);
    expect(await deletesAt(people.aase, meeting)).toBeNull();
    await take();
    expect(await deletesAt(people.aase, meeting)).not.toBeNull();
  });

  test('goes at the hour when its days are over, and whoever is in it is told so', async () => {
    const { house, meeting, people, take } = await exportedMeeting({ env: { KEEP_DAYS: '1' } });
    await take();
    house.pass(DAY_MS / 4);
    house.anHour();
    expect(await status(people.aase, meeting)).toBe(200);
    house.pass((DAY_MS * 3) / 4);
    house.anHour();
    await until(async () => (await status(people.aase, meeting)) === 410, 'it to be deleted');
    expect((await people.aase.get(`/api/meetings/${meeting}/plan`)).body.code).toBe('gone');
  });

  test('is not taken from under the hands of those who write on in it', async () => {
    const { house, meeting, people, take } = await exportedMeeting({ env: { KEEP_DAYS: '3' } });
    await take();
    const before = (await deletesAt(people.aase, meeting))!;
    house.pass(DAY_MS);
    const needs = await pen(people.jonas, meeting, 'needs');
    textRoot(needs.doc).insert(0, 'Noe nytt. ');
    await until(
      async () => ((await deletesAt(people.aase, meeting)) ?? 0) >= before + DAY_MS,
      'the days to count anew',
    );
    house.pass(2 * DAY_MS + MINUTE_MS);
    house.anHour();
    expect(await status(people.aase, meeting)).toBe(200);
  });
});

const stateOf = (dataDir: string, meeting: string): unknown =>
  JSON.parse(askStore<{ state: string }>(dataDir, `SELECT state FROM meetings WHERE id = '${meeting}'`)[0]!.state);
const deletions = (dataDir: string) =>
  askStore(dataDir, `SELECT meeting, participant, role, outcome, why FROM audit WHERE action = 'deleted'`);

describe('nothing is deleted while a delivery is pending', () => {
  const MEETING = MeetingId.parse('m'.repeat(32));
  const DELIVERIES: Record<string, [[party: string, version: number, state: string, way?: 'hand'][], boolean]> = {
    'nobody was sent anything': [[], true],
    'one waits': [[['gp', 1, 'waiting']], false],
    'one did not get it': [[['gp', 1, 'failed']], false],
    'one did not get it, and has it in another way': [
      [
        ['gp', 1, 'failed'],
        ['gp', 1, 'received', 'hand'],
      ],
      true,
    ],
    'one did not get the first, and has the second': [
      [
        ['gp', 1, 'failed'],
        ['gp', 2, 'received'],
      ],
      true,
    ],
    'one has the first, and did not get the second': [
      [
        ['gp', 1, 'received'],
        ['gp', 2, 'failed'],
      ],
      false,
    ],
    'another party has it': [
      [
        ['gp', 1, 'failed'],
        ['municipality', 1, 'received'],
      ],
      false,
    ],
    'all have it': [[['gp', 1, 'received']], true],
  };

  test.each(Object.entries(DELIVERIES))('%s', async (_, [deliveries, isSettled]) => {
    const { db } = await openStore();
    await putMeeting(db, MEETING, 'exported');
    await db.updateTable('meetings').set({ last_receipt_at: 1000 }).execute();
    for (const version of [1, 2])
      await db.insertInto('versions').values({ meeting: MEETING, version, hash: '', body: '', agreed_at: 0 }).execute();
    for (const [party, version, state, way = 'system'] of deliveries) {
      const id = `${party}${version}${state}`;
      const row = { id, receiver: `${way}:${party}`, name: party, way, tries: 0, next_at: null, received_at: null };
      const values = { ...row, meeting: MEETING, version, party, state, problem: null, made_at: 0 };
      await db.insertInto('deliveries').values(values).execute();
    }
    const sent = createDeliveries({ db, receivers: [], rowId: () => '', now: () => 0 });
    const unused = null as never;
    const keeping = createKeeping({
      db,
      ...{ meetings: unused, purge: unused, audit: unused, bell: unused },
      hasPending: (meeting, store) => sent.hasPending(meeting, store),
      now: () => 0,
      keepDays: 2,
    });
    expect(await keeping.deletesAt(MEETING)).toBe(isSettled ? 1000 + 2 * DAY_MS : null);
  });
});

describe('before its time, whoever leads may delete a meeting', () => {
  const early = (guest: Guest, meeting: string, body: unknown = { reason: 'Åse vil det.' }) =>
    fetch(`${guest.url}/api/meetings/${meeting}`, {
      ...{ method: 'DELETE', headers: { 'Content-Type': 'application/json', Cookie: guest.cookie } },
      body: JSON.stringify(body),
    });

  test('with a reason, which stands in the log; nobody else may, and nobody without one', async () => {
    const { house, meeting, people } = await exportedMeeting();
    for (const one of [people.aase, people.line, people.mona, people.per])
      expect((await early(one, meeting)).status).toBe(403);
    for (const wrong of [{}, { reason: '' }, { reason: '   ' }, { reason: 'x'.repeat(501) }, { why: 'x' }])
      expect((await early(people.kari, meeting, wrong)).status, JSON.stringify(wrong)).toBe(400);
    expect(await status(people.aase, meeting)).toBe(200);
    expect((await early(people.kari, meeting, { reason: 'Åse vil det.\nKari: lest' })).status).toBe(204);
    expect(await status(people.kari, meeting)).toBe(410);
    await house.close();
    expect(deletions(house.dataDir)).toMatchObject([
      { meeting, role: 'hospital', outcome: 'done', why: 'Åse vil det. Kari: lest' },
    ]);
  });

  test('and not while it is prepared or held: then it is called off, or summed up first', async () => {
    const { url } = await runHouse();
    const kari = await signedIn(url, { role: 'hospital', name: 'Kari Nilsen' });
    const planned = await meetingBy(kari);
    expect((await early(kari, planned)).status).toBe(409);
    const { nurse, meeting, windows } = await begun();
    expect((await early(nurse, meeting)).status).toBe(409);
    expect(await does(windows.kari, 'sumUp')).toBe('ok');
    expect((await early(nurse, meeting)).status).toBe(204);
  });
});
