import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findRow } from '#lib/state/rows.ts';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import { desks } from './support/desks.ts';
import { until } from './support/until.ts';

const ids = (part: SharedPart) => part.rows.map(({ id }) => id);
const firstOf = (part: SharedPart) => part.rows[0]?.id ?? '';

/** Writes at the end of a field of a row, as somebody in that field would. */
function writeIn(part: SharedPart, row: string, words: string, field = 'what'): void {
  const text = findRow(part.doc, row)?.map.get(field) as Y.Text;
  text.insert(text.length, words);
}

async function two() {
  const { at } = await desks('Mona', 'Kari');
  return { mona: await at.Mona.open('followup'), kari: await at.Kari.open('followup'), at };
}

describe('moving a row', () => {
  test('is taken by the guard, shows at the other’s, and what the other writes in it meanwhile is there', async () => {
    const { mona, kari, at } = await two();
    const [first = '', second = ''] = ids(mona);
    expect(mona.list?.move(first, 'down')).toBe(true);
    writeIn(kari, first, ' om morgenen');
    await until(() => ids(kari)[1] === first, 'the row to be second at Kari’s');
    await until(() => mona.rows[1]?.['what'] === 'Hjemmebesøk av sykepleier om morgenen', 'Mona to see the words');
    expect(ids(mona).slice(0, 2)).toEqual([second, first]);
    expect(kari.rows).toEqual(mona.rows);
    await at.Mona.saved();
    expect(mona.refused).toBeNull();
    expect(kari.list?.lost).toEqual([]);
  });

  test('is not for those who only read', async () => {
    const { at } = await desks('Kari');
    const services = await at.Kari.open('services');
    const before = services.rows;
    expect(services.list?.move(firstOf(services), 'down')).toBe(false);
    expect(services.rows).toEqual(before);
  });
});

/** Kari writes in a row without a network, and finds on coming back that Mona has deleted it. */
async function loses({ mona, kari, at }: Awaited<ReturnType<typeof two>>, row: string, words: string): Promise<void> {
  at.Kari.world.loseNetwork();
  writeIn(kari, row, words);
  mona.list?.delete(row);
  await at.Mona.saved();
  at.Kari.world.findNetwork();
  await until(() => {
    at.Kari.world.passWhileDown();
    return kari.list?.lost.length === 1;
  }, 'Kari to be told');
}

describe('a row that another deletes', () => {
  test('while one writes in it is offered back, with words that the other never saw', async () => {
    const table = await two();
    const { mona, kari } = table;
    const [before, second = ''] = ids(kari);
    await loses(table, second, ' med Åse');
    const [lost] = kari.list?.lost ?? [];
    expect(lost).toMatchObject({ id: second, after: before, left: null });
    expect(lost?.row).toMatchObject({ what: 'Første trening med Åse', who: 'Mona Hansen', on: '2026-11-28' });
    expect(mona.list?.lost, 'whoever deleted it is told nothing').toEqual([]);
    kari.list?.bringBack(second);
    expect(ids(kari)[1], 'it is back where it stood, under its id').toBe(second);
    expect(kari.rows[1]).toEqual(lost?.row);
    expect(kari.list?.lost).toEqual([]);
    await until(() => mona.rows[1]?.['what'] === 'Første trening med Åse', 'Mona to see it');
    expect(mona.list?.removed, 'what is back cannot be brought back once more').toEqual([]);
  });

  test('while one stands in it and has written nothing is offered back too; any other row is not', async () => {
    const { mona, kari } = await two();
    const [first = '', second = '', third = ''] = ids(kari);
    kari.list?.standIn(first);
    // To move a row is not to write in it.
    kari.list?.move(third, 'down');
    mona.list?.delete(third);
    mona.list?.delete(first);
    await until(() => kari.rows.length === 3, 'both rows to be gone');
    expect(kari.list?.lost.map(({ id, after }) => [id, after])).toEqual([[first, null]]);
    kari.list?.standIn(null);
    mona.list?.delete(second);
    await until(() => kari.rows.length === 2, 'the third row to be gone');
    expect(kari.list?.lost).toHaveLength(1);
    kari.list?.dismiss(first);
    expect(kari.list?.lost).toEqual([]);
  });

  test('keeps words that were still being composed', async () => {
    const { mona, kari } = await two();
    const first = firstOf(kari);
    kari.list?.standIn(first);
    kari.list?.seeTyped({ field: 'what', row: first }, 'Hjemmebesøk av sykepleier hver da');
    mona.list?.delete(first);
    await until(() => kari.list?.lost.length === 1, 'Kari to be told');
    expect(kari.list?.lost[0]?.row['what']).toBe('Hjemmebesøk av sykepleier hver da');
  });

  test('and brings back without one’s last words, says which words are missing', async () => {
    const table = await two();
    const { mona, kari } = table;
    const first = firstOf(kari);
    await loses(table, first, ' hver dag');
    mona.list?.bringBack(first);
    await until(() => ids(kari).includes(first), 'the row to be back');
    expect(kari.list?.lost.map(({ left }) => left)).toEqual([['Hjemmebesøk av sykepleier hver dag']]);
    kari.list?.bringBack(first);
    expect(ids(kari).filter((id) => id === first)).toHaveLength(1);
  });

  test('and brings back as it was, is not spoken of any more', async () => {
    const { mona, kari } = await two();
    const first = firstOf(kari);
    kari.list?.standIn(first);
    mona.list?.delete(first);
    await until(() => kari.list?.lost.length === 1, 'Kari to be told');
    mona.list?.bringBack(first);
    await until(() => ids(kari)[0] === first, 'the row to be back');
    expect(kari.list?.lost).toEqual([]);
  });

  test('and both bring back at once, stands once, and the spare one goes away', async () => {
    const { mona, kari, at } = await two();
    const first = firstOf(kari);
    kari.list?.standIn(first);
    mona.list?.delete(first);
    await until(() => kari.list?.lost.length === 1, 'Kari to be told');
    mona.list?.bringBack(first);
    kari.list?.bringBack(first);
    await until(() => kari.doc.getArray('content').length === 5, 'the spare row to go');
    await Promise.all([at.Kari.saved(), at.Mona.saved()]);
    await until(() => mona.doc.getArray('content').length === 5, 'the spare row to go at Mona’s');
    expect(ids(kari)[0]).toBe(first);
    expect(kari.rows).toEqual(mona.rows);
    expect(kari.rows).toHaveLength(5);
  });
});

describe('a right that changes while the part is open', () => {
  test('is there at once, in the same document, and back again', async () => {
    const { at } = await desks('Kari');
    const part = await at.Kari.open('needs');
    const { doc, words } = part;
    const { me } = at.Kari.plan;
    expect([part.isMine, part.mayWrite, part.isReadonly]).toEqual([true, true, false]);
    part.setMe({ ...me, role: 'patient', profession: null });
    expect([part.isMine, part.mayWrite, part.isReadonly]).toEqual([false, false, true]);
    expect([part.doc, part.words]).toEqual([doc, words]);
    part.setMe(me);
    expect(part.mayWrite).toBe(true);
  });
});
