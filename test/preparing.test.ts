import { describe, expect, test } from 'vitest';
import { partsOf, preparationOf, type Party, type PreparationOf } from '#lib/state/preparation.ts';
import { blankPlan, isWritten, type Plan } from '#shared/plan/plan.ts';
import { missingIn } from '#shared/plan/readiness.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { aase } from '#server/demo/aase.ts';

const required: SectionKey[] = [
  ...(['story', 'goals', 'situation', 'clarifications', 'function.before', 'needs', 'services', 'kin'] as const),
  ...(['followup', 'departure', 'conversation', 'questions', 'disagreements'] as const),
];
const { kari, aase: patient, jonas, mona, line } = aase.people;
const template = { required };

const agreementOn = (plan: Plan) => ({
  missing: missingIn(plan, required, ['hospital', 'patient', 'municipality', 'kin']),
  written: SECTION_KEYS.filter((key) => isWritten(key, plan)),
});
const preparation = (change: Partial<PreparationOf> = {}, plan = blankPlan()) =>
  preparationOf({
    ...{ template, agreement: agreementOn(plan), participants: [kari, patient, jonas, mona], invitations: [] },
    ...change,
  });
const partyIn = (all: ReturnType<typeof preparation>, party: Party) => all.find((one) => one.party === party);
const keys = (all: ReturnType<typeof preparation>, party: Party) =>
  partyIn(all, party)?.parts.map(({ section }) => section);

describe('who has prepared what', () => {
  test('each party has the required parts that it may write, the patient their own, the doctor the doctor’s', () => {
    const all = preparation({ participants: [kari, patient, jonas, mona, line] });
    expect(keys(all, 'patient')).toEqual(['story', 'goals']);
    expect(keys(all, 'kin')).toEqual(['function.before', 'kin']);
    expect(keys(all, 'municipality')).toEqual(['function.before', 'services', 'followup']);
    expect(keys(all, 'doctor')).toEqual(['clarifications']);
    expect(keys(all, 'hospital')).toEqual(['situation', 'function.before', 'needs', 'followup', 'departure']);
  });

  test('what comes of the meeting itself is nobody’s to prepare', () => {
    const parts = preparation().flatMap((party) => party.parts.map(({ section }) => section));
    for (const key of ['conversation', 'questions', 'disagreements'] as const) expect(parts).not.toContain(key);
  });

  test('a part is not begun, begun, or ready, and what is ready is counted', () => {
    const begun = { ...blankPlan(), situation: { ...aase.plan.situation, diagnoses: '' }, needs: aase.plan.needs };
    const hospital = partyIn(preparation({}, begun), 'hospital');
    expect(hospital?.parts.map(({ section, state }) => [section, state])).toEqual([
      ['situation', 'begun'],
      ['function.before', 'notBegun'],
      ['needs', 'ready'],
      ['followup', 'notBegun'],
      ['departure', 'notBegun'],
    ]);
    expect(hospital?.ready).toBe(1);
    expect(hospital?.parts[0]?.missing.map(({ fields }) => fields)).toEqual([['diagnoses']]);
    expect(preparation({}, aase.plan).every(({ ready, parts }) => ready === parts.length)).toBe(true);
  });

  test('kin and the GP stand there when they come or are invited; those who must be there always do', () => {
    const parties = (change: Partial<PreparationOf>) => preparation(change).map(({ party }) => party);
    const always: Party[] = ['patient', 'municipality', 'doctor', 'hospital'];
    expect(parties({ participants: [kari] })).toEqual(always);
    const gp = { name: 'Per Berg', role: 'gp', status: 'open' } as const;
    expect(parties({ invitations: [gp] })).toEqual(['patient', 'municipality', 'gp', 'doctor', 'hospital']);
    expect(parties({ invitations: [{ ...gp, status: 'revoked' }] })).toEqual(always);
  });

  test('those who have come are named beside those who are invited', () => {
    const invitations = [
      { name: 'Mona Hansen', role: 'municipality', status: 'used' },
      { name: 'Ola Kommune', role: 'municipality', status: 'open' },
    ] as const;
    const all = preparation({ invitations });
    expect(partyIn(all, 'municipality')).toMatchObject({ joined: ['Mona Hansen'], invited: ['Ola Kommune'] });
    expect(partyIn(all, 'doctor')?.joined).toEqual(['Jonas Lie']);
    expect(partyIn(all, 'hospital')?.joined).toEqual(['Kari Nilsen']);
  });
});

test('the doctor prepares what the ward prepares, and the doctor’s own', () => {
  const mine = partsOf(jonas, template, agreementOn(blankPlan())).map(({ section }) => section);
  expect(mine).toEqual(['situation', 'clarifications', 'function.before', 'needs', 'followup', 'departure']);
  expect(partsOf({ role: 'interpreter' }, template, agreementOn(blankPlan()))).toEqual([]);
});
