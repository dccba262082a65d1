import { describe, expect, test } from 'vitest';
import { adviceFor, adviceOn } from '#shared/plan/lint.ts';
import { blankPlan, blankValues, type Plan } from '#shared/plan/plan.ts';
import { section, SECTION_KEYS } from '#shared/plan/sections.ts';
import { aase } from '#server/demo/aase.ts';
import { tell } from '#server/demo/aaseRows.ts';
import { HOSTILE } from './support/hostile.ts';
import { filledPlan } from './support/planWords.ts';

const THE_DAY = { on: '2026-11-25', people: Object.values(aase.people) };

test("Åse's full plan gets a few pieces of advice, and good ones", () => {
  const advice = adviceOn(aase.plan, THE_DAY);
  const told = advice.filter(({ rule }) => rule !== 'hard-word').map(({ rule, value }) => [rule, value]);
  expect(told).toEqual([
    ['medicine-without-reason', 'Paracetamol'],
    ['medicine-without-reason', 'Kalsium/vitamin D'],
    ['goal-without-action', 'Lage fredagskaffe til Bjørg'],
  ]);
  const hard = advice.filter(({ rule }) => rule === 'hard-word').map(({ section, value }) => [section, value]);
  expect(hard).toEqual([
    ...['atrieflimmer', 'hypertensjon', 'Hemiprotese', 'Delir'].map((word) => ['situation', word]),
    ...['Delir', 'Osteoporose'].map((word) => ['clarifications', word]),
    ...['Osteoporose', 'delir'].map((word) => ['medications', word]),
    ['treatment', 'Osteoporose'],
  ]);
});

test('advice stands in the order of the registry', () => {
  const places = adviceOn(aase.prepared(), THE_DAY).map(({ section }) => SECTION_KEYS.indexOf(section));
  expect(places.length).toBeGreaterThan(4);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a blank plan is told only that it has no date', () => {
  expect(adviceOn(blankPlan(), THE_DAY).map(({ rule }) => rule)).toEqual(['departure-missing']);
});

test('rows that nobody has written in yet get no advice', () => {
  const rows = SECTION_KEYS.flatMap((key) => {
    const part = section(key);
    return part.kind === 'rows' ? [[key, [{ ...blankValues(part.fields), id: key }]]] : [];
  });
  expect(rows.length).toBeGreaterThan(10);
  const plan = { ...blankPlan(), ...Object.fromEntries(rows) } as Plan;
  expect(adviceOn(plan, THE_DAY).map(({ rule }) => rule)).toEqual(['departure-missing']);
});

describe('whatever stands in the plan', () => {
  const LONG = ['oppfølging ', 'sykehjem hadde ', ' ', 'per ', 'ukjent ', '1', 'hjemmesykepleie, x ', '\n'];
  const written = [...Object.values(HOSTILE), ...LONG.map((words) => words.repeat(20_000))];

  test('no rule throws, none takes long to say what, and what it says is short', () => {
    for (const words of written) {
      const advice = adviceOn(
        filledPlan(() => words),
        THE_DAY,
      );
      for (const { value = '' } of advice) expect(value.length).toBeLessThan(150);
    }
  }, 10_000);

  test('advice leads to a part that somebody may write, and to fields that it has', () => {
    const plans = [aase.plan, aase.prepared(), blankPlan(), filledPlan(() => 'Obs ukjent BPA')];
    for (const piece of plans.flatMap((plan) => adviceOn(plan, THE_DAY))) {
      expect(piece.who.length, piece.rule).toBeGreaterThan(0);
      const blank: unknown = filledPlan(() => 'x')[piece.section];
      const form = Array.isArray(blank) ? (blank[0] as object) : blank;
      for (const field of piece.fields) expect(Object.keys(form as object), piece.rule).toContain(field);
    }
  });
});

describe('kin with whom a part is not shared', () => {
  const advice = adviceOn({ ...blankPlan(), goals: tell('goals', 101, [{ activity: 'Gå ut' }]) }, THE_DAY);
  const rulesFor = (withheld: ('goals' | 'treatment' | 'departure')[]) =>
    adviceFor({ role: 'kin', withheld }, advice).map(({ rule }) => rule);

  test('get no advice about it, nor advice that tells of it under another part', () => {
    expect(rulesFor([])).toEqual(['goal-without-score', 'goal-without-action', 'departure-missing']);
    expect(rulesFor(['treatment'])).toEqual(['goal-without-score', 'departure-missing']);
    expect(rulesFor(['goals']), 'the goal is quoted under the treatment').toEqual(['departure-missing']);
  });
});
