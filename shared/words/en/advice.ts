import type { StaffCatalogue } from '../catalogue.ts';

/** One gentle sentence for each rule. Advice never blocks, and never scolds. */
const say: StaffCatalogue['advice']['say'] = {
  'service-in-needs': ({ value }) =>
    `It says “${value}” here. Write what the patient needs help with instead. The municipality decides which service that will be.`,
  'service-promised': ({ value }) =>
    `The municipality decides about “${value}”. Write what the patient needs, so that nobody promises anything too soon.`,
  'goal-without-score': ({ value }) =>
    `The goal “${value}” has no score. Ask how it is going now, from 0 to 10, or write why nobody has asked.`,
  'goal-without-action': ({ value }) => `No action belongs to the goal “${value}” yet.`,
  'action-without-ground': ({ value }) =>
    `The action “${value}” does not belong to any goal. Choose one of the patient’s goals, or write the medical reason.`,
  'action-incomplete': ({ value, labels }) => `The action “${value}” lacks ${labels}.`,
  'before-missing': () =>
    'You have described how things are now, but not how they were before. That makes the change hard to see.',
  'now-missing': () => 'You have written what you expect, but not how things are now.',
  'expected-missing': () =>
    'You have described how things are now, but not what you expect. Write what you think, or that it is unknown and why.',
  'number-alone': ({ value }) =>
    `The number ${value} says little on its own. Write in words what the patient can manage.`,
  'unknown-without-why': () =>
    'It says here that something is unknown. Please write why, and when you think you will know more.',
  'medicine-without-reason': ({ value }) => `It does not say why something has been done with “${value}”.`,
  'multidose-unanswered': () => 'It has not been answered whether the patient has multidose.',
  'warning-without-call': ({ value }) => `It does not say whom to call about “${value}”.`,
  'followup-incomplete': ({ value, labels }) =>
    value ? `The appointment “${value}” lacks ${labels}.` : `An appointment lacks ${labels}.`,
  'followup-vague': ({ value }) => `“${value}” does not say enough. Write what it is about, and when.`,
  'followup-before-departure': ({ value }) => `“${value}” has a date before the patient goes home. Is that right?`,
  'departure-missing': () => 'There is no date for going home yet. A provisional date helps everyone to plan.',
  'departure-past': ({ value }) => `${value} is before the meeting. Is the date for going home still right?`,
  'phone-missing': ({ labels }) => `${labels} is missing. The patient needs a number to call.`,
  'question-unanswered': ({ value }) => `“${value}” has not been answered yet.`,
  'disagreement-incomplete': ({ value, labels }) => `The disagreement “${value}” lacks ${labels}.`,
  'disagreement-one-sided': ({ value, labels }) => `The disagreement “${value}” lacks the view of ${labels}.`,
  'hard-word': ({ value, instead }) =>
    instead
      ? `Not everyone knows the word “${value}”. It means “${instead}”: please write it in full.`
      : `Not everyone knows the word “${value}”.`,
};

/** What could be better in the plan, in words. */
export const advice: StaffCatalogue['advice'] = {
  title: 'This could be better',
  /** Before the advice under a card, for those who do not see the picture. */
  label: 'Advice',
  hardWords: (words) => `Not everyone knows the words ${words}. Press a word to see what it means.`,
  say,
};
