import { isAnswered, type Row, type Values } from '#shared/plan/plan.ts';
import { THEMES, type Theme, type Written } from './conversationSteps.ts';

/** The parts of a plan that hold what the patient tells before the meeting. */
export interface ToldParts {
  'story.themes': Values;
  story: string;
  goals: readonly Row[];
  questions: readonly Row[];
}

/** How far what is told has come. */
export function writtenIn(told: ToldParts): Written {
  return {
    themes: answeredThemes(told['story.themes']),
    hasStory: isAnswered(told.story),
    goals: statedGoals(told.goals).map((goal) => ({ id: goal.id, isScored: isScored(goal) })),
    hasQuestions: told.questions.some(({ question }) => isAnswered(question ?? null)),
  };
}

/** The themes that have an answer. */
export function answeredThemes(answers: Values): Theme[] {
  return THEMES.filter((theme) => isAnswered(answers[theme] ?? null));
}

/** The goals that say something. */
export function statedGoals(goals: readonly Row[]): Row[] {
  return goals.filter(({ activity }) => isAnswered(activity ?? null));
}

/** Somebody chose not to give the goal a score, and it says so. */
export const isDeclined = (goal: Row): boolean =>
  !isAnswered(goal['scoreNow'] ?? null) && isAnswered(goal['noGoalReason'] ?? null);

const isScored = (goal: Row): boolean => isAnswered(goal['scoreNow'] ?? null) || isDeclined(goal);
