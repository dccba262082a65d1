import { describe, expect, test } from 'vitest';
import { changesBetween } from '#shared/agreement/changes.ts';
import { blankPlan, blankValues, type Plan } from '#shared/plan/plan.ts';
import { sections } from '#shared/plan/sections.ts';

const plan = (parts: Partial<Plan>): Plan => ({ ...blankPlan(), ...parts });
const goal = (id: string, values: Partial<Plan['goals'][number]> = {}) =>
  ({ ...blankValues(sections.goals.fields), ...values, id }) as Plan['goals'][number];
const goals = (ids: Iterable<string | number>) => plan({ goals: Array.from(ids, (id) => goal(String(id))) });
const kinds = (before: Partial<Plan>, after: Partial<Plan>) =>
  changesBetween(before, after).flatMap(({ changes }) => changes.map(({ kind, row }) => [kind, row]));

describe('what became another', () => {
  test('of a text is added, removed or changed, with what it said', () => {
    const [none, one, two] = [plan({}), plan({ story: 'Hjem.' }), plan({ story: 'Hjem til hunden.' })];
    const storyChange = (before: Plan, after: Plan) => changesBetween(before, after).map(({ changes }) => changes);
    expect(storyChange(none, one)).toEqual([[{ kind: 'added', before: '', after: 'Hjem.' }]]);
    expect(storyChange(one, two)).toEqual([[{ kind: 'changed', before: 'Hjem.', after: 'Hjem til hunden.' }]]);
    expect(storyChange(two, none)).toEqual([[{ kind: 'removed', before: 'Hjem til hunden.', after: '' }]]);
    expect(storyChange(one, one)).toEqual([]);
  });

  test('of a form is said field by field, in the order of the registry', () => {
    const { situation } = blankPlan();
    const before = plan({ situation: { ...situation, happened: 'Fall', now: 'Oppe' } });
    const after = plan({ situation: { ...situation, happened: 'Fall hjemme', diagnoses: 'Brudd' } });
    const changed = changesBetween(before, after)[0]?.changes.map(({ field, kind }) => [field, kind]);
    expect(changed).toHaveLength(3);
    expect(Object.fromEntries(changed ?? [])).toEqual({ happened: 'changed', diagnoses: 'added', now: 'removed' });
  });

  test('of a row that came or went is the whole row; of one that stayed it is the field, with the row as it is', () => {
    const before = plan({ goals: [goal('a', { activity: 'Gå tur' }), goal('b', { activity: 'Sy' })] });
    const after = plan({ goals: [goal('a', { activity: 'Gå til postkassen' }), goal('c', { activity: 'Lese' })] });
    expect(changesBetween(before, after)).toMatchObject([
      {
        section: 'goals',
        changes: [
          { kind: 'changed', row: 'a', field: 'activity', before: 'Gå tur', after: 'Gå til postkassen' },
          { kind: 'added', row: 'c', values: { activity: 'Lese' } },
          { kind: 'removed', row: 'b', values: { activity: 'Sy' } },
        ],
      },
    ]);
  });

  test('in parts comes in the order of the registry, and a part that only one of them has is left out', () => {
    const after = plan({ needs: 'Følge til legen.', story: 'Hjem.' });
    expect(changesBetween(blankPlan(), after).map(({ section }) => section)).toEqual(['story', 'needs']);
    expect(changesBetween({ story: '' }, after).map(({ section }) => section)).toEqual(['story']);
  });
});

describe('rows that stand elsewhere', () => {
  test('are named as few as can be', () => {
    expect(kinds(goals('abcde'), goals('eabcd')), 'the last one first').toEqual([['moved', 'e']]);
    expect(kinds(goals('abcde'), goals('bcdea')), 'the first one last').toEqual([['moved', 'a']]);
    expect(kinds(goals('abcde'), goals('abdce'))).toHaveLength(1);
    expect(kinds(goals('abc'), goals('cba'))).toHaveLength(2);
    expect(kinds(goals('abc'), goals('abc'))).toEqual([]);
  });

  test('are not those that another came or went before', () => {
    expect(kinds(goals('abc'), goals('xabc'))).toEqual([['added', 'x']]);
    expect(kinds(goals('abc'), goals('bc'))).toEqual([['removed', 'a']]);
  });

  test('are found among thousands as well', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => at);
    const carried = [...ids.slice(1), 0];
    const scattered = ids.map((id) => (id * 7919) % ids.length);
    const before = goals(ids);
    const [one, many] = [goals(carried), goals(scattered)];
    expect(kinds(before, one)).toEqual([['moved', '0']]);
    expect(kinds(before, many).length).toBeGreaterThan(10_000);
  });

  test('and one row that somebody has put there twice, do no harm', () => {
    const before = goals('ab');
    const twice = plan({ goals: [goal('a'), goal('b'), goal('a')] });
    expect(kinds(before, twice)).toEqual([['moved', 'a']]);
    expect(kinds(twice, before).every(([kind]) => kind === 'moved')).toBe(true);
  });
});
