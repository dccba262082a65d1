import { describe, expect, test } from 'vitest';
import {
  addressOfStep,
  isAnsweredAt,
  progressOf,
  stepFrom,
  stepIn,
  stepsOf,
  stepToGoOnWith,
  THEMES,
  topicOf,
  type Written,
} from '#lib/state/conversationSteps.ts';
import { placeIn } from '#lib/state/place.ts';

const NOTHING: Written = { themes: [], hasStory: false, goals: [], hasQuestions: false };
const goal = (id: string, isScored = false) => ({ id, isScored });
const ALL: Written = { themes: THEMES, hasStory: true, goals: [goal('a', true)], hasQuestions: true };
const names = (written: Written) => stepsOf(written).map(({ name, goal: id }) => (id ? `${name} ${id}` : name));

describe('the steps of the conversation', () => {
  test('are one question at a time, in the order of the conversation', () => {
    const themes = ['people', 'doing', 'health', 'joy'];
    expect(names(NOTHING)).toEqual(['welcome', ...themes, 'story', 'goals', 'questions', 'done']);
  });

  test('ask for the score of each goal by itself', () => {
    const written = { ...NOTHING, goals: [goal('a'), goal('b')] };
    expect(names(written).slice(6, 10)).toEqual(['goals', 'score a', 'score b', 'questions']);
    expect(stepFrom({ name: 'score', goal: 'a' }, 1, written)).toEqual({ name: 'score', goal: 'b' });
    expect(stepFrom({ name: 'score', goal: 'a' }, -1, written)).toEqual({ name: 'goals' });
  });

  test('end at both ends, and none follows on one that is gone', () => {
    expect(stepFrom({ name: 'welcome' }, -1, ALL)).toBeNull();
    expect(stepFrom({ name: 'done' }, 1, ALL)).toBeNull();
    expect(stepFrom({ name: 'score', goal: 'gone' }, 1, ALL)).toBeNull();
    expect(stepFrom({ name: 'welcome' }, 1, ALL)).toEqual({ name: 'people' });
  });

  test('are counted by what they are about, so that a new goal moves no number', () => {
    expect(topicOf({ name: 'people' })).toEqual({ number: 1, count: 8 });
    expect(topicOf({ name: 'score', goal: 'b' })).toEqual({ number: 7, count: 8 });
    expect(topicOf({ name: 'questions' })).toEqual({ number: 8, count: 8 });
    expect([topicOf({ name: 'welcome' }), topicOf({ name: 'done' })]).toEqual([null, null]);
  });

  test('know what is written at them', () => {
    const written = { ...NOTHING, themes: ['joy'] as const, goals: [goal('a', true), goal('b')] };
    const answered = stepsOf(written).filter((step) => isAnsweredAt(step, written));
    expect(answered).toEqual([{ name: 'joy' }, { name: 'goals' }, { name: 'score', goal: 'a' }]);
  });
});

describe('going on another day', () => {
  test('begins at the beginning where nothing is written', () => {
    expect(stepToGoOnWith(NOTHING)).toEqual({ name: 'welcome' });
    expect(progressOf(NOTHING)).toEqual({ kind: 'none' });
  });

  test('is after the last thing that was answered', () => {
    const written: Written = { ...NOTHING, themes: ['people', 'doing'] };
    expect(stepToGoOnWith(written)).toEqual({ name: 'health' });
    expect(stepToGoOnWith({ ...written, goals: [goal('a', true), goal('b')] })).toEqual({ name: 'score', goal: 'b' });
    expect(progressOf({ ...written, goals: [goal('a')] })).toEqual({ kind: 'some', themes: 2, goals: 1 });
  });

  test('does not ask again for what was skipped', () => {
    expect(stepToGoOnWith({ ...NOTHING, themes: ['health'] })).toEqual({ name: 'joy' });
  });

  test('begins at the beginning where only others have written, or an earlier meeting has', () => {
    const written = { ...NOTHING, hasStory: true, goals: [goal('a', true)] };
    expect(stepToGoOnWith(written)).toEqual({ name: 'welcome' });
    expect(progressOf(written).kind).toBe('some');
  });

  test('ends in what was told when all is written, also without a question', () => {
    for (const written of [ALL, { ...ALL, hasQuestions: false }]) {
      expect(stepToGoOnWith(written)).toEqual({ name: 'done' });
      expect(progressOf(written)).toEqual({ kind: 'finished' });
    }
    const unscored = { ...ALL, hasQuestions: false, goals: [goal('a')] };
    expect(stepToGoOnWith(unscored)).toEqual({ name: 'score', goal: 'a' });
    expect(progressOf(unscored).kind).toBe('some');
  });
});

describe('the address of a step', () => {
  const readBack = (address: string, written: Written) => stepIn(new URLSearchParams(address), written);

  test('leads back to the step, in the same seat', () => {
    for (const step of stepsOf(ALL)) {
      const address = addressOfStep(step, 'ase');
      expect(readBack(address, ALL)).toEqual(step);
      expect(placeIn(new URLSearchParams(address))).toEqual({ kind: 'conversation' });
      expect(address).toContain('seat=ase');
    }
  });

  test('of a score whose goal is gone leads to the goals, and one that says nothing leaves it open', () => {
    const address = addressOfStep({ name: 'score', goal: 'a' }, null);
    expect(readBack(address, { ...ALL, goals: [goal('b')] })).toEqual({ name: 'goals' });
    expect(readBack('?vis=samtale', ALL)).toBeNull();
    expect(readBack('?vis=samtale&steg=toString', ALL)).toBeNull();
  });
});
