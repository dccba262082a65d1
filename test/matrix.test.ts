import { describe, expect, test } from 'vitest';
import { mayRead, mayWrite } from '#shared/plan/rights.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { ROLES } from '#shared/roles.ts';
import { DEEDS, exists } from './support/deeds.ts';
import { CAST, tableFor } from './support/matrix.ts';
import { DOOR_NAMES } from './support/wireEnd.ts';

describe.each(DOOR_NAMES)('every part of the plan, through %s', (door) => {
  test.each(CAST)('before $name ($role $profession)', async (who) => {
    const { house, cells } = await tableFor(who, door);
    await Promise.all(cells.map((cell) => cell.reads()));
    let taken = 0;
    for (const deed of DEEDS) {
      const did = await Promise.all(cells.map((cell) => cell.does(deed)));
      taken += did.filter(Boolean).length;
    }
    const writable = SECTION_KEYS.filter((key) => mayWrite(who, key));
    expect(taken).toBe(writable.flatMap((key) => DEEDS.filter((deed) => exists(key, deed))).length);
    expect(house.reported).toEqual([]);
  });
});

test('the table leaves nobody out, and nobody writes or reads everything or nothing for no reason', () => {
  expect(new Set(CAST.map(({ role }) => role))).toEqual(new Set(ROLES));
  const count = (may: typeof mayRead, name: string) =>
    SECTION_KEYS.filter((key) =>
      may(
        CAST.find((each) => each.name === name)!,
        key,
      ),
    ).length;
  expect(CAST.every((who) => SECTION_KEYS.some((key) => !mayWrite(who, key)))).toBe(true);
  expect(CAST.filter((who) => !SECTION_KEYS.some((key) => mayWrite(who, key))).map(({ name }) => name)).toEqual([
    'Ivar',
  ]);
  expect(['Odd', 'Else', 'Line'].map((name) => count(mayRead, name))).toEqual([16, 16, 32]);
  expect(count(mayWrite, 'Odd') + count(mayWrite, 'Else')).toBe(count(mayWrite, 'Line'));
});
