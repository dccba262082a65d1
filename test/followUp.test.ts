import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import type { TaskReport } from '#shared/after.ts';
import { AppError } from '#shared/errors.ts';
import { PhaseId } from '#shared/ids.ts';
import { carriedOver, withPromises } from '#shared/meeting/followUp.ts';
import { LIMITS, Template } from '#shared/meeting/template.ts';
import { blankPlan } from '#shared/plan/plan.ts';

const template = readTemplates().get('short-discharge');
const said = (state: TaskReport['state'], words = ''): TaskReport => ({ state, words, name: 'Mona Hansen', at: 1 });

describe('the template of a next meeting', () => {
  test('begins with what was promised, the patient first, and says when that was', () => {
    const made = Template.parse(withPromises(template, '25.11.'));
    const [first, ...rest] = made.phases;
    expect(first).toMatchObject({ id: 'promises', firstSpeaker: 'patient' });
    expect(first?.sections).toEqual(['promises', 'goals', 'disagreements']);
    expect(first?.minutes).toBeGreaterThanOrEqual(5);
    expect(first?.minutes).toBeLessThanOrEqual(8);
    expect(first?.patient.sentence.nb).toContain('i møtet 25.11.');
    expect(rest).toEqual(template.phases);
    expect({ ...made, phases: rest }).toEqual(template);
  });

  test('gives the phase an id that no other has, and adds it once', () => {
    const [phase] = template.phases;
    const crowded = {
      ...{ ...template, required: [] },
      phases: ['promises', 'promises-2'].map((id) => ({ ...phase!, id: PhaseId.parse(id) })),
    };
    const made = Template.parse(withPromises(crowded, '25.11.'));
    expect(made.phases.map(({ id }) => id)).toEqual(['promises-3', 'promises', 'promises-2']);
    expect(withPromises(made, '1.12.')).toBe(made);
  });

  test('is refused where there is no room for one phase more', () => {
    const [phase] = template.phases;
    const full = (count: number) => ({
      ...{ ...template, required: [] },
      phases: Array.from({ length: count }, (_, at) => ({ ...phase!, id: PhaseId.parse(`p${at}`) })),
    });
    expect(withPromises(full(LIMITS.phases - 1), '25.11.').phases).toHaveLength(LIMITS.phases);
    expect(() => withPromises(full(LIMITS.phases), '25.11.')).toThrow(AppError);
  });
});

describe('a next meeting starts with', () => {
  const [first, second] = aase.plan.treatment;
  const carried = carriedOver(
    aase.plan,
    new Map([
      [first!.id, said('partly', 'To ganger i uken')],
      [second!.id, said('open', 'Angret')],
    ]),
  );

  test('what was promised, with what became of it; what was taken back is open', () => {
    const promiseOf = (id: string) => carried.promises.find((row) => row.id === id);
    expect(promiseOf(first!.id)).toMatchObject({
      ...{ who: 'Mona Hansen', organisation: 'Larvik kommune', due: '2026-11-28' },
      ...{ happened: 'partly', words: 'To ganger i uken' },
    });
    expect(promiseOf(second!.id)).toMatchObject({ happened: null, words: '' });
    expect(promiseOf(second!.id)?.what).toBe('Måle blodtrykk liggende og stående (Hver uke)');
    expect(carried.promises.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...aase.plan.treatment, ...aase.plan.followup].map(({ id }) => id)),
    );
  });

  test('the goals with their ids and the scores of then, and room for the new ones', () => {
    const scored = aase.plan.goals.map((goal) => ({ ...goal, scoreLater: 7 }));
    const { goals } = carriedOver({ ...aase.plan, goals: scored }, new Map());
    expect(goals).toEqual(aase.plan.goals.map((goal) => ({ ...goal, scoreLater: null })));
  });

  test('what is not settled, and among the promises only when somebody said what became of it', () => {
    const [open] = aase.plan.disagreements;
    const settled = { ...open!, id: 'settled', status: 'settled' as const };
    const plan = { ...aase.plan, disagreements: [open!, settled] };
    const without = carriedOver(plan, new Map());
    expect(without.disagreements).toEqual([open]);
    expect(without.promises.map(({ id }) => id)).not.toContain(open!.id);
    const told = carriedOver(plan, new Map([[open!.id, said('done', 'Digitalt tilsyn virker')]]));
    expect(told.disagreements).toEqual([open]);
    expect(told.promises.find(({ id }) => id === open!.id)).toMatchObject({ happened: 'done' });
  });

  test('what was promised earlier still and is not done, as it was told then', () => {
    const row = { id: 'p', what: 'Synstest', who: 'Line', organisation: '', due: null, words: 'Ingen ledig time' };
    const plan = {
      ...blankPlan(),
      promises: [
        { ...row, happened: 'notDone' as const },
        { ...row, id: 'q', happened: 'done' as const },
      ],
    };
    expect(carriedOver(plan, new Map()).promises).toEqual([{ ...row, happened: 'notDone' }]);
    expect(carriedOver(plan, new Map([['p', said('done', 'I går')]])).promises).toEqual([
      { ...row, happened: 'done', words: 'I går' },
    ]);
  });

  test('the story and whom to call, and nothing else', () => {
    expect(Object.keys(carried).toSorted()).toEqual(['coordination', 'disagreements', 'goals', 'promises', 'story']);
    expect([carried.story, carried.coordination]).toEqual([aase.plan.story, aase.plan.coordination]);
  });
});
