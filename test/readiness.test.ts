import { describe, expect, test } from 'vitest';
import { blankPlan, type Plan } from '#shared/plan/plan.ts';
import { missingIn } from '#shared/plan/readiness.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { aase } from '#server/demo/aase.ts';
import { readTemplates } from '#server/meeting/templates.ts';

const JOINED = ['hospital', 'municipality', 'gp', 'patient', 'kin'] as const;

const missing = (change: Partial<Plan>, key: SectionKey) =>
  missingIn({ ...aase.plan, ...change }, [key], JOINED).map(({ code, fields }) => [code, ...fields]);

describe('readiness', () => {
  test("Åse's plan is complete once everything is filled in, and the prepared one is not", () => {
    const { required } = readTemplates().get('frail-elderly');
    expect(missingIn(aase.plan, required, JOINED)).toEqual([]);
    const left = missingIn(aase.prepared(), required, JOINED).map(({ section }) => section);
    expect(left).toEqual(expect.arrayContaining(['followup', 'conversation', 'disagreements']));
  });

  test('an empty plan lacks something in every section that is required for all', () => {
    const { required } = readTemplates().get('frail-elderly');
    const found = new Set(missingIn(blankPlan(), required, JOINED).map(({ section }) => section));
    const needRows: SectionKey[] = ['services', 'medications', 'treatment', 'followup', 'questions', 'disagreements'];
    expect(required.filter((key) => !found.has(key) && !needRows.includes(key))).toEqual([]);
  });

  test('what kin must answer counts only when kin takes part', () => {
    expect(missingIn(blankPlan(), ['kin'], JOINED)).toHaveLength(1);
    expect(missingIn(blankPlan(), ['kin'], ['hospital', 'patient'])).toEqual([]);
  });

  test('"unknown, and why" is an answer; silence is not', () => {
    const area = { id: 'a', area: null, words: '', level: 3, unknownReason: '' };
    expect(missing({ 'function.expected': [area] }, 'function.expected')).toEqual([
      ['no-rows', 'words', 'unknownReason'],
    ]);
    const why = { ...area, unknownReason: 'Delir, vurderes om en uke' };
    expect(missing({ 'function.expected': [why] }, 'function.expected')).toEqual([]);
  });

  test('a follow-up needs what, who and when; an action an owner and a date or how often', () => {
    const [row] = aase.plan.followup;
    expect(missing({ followup: [{ ...row!, who: ' ', on: null }] }, 'followup')).toEqual([
      ['row-incomplete', 'who', 'on'],
    ]);
    const [action] = aase.plan.treatment;
    expect(missing({ treatment: [{ ...action!, due: null, when: 'hver uke' }] }, 'treatment')).toEqual([]);
    expect(missing({ treatment: [{ ...action!, due: null, when: '' }] }, 'treatment')).toEqual([
      ['row-incomplete', 'due'],
    ]);
  });

  test('a discharge conversation that was not held needs a reason', () => {
    const { conversation } = aase.plan;
    const notHeld = { ...conversation, held: 'no' as const, reason: '' };
    expect(missing({ conversation: notHeld }, 'conversation')).toEqual([['not-answered', 'reason']]);
    expect(missing({ conversation: { ...notHeld, reason: 'Åse sov.' } }, 'conversation')).toEqual([]);
    expect(missing({ conversation: { ...notHeld, held: null } }, 'conversation')).toEqual([
      ['not-answered', 'held', 'reason'],
    ]);
  });

  test('warnings need a yellow and a red', () => {
    const green = aase.plan.warnings.filter(({ zone }) => zone === 'green');
    expect(missing({ warnings: green }, 'warnings')).toEqual([
      ['value-missing', 'zone'],
      ['value-missing', 'zone'],
    ]);
  });

  test('an open disagreement needs an owner, a settled one does not', () => {
    const [row] = aase.plan.disagreements;
    const open = { ...row!, owner: '', status: 'open' as const };
    expect(missing({ disagreements: [open] }, 'disagreements')).toEqual([['not-settled', 'owner']]);
    expect(missing({ disagreements: [{ ...open, status: 'settled' }] }, 'disagreements')).toEqual([]);
  });

  test('disagreements and questions count in every meeting, whatever its template requires', () => {
    const question = { id: 'q', question: 'Får jeg komme tilbake?' };
    const open = { ...aase.plan.disagreements[0]!, owner: '', status: 'open' as const };
    const plan = { ...aase.plan, disagreements: [open], questions: [question], 'questions.answers': [] };
    const codes = (required: SectionKey[]) =>
      missingIn(plan, required, JOINED).map(({ section, code }) => [section, code]);
    const always = [
      ['disagreements', 'not-settled'],
      ['questions', 'not-replied'],
    ];
    expect(codes([])).toEqual(always);
    expect(codes(['questions', 'disagreements'])).toHaveLength(2);
    expect(missingIn(aase.plan, [], JOINED)).toEqual([]);
    for (const { id } of readTemplates().all())
      expect(codes(readTemplates().get(id).required)).toEqual(expect.arrayContaining(always));
  });

  test('every question is answered, and staff are named as those who can', () => {
    const question = { id: 'q', question: 'Får jeg komme tilbake?' };
    const plan = { ...aase.plan, questions: [question], 'questions.answers': [] };
    expect(missingIn(plan, ['questions'], JOINED)[0]).toMatchObject({
      ...{ code: 'not-replied', row: 'q', who: ['hospital', 'municipality', 'gp'] },
    });
    const answer = { id: 'a', question: 'q', answer: 'Ja.' };
    expect(missingIn({ ...plan, 'questions.answers': [answer] }, ['questions'], JOINED)).toEqual([]);
  });

  test('whoever can mend it is named by role', () => {
    const found = missingIn(blankPlan(), SECTION_KEYS, JOINED);
    expect(found.find(({ section }) => section === 'clarifications')?.who).toEqual(['hospital']);
    expect(found.find(({ section }) => section === 'kin')?.who).toEqual(['kin']);
  });
});
