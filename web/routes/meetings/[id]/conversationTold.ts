import type { Conversation } from '#lib/state/conversation.svelte.ts';
import { THEMES, type Step } from '#lib/state/conversationSteps.ts';
import { isAnswered } from '#shared/plan/plan.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';

/** One thing that was asked, what was written of it, and where to change that. */
export interface ToldAt {
  key: string;
  title: string;
  lines: string[];
  step: Step;
}

/** Everything that was written, in the order in which it was asked for. */
export function toldIn(conversation: Conversation, words: Catalogue['conversation']): ToldAt[] {
  const { thoughts, story, statedGoals, questions } = conversation;
  const themes = THEMES.map((theme) => ({
    ...{ key: theme, title: words.themes[theme].question, step: { name: theme } },
    lines: thoughts.filter((thought) => thought.theme === theme).map((thought) => thought.words),
  }));
  const goals = statedGoals.map(({ activity, scoreNow }) =>
    typeof scoreNow === 'number' ? words.done.scored(String(activity), scoreNow) : String(activity),
  );
  const asked = questions.rows.map(({ question }) => question ?? null).filter(isAnswered);
  return [
    ...themes,
    of('story', words.story.question, [story.words].filter(isAnswered)),
    of('goals', words.goals.question, goals),
    of('questions', words.questions.question, asked.map(String)),
  ];
}

const of = (name: 'story' | 'goals' | 'questions', title: string, lines: string[]): ToldAt => ({
  ...{ key: name, title, lines, step: { name } },
});
