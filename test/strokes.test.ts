import { expect, test } from 'vitest';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import { sqlUpdateLog } from '#server/store/sqlUpdateLog.ts';
import { writersIn } from '#server/store/strokes.ts';
import type { RoomId } from '#server/store/updateLog.ts';
import { openStore } from './support/store.ts';

const MINUTE_MS = 60_000;
const START = 1_790_000_040_000;
const story: RoomId = { meeting: MeetingId.parse('meeting-aaaaaaaaaaaaaaaaa'), section: 'story' };
const goals: RoomId = { ...story, section: 'goals' };
const kari = ParticipantId.parse('kari-nordmann-aaaaaaaaaaaa');
const mona = ParticipantId.parse('mona-berg-aaaaaaaaaaaaaaaa');

/** Kari writes at the start and ten minutes later, the house and Mona in between; Mona writes in another part as well. */
async function written() {
  const { db } = await openStore();
  const log = sqlUpdateLog({ db, pause: () => Promise.resolve() });
  const stroke = (minute: number, participant: ParticipantId | null, room = story) =>
    log.append([{ room, participant, at: START + minute * MINUTE_MS, update: Uint8Array.of(minute) }]);
  await stroke(0, kari);
  await stroke(4, null);
  await stroke(5, mona);
  await stroke(10, kari);
  await stroke(20, mona, goals);
  const between = (after: number, until: number, room = story) =>
    writersIn(db, room, { after: START + after * MINUTE_MS, until: START + until * MINUTE_MS });
  return { db, log, between };
}

type Between = Awaited<ReturnType<typeof written>>['between'];
async function expectKnown(between: Between) {
  expect(await between(-1, 60)).toEqual([kari, mona]);
  expect(await between(0, 60), 'later than the start').toEqual([kari, mona]);
  expect(await between(0, 9)).toEqual([mona]);
  expect(await between(5, 60), 'not at the very moment').toEqual([kari]);
  expect(await between(10, 60)).toEqual([]);
  expect(await between(-1, 0), 'but up to it').toEqual([kari]);
  expect(await between(-1, 60, goals)).toEqual([mona]);
}

test('who wrote in a part in some time is known from what they wrote', async () => {
  await expectKnown((await written()).between);
});

test('and is known as well when a base stands for it and the rows are gone', async () => {
  const { db, log, between } = await written();
  const base = { update: Uint8Array.of(1), owners: [], at: START };
  for (const room of [story, goals, story]) await log.compact(room, base);
  await expectKnown(between);
  for (const room of [story, goals]) while (await log.sweep(room));
  expect(await db.selectFrom('updates').selectAll().execute()).toEqual([]);
  await log.compact(story, base);
  await expectKnown(between);
});

test('of somebody who types for long one stroke a minute is kept', async () => {
  const { db, log } = await written();
  const typed = Array.from({ length: 300 }, (_, at) => ({
    ...{ room: story, participant: mona, at: START + 60 * MINUTE_MS + at * 1000, update: Uint8Array.of(1) },
  }));
  await log.append(typed);
  await log.compact(story, { update: Uint8Array.of(1), owners: [], at: START });
  const rows = await db.selectFrom('strokes').selectAll().where('participant', '=', mona).orderBy('last_at').execute();
  expect(rows.map(({ last_at }) => (last_at - START) / MINUTE_MS)).toEqual([
    ...[5, 60 + 59 / 60, 61 + 59 / 60, 62 + 59 / 60, 63 + 59 / 60, 64 + 59 / 60],
  ]);
});

test('when a base cannot be stored, nothing of the strokes is either', async () => {
  const { db, log } = await written();
  const update = undefined as unknown as Uint8Array;
  await expect(log.compact(story, { update, owners: [], at: START })).rejects.toThrow();
  expect(await db.selectFrom('strokes').selectAll().execute()).toEqual([]);
});
