import { expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { Plan } from '#shared/plan/plan.ts';
import { missingIn } from '#shared/plan/readiness.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';

const roles = Object.values(aase.people).map(({ role }) => role);

test('each part of Åse’s plan is written by somebody who may write it', () => {
  const strangers = SECTION_KEYS.filter((key) => !mayWrite(aase.people[aase.authors[key]], key));
  expect(strangers).toEqual([]);
  expect(mayWrite(aase.people.kari, 'services'), 'a nurse does not grant services').toBe(false);
});

test('Åse’s plan has the shape of a plan, and nothing in it is missing', () => {
  expect(Plan.parse(aase.plan)).toEqual(aase.plan);
  expect(missingIn(aase.plan, SECTION_KEYS, roles)).toEqual([]);
});

test('the prepared plan leaves the meeting something to do', () => {
  const prepared = aase.prepared();
  expect(Plan.parse(prepared)).toEqual(prepared);
  const missing = missingIn(prepared, SECTION_KEYS, roles).map(({ section }) => section);
  expect(missing).toEqual(['followup', 'conversation', 'questions', 'disagreements']);
  expect(prepared.goals.map(({ scoreNow }) => scoreNow)).toEqual([2, 3, null]);
});

test('no two rows of Åse’s plan have the same id', () => {
  const ids = SECTION_KEYS.flatMap((key) => {
    const value: unknown = aase.plan[key];
    return Array.isArray(value) ? value.map((row: { id: string }) => row.id) : [];
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(30);
});

test('Åse’s meeting follows a template that the house has', () => {
  expect(readTemplates().get(aase.template).id).toBe(aase.template);
});
