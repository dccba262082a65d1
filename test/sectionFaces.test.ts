import { describe, expect, test } from 'vitest';
import { FUNCTION_AREAS, SERVICES } from '#shared/plan/codes.ts';
import type { Row } from '#shared/plan/plan.ts';
import { aase } from '#server/demo/aase.ts';
import { isTable, linesOf, sharesOf } from '#lib/state/columns.ts';
import type { LostRow } from '#lib/state/partRows.svelte.ts';
import { lacksOwner } from '#lib/parts/plan/disagreements/views.ts';
import { AREA_ORDER, areaLines, areasToPropose, columnToBeginIn, onceFor } from '#lib/parts/plan/function/areas.ts';
import { groupedLines, stepsPast, type Grouping } from '#lib/parts/plan/lines.ts';
import { medicineGroups, whyAsked } from '#lib/parts/plan/medications/medicineGroups.ts';
import { serviceGroups } from '#lib/parts/plan/services/serviceGroups.ts';
import { zonesOf } from '#lib/parts/plan/warnings/zones.ts';
import { nb } from './support/speech.ts';

const row = (id: string, values: Record<string, string | null> = {}): Row => ({ id, ...values });

describe('sections that are read together', () => {
  test('stand in one line, and the three times of function are one table', () => {
    const now = ['situation', 'function.before', 'function.now', 'function.expected', 'function'] as const;
    expect(linesOf(now)).toEqual([
      ['situation'],
      ['function.before', 'function.now', 'function.expected'],
      ['function'],
    ]);
    expect(linesOf(now).map(isTable)).toEqual([false, true, false]);
    expect(linesOf(['needs', 'services', 'kin'])).toEqual([['needs', 'services'], ['kin']]);
    expect(linesOf(['warnings', 'warnings.own', 'medications', 'medications.reconciled']).map(sharesOf)).toEqual([
      'late',
      'long first',
    ]);
    expect(isTable(['function.now'])).toBe(true);
  });
});

describe('function', () => {
  const { 'function.before': before, 'function.now': now, 'function.expected': expected } = aase.plan;

  test('is one line for each area, with what was, is and will be', () => {
    const lines = areaLines([before, now, expected]);
    expect(lines.map(({ area }) => area)).toEqual(['5', '12', '7', '8', '9', '2', '15']);
    expect(lines[0]?.cells.map((rows) => rows.length)).toEqual([1, 1, 1]);
    expect(lines[1]?.cells.map((rows) => rows.length)).toEqual([1, 0, 0]);
  });

  test('keeps what two began at the same time, and what nobody said the area of, last', () => {
    const lines = areaLines([[row('a', { area: null })], [row('b', { area: '5' }), row('c', { area: '5' })]]);
    expect(lines.map(({ area }) => area)).toEqual(['5', null]);
    expect(lines[0]?.cells[1]?.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test('proposes what has no line yet, first what a column that is not shown has', () => {
    const lines = areaLines([now, expected]);
    const proposed = areasToPropose(lines, before);
    expect(proposed.slice(0, 4)).toEqual(['12', '9', '2', '11']);
    expect(proposed).toHaveLength(AREA_ORDER.length - lines.length);
    expect(proposed).toContain('other');
  });

  test('knows every area of the code list, and begins a new one with what is seen now', () => {
    expect(AREA_ORDER.toSorted()).toEqual(Object.keys(FUNCTION_AREAS).toSorted());
    expect(columnToBeginIn(['function.before', 'function.now'])).toBe('function.now');
    expect(columnToBeginIn(['function.before'])).toBe('function.before');
    expect(columnToBeginIn([])).toBeUndefined();
    expect([onceFor('5', []), onceFor('other', []), onceFor('5', [row('area-5')])]).toEqual([
      'area-5',
      undefined,
      undefined,
    ]);
  });
});

describe('a grouped list', () => {
  const grouping: Grouping = {
    field: 'zone',
    groups: [
      { key: 'red', title: 'Rød', add: 'Nytt' },
      { key: 'green', title: 'Grønn' },
      { key: '', title: 'Uten' },
    ],
  };
  const rows = [row('1', { zone: 'green' }), row('2', { zone: 'red' }), row('3', { zone: 'green' })];

  test('has its groups in order, each with its rows, its lost rows and its button', () => {
    const lost = { id: 'x', row: row('x', { zone: 'red' }), after: '2', left: null } as unknown as LostRow;
    expect(groupedLines(rows, [lost], grouping).map(({ key }) => key)).toEqual([
      'head red',
      '2',
      'lost x',
      'foot red',
      'head green',
      '1',
      '3',
    ]);
  });

  test('shows what is in no group only when there is something, and loses nothing', () => {
    const strange = [...rows, row('4', { zone: null }), row('5', { zone: 'blue' })];
    expect(
      groupedLines(strange, [], grouping)
        .map(({ key }) => key)
        .slice(-3),
    ).toEqual(['head ', '4', '5']);
  });

  test('numbers a row in its group, and moves it past its neighbour there', () => {
    const line = groupedLines(rows, [], grouping).find(({ key }) => key === '3');
    expect(line).toMatchObject({ number: 2, count: 2 });
    expect([stepsPast(rows, '3', 'up', grouping), stepsPast(rows, '2', 'up', grouping)]).toEqual([2, 0]);
    expect(stepsPast(rows, '1', 'down', grouping)).toBe(2);
  });

  test('of warnings gets worse downwards; of medicines has what is new first', () => {
    expect(zonesOf(nb).groups.map(({ key, tone }) => `${key} ${tone ?? ''}`)).toEqual([
      'green good',
      'yellow warn',
      'red bad',
      ' ',
    ]);
    expect(medicineGroups(nb).groups.map(({ key }) => key)).toEqual(['new', 'changed', 'stopped', 'unchanged', '']);
  });
});

test('a medicine that is not as before is asked why, until it is said', () => {
  const { why } = nb.plan.medicines;
  expect(whyAsked('new', '', nb)).toBe(why.new);
  expect(whyAsked('stopped', ' ', nb)).toBe(why.stopped);
  expect(whyAsked('changed', 'Lav puls', nb)).toBeNull();
  expect([whyAsked('unchanged', '', nb), whyAsked(null, '', nb)]).toEqual([null, null]);
});

test('every service of the code list stands in one group', () => {
  const codes = serviceGroups(Object.keys(SERVICES)).flatMap((group) => group.codes);
  expect(codes.toSorted()).toEqual(Object.keys(SERVICES).toSorted());
  expect(serviceGroups(['15', '999']).at(-1)).toEqual({ group: 'else', codes: ['999'] });
});

test('an open disagreement without anybody who settles it says so; a settled one does not', () => {
  expect(lacksOwner({ topic: 'Natt', owner: '', status: 'open' })).toBe(true);
  expect(lacksOwner({ topic: 'Natt', owner: 'Mona', status: 'open' })).toBe(false);
  expect(lacksOwner({ topic: 'Natt', owner: '', status: 'settled' })).toBe(false);
  expect(lacksOwner({ topic: '', owner: '', status: null })).toBe(false);
});
