import type { Place } from './place.ts';
import { addressOf } from './place.ts';

export const THEMES = ['people', 'doing', 'health', 'joy'] as const;
export type Theme = (typeof THEMES)[number];

/** What the conversation is about, in order. Each is one step, but the score, which is one for each goal. */
const TOPICS = [...THEMES, 'story', 'goals', 'score', 'questions'] as const;
type Topic = (typeof TOPICS)[number];

/** One thing on the screen. `goal`: the row that a score is asked for. */
export interface Step {
  name: 'welcome' | Topic | 'done';
  goal?: string;
}

/** As much of what is written as the steps depend on. */
export interface Written {
  /** Those that have an answer. */
  themes: readonly Theme[];
  hasStory: boolean;
  /** Goals that say something, in their order. Scored: also when somebody chose not to answer. */
  goals: readonly { id: string; isScored: boolean }[];
  hasQuestions: boolean;
}

/** How far somebody has come, for the card that leads to the conversation. */
export type Progress = { kind: 'none' | 'finished' } | { kind: 'some'; themes: number; goals: number };

/** Every step, from the first to the last. */
export function stepsOf({ goals }: Written): Step[] {
  const topics = TOPICS.flatMap((name): Step[] => (name === 'score' ? scoresOf(goals) : [{ name }]));
  return [{ name: 'welcome' }, ...topics, { name: 'done' }];
}

const scoresOf = (goals: Written['goals']): Step[] => goals.map(({ id }) => ({ name: 'score', goal: id }));

const isSame = (one: Step, other: Step): boolean => one.name === other.name && one.goal === other.goal;

/** The step so many steps on, or back where `by` is negative; null past either end. */
export function stepFrom(step: Step, by: number, written: Written): Step | null {
  const steps = stepsOf(written);
  const at = steps.findIndex((other) => isSame(step, other));
  return at === -1 ? null : (steps[at + by] ?? null);
}

/** Whether something is written at the step. */
export function isAnsweredAt(step: Step, written: Written): boolean {
  const { themes, goals, hasStory, hasQuestions } = written;
  if (step.name === 'welcome' || step.name === 'done') return false;
  if (step.name === 'story') return hasStory;
  if (step.name === 'goals') return goals.length > 0;
  if (step.name === 'questions') return hasQuestions;
  if (step.name === 'score') return goals.some(({ id, isScored }) => id === step.goal && isScored);
  return themes.includes(step.name);
}

/**
 * Where to go on another day, worked out from what is written: after the last thing that was answered. What was skipped
 * is not asked for again. Where no theme has an answer it begins at the beginning: what else is there came from others,
 * or from an earlier meeting.
 */
export function stepToGoOnWith(written: Written): Step {
  if (written.themes.length === 0) return { name: 'welcome' };
  if (isFinished(written)) return { name: 'done' };
  const steps = stepsOf(written);
  return steps[steps.findLastIndex((step) => isAnsweredAt(step, written)) + 1] ?? { name: 'done' };
}

/** Questions may well be left out: not everybody has one. */
function isFinished(written: Written): boolean {
  const left = stepsOf(written).filter((step) => !isAnsweredAt(step, written));
  return left.every(({ name }) => name === 'welcome' || name === 'questions' || name === 'done');
}

export function progressOf(written: Written): Progress {
  const { themes, goals, hasStory, hasQuestions } = written;
  if (!themes.length && !goals.length && !hasStory && !hasQuestions) return { kind: 'none' };
  if (stepToGoOnWith(written).name === 'done') return { kind: 'finished' };
  return { kind: 'some', themes: themes.length, goals: goals.length };
}

/** The number of the topic among all; null before and after them. */
export function topicOf({ name }: Step): { number: number; count: number } | null {
  const at = TOPICS.findIndex((topic) => topic === name);
  return at === -1 ? null : { number: at + 1, count: TOPICS.length };
}

/**
 * The step that an address names. The goals, where it names the score of one that is gone; null where it names none,
 * and it has to be worked out where to go on.
 */
export function stepIn(search: Pick<URLSearchParams, 'get'>, written: Written): Step | null {
  const [name, goal] = [search.get('steg'), search.get('maal')];
  const found = stepsOf(written).find((step) => step.name === name && (step.goal ?? null) === goal);
  return found ?? (name === 'score' ? { name: 'goals' } : null);
}

const HERE: Place = { kind: 'conversation' };

/** The address of a step, in the meeting that the window is in. */
export function addressOfStep({ name, goal }: Step, seat: string | null): string {
  const search = new URLSearchParams(addressOf(HERE, seat));
  search.set('steg', name);
  if (goal !== undefined) search.set('maal', goal);
  return `?${search.toString()}`;
}
