import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { AppError } from '#shared/errors.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { COST, PERSON_POINTS, PLACES, POINTS, ROWS } from '#server/sync/limits.ts';
import { Purses } from '#server/sync/purse.ts';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import { craft, words } from './support/craft.ts';
import { guardOf } from './support/guardDesk.ts';
import { openRoomsOn, openSyncHouse, PEOPLE, STORY } from './support/syncHouse.ts';
import { KARI, updateOf } from './support/scenes.ts';
import { until } from './support/until.ts';
import { change, ending, LineEnd } from './support/wireEnd.ts';

const { kari, mona } = PEOPLE;
const MUCH = 'a'.repeat(250_000);

/** Rows that somebody adds to what others have. */
const rows = (count: number, known: readonly Uint8Array[] = [], client = KARI) =>
  updateOf(client, known, (doc) => doc.getArray('content').push(Array.from({ length: count }, () => new Y.Map())));

describe('a part that is full', () => {
  test('can be emptied, and then be written in again', async () => {
    const { rooms } = openRoomsOn(createMemoryLog());
    const add = (length: number) => (doc: Y.Doc) => textRoot(doc).insert(0, 'a'.repeat(length));
    const isTaken = (length: number) =>
      rooms.write(STORY, kari, add(length)).then(
        () => true,
        (refused: AppError) => refused.code !== 'too-large',
      );
    // To the last byte.
    for (const length of [250_000, 20_000, 2000, 200, 20, 1]) while (await isTaken(length));
    await rooms.write(STORY, kari, (doc) => textRoot(doc).delete(0, textRoot(doc).length));
    expect(await rooms.read(STORY)).toBe('');
    await until(() => rooms.count() === 0, 'the base to have taken the place of it all');
    await rooms.write(STORY, kari, add(MUCH.length));
    expect(await rooms.read(STORY)).toBe(MUCH);
  });

  test('of rows takes no more of them, and lets those go that are there', () => {
    const guard = guardOf('followup');
    const most = rows(ROWS);
    expect(guard.judge(most).kind).toBe('news');
    expect(guard.judge(rows(1, [most], 300))).toMatchObject({ kind: 'refused', code: 'too-large' });
    const one = updateOf(300, [most], (doc) => doc.getArray('content').delete(0));
    expect(guard.judge(one).kind).toBe('news');
    expect(guard.judge(rows(1, [most, one], 300)).kind).toBe('news');
  });
});

describe('what one participant may cost', () => {
  test('is no more with many lines than with some', () => {
    const purses = new Purses(() => 0);
    const spend = (who: typeof kari) => purses.forLine(who.id).points.spend(POINTS.burst);
    const lines = Array.from({ length: PERSON_POINTS.burst / POINTS.burst }, () => spend(kari));
    expect(lines.every(Boolean)).toBe(true);
    expect(spend(kari)).toBe(false);
    expect(spend(mona)).toBe(true);
  });

  test('is not more places in one document than anybody has windows', async () => {
    const house = await openSyncHouse();
    const [first, second] = [new LineEnd(house, kari), new LineEnd(house, kari)];
    const open = (line: LineEnd, count: number) =>
      Promise.all(Array.from({ length: count }, () => line.open('story').sync()));
    await open(first, PLACES - 1);
    await open(second, 1);
    expect((await ending(second.open('story')))?.code).toBe(4429);
    expect((await new LineEnd(house, mona).open('story').sync()).ended).toBeNull();
  });

  test('counts refusals that were dear to find out, on whichever channel, and not those that were cheap', async () => {
    const house = await openSyncHouse();
    const [fair, dear] = [new LineEnd(house, kari), new LineEnd(house, mona)];
    const first = await dear.open('story').sync();
    for (let at = 0; at < 8; at++) {
      const place = at === 0 ? {} : { origin: [9, at * MUCH.length - 1] as const };
      first.say(change(craft({ structs: [{ client: 9, clock: at * MUCH.length, of: [words(MUCH, place)] }] })));
    }
    await until(() => first.acknowledged === 8, 'a long document');
    const crossed = craft({
      structs: [{ client: 10, clock: 0, of: [words('x', { origin: [9, 5000], right: [9, 10] })] }],
    });
    const foreign = craft({ structs: [{ client: 9, clock: 8 * MUCH.length, of: [words('x', {})] }] });
    const refuseOn = async (line: LineEnd, update: Uint8Array) => {
      for (let channel = 0; channel < 3 && !line.ended; channel++) {
        const end = line.open('story');
        for (let times = 0; times < 9; times++) end.say(change(update));
        await until(() => line.ended !== null || end.refusals.length >= 9, 'it to be refused');
      }
    };
    await refuseOn(fair, foreign);
    expect(fair.ended).toBeNull();
    await refuseOn(dear, crossed);
    expect((await ending(dear))?.code).toBe(4429);
    expect(COST.update * 27).toBeLessThan(POINTS.burst);
  }, 60_000);
});
