import { expect, test } from 'vitest';
import { PlanReading } from '#lib/state/planReading.svelte.ts';
import { writtenIn } from '#lib/state/toldBefore.ts';
import { aase } from '#server/demo/aase.ts';
import { AppError } from '#shared/errors.ts';
import { blankPlan, type Plan } from '#shared/plan/plan.ts';

test('what was read stands until it can be read again: a page that shows a little of it is not lost with the line', async () => {
  const answers: (() => Promise<Plan>)[] = [
    () => Promise.resolve(aase.plan),
    () => Promise.reject(new AppError('unavailable', 'Nobody answered.')),
  ];
  const reading = new PlanReading(() => answers.shift()!());
  expect(reading.plan).toBeNull();
  await reading.look();
  expect(reading.plan).toEqual(aase.plan);
  await reading.look();
  expect(reading.plan).toEqual(aase.plan);
});

test('what nobody has thrown on purpose is not swallowed', async () => {
  const reading = new PlanReading(() => Promise.reject(new TypeError('a fault of ours')));
  await expect(reading.look()).rejects.toThrow('a fault of ours');
});

test('how far the patient has come is told of the plan as it was read: what says nothing does not count', () => {
  const { goals, questions, story } = aase.plan;
  const told = { ...blankPlan(), story, goals, questions };
  const themes = { ...told['story.themes'], people: 'Bjørg', joy: '  ' };
  expect(writtenIn({ ...told, 'story.themes': themes })).toEqual({
    themes: ['people'],
    hasStory: true,
    goals: goals.map(({ id, scoreNow, noGoalReason }) => ({ id, isScored: scoreNow !== null || noGoalReason !== '' })),
    hasQuestions: true,
  });
  expect(writtenIn(blankPlan())).toEqual({ themes: [], hasStory: false, goals: [], hasQuestions: false });
});
