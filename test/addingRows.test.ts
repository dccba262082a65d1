import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findRow } from '#lib/state/rows.ts';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import { desks } from './support/desks.ts';
import { until } from './support/until.ts';

const VISIT = { what: 'Hjemmebesøk', on: '2026-11-29' };
const whats = (part: SharedPart) => part.rows.filter(({ what }) => String(what).startsWith('Hjemmebesøk')).length;

async function two() {
  const { at } = await desks('Mona', 'Kari');
  return { mona: await at.Mona.open('followup'), kari: await at.Kari.open('followup'), at };
}

describe('adding a row that says something from the start', () => {
  test('puts it last with what was proposed, and the other sees it', async () => {
    const { mona, kari } = await two();
    const { length } = mona.rows;
    const id = mona.list?.add(VISIT);
    expect(mona.rows.at(-1)).toMatchObject({ id, ...VISIT, who: '' });
    await until(() => kari.rows.length === length + 1, 'Kari to see it');
    expect(kari.rows.at(-1)).toEqual(mona.rows.at(-1));
  });

  test('is not for those who only read', async () => {
    const { at } = await desks('Kari');
    const services = await at.Kari.open('services');
    expect(services.list?.add({ kind: '6' }, 'area-5')).toBeNull();
    expect(services.rows.some(({ id }) => id === 'area-5')).toBe(false);
  });
});

describe('two who add the same at the same time', () => {
  test('get one row, and the spare one goes away', async () => {
    const { mona, kari, at } = await two();
    const before = [whats(mona), mona.rows.length];
    at.Kari.world.loseNetwork();
    mona.list?.add(VISIT, 'proposal-homeVisit');
    kari.list?.add(VISIT, 'proposal-homeVisit');
    await at.Mona.saved();
    at.Kari.world.findNetwork();
    await until(() => {
      at.Kari.world.passWhileDown();
      return kari.saving === 'saved' && mona.doc.getArray('content').length === (before[1] ?? 0) + 1;
    }, 'the spare row to go');
    expect(kari.rows).toEqual(mona.rows);
    expect([whats(mona), mona.rows.length]).toEqual(before.map((count) => count + 1));
  });

  test('and write different things before they see each other, keep both', async () => {
    const { mona, kari, at } = await two();
    const { length } = mona.rows;
    at.Kari.world.loseNetwork();
    mona.list?.add(VISIT, 'proposal-homeVisit');
    const id = kari.list?.add(VISIT, 'proposal-homeVisit') ?? '';
    (findRow(kari.doc, id)?.map.get('who') as Y.Text).insert(0, 'Kari Nilsen');
    await at.Mona.saved();
    at.Kari.world.findNetwork();
    await until(() => {
      at.Kari.world.passWhileDown();
      return kari.saving === 'saved' && mona.rows.length === length + 2;
    }, 'both to be there');
    expect(mona.rows.map(({ who }) => who)).toContain('Kari Nilsen');
    expect(kari.rows).toEqual(mona.rows);
  });

  test('after one another, come to the row that is there', async () => {
    const { mona, kari } = await two();
    const first = mona.list?.add(VISIT, 'proposal-homeVisit');
    await until(() => kari.rows.some(({ id }) => id === first), 'Kari to see it');
    const { length } = kari.rows;
    expect(kari.list?.add({ what: 'noe annet' }, 'proposal-homeVisit')).toBe(first);
    expect(kari.rows).toHaveLength(length);
  });
});
