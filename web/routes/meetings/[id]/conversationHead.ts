import type { Conversation } from '#lib/state/conversation.svelte.ts';
import { topicOf, type Step } from '#lib/state/conversationSteps.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';

/** What stands at the top of a step. */
export interface Head {
  place: string | null;
  title: string;
  help: string | null;
}

export function headOf(step: Step, { statedGoals }: Conversation, words: Catalogue['conversation']): Head {
  const topic = topicOf(step);
  const place = topic && words.topic(topic.number, topic.count);
  switch (step.name) {
    case 'welcome':
      return { place: null, title: words.title, help: null };
    case 'done':
      return { place: null, title: words.done.title, help: words.done.text };
    case 'score': {
      const at = statedGoals.findIndex(({ id }) => id === step.goal) + 1;
      return {
        place: place && words.topicGoal(place, at, statedGoals.length),
        title: words.score.question,
        help: null,
      };
    }
    case 'story':
    case 'goals':
    case 'questions':
      return { place, title: words[step.name].question, help: words[step.name].help };
    default:
      return { place, title: words.themes[step.name].question, help: words.themes[step.name].help };
  }
}
