import type { StaffCatalogue } from '../catalogue.ts';

/** What is missing in a part, and what one can do about it. */
const say: StaffCatalogue['missing']['say'] = {
  story: { 'not-written': () => 'It does not say what matters – write it in the patient’s own words' },
  goals: { 'no-rows': () => 'No goals yet – write one in the patient’s own words, or why there is no goal' },
  situation: { 'not-answered': ({ labels }) => `${labels} is missing – a few sentences are enough` },
  clarifications: {
    'not-answered': ({ labels }) =>
      `${labels} has not been considered – write what is clear, or what is unclear and why`,
  },
  'function.before': {
    'no-rows': () => 'Function before admission is missing – write what you know, or choose unknown and say why',
  },
  'function.now': {
    'no-rows': () => 'Function now is missing – write what you see, or choose unknown and say why',
  },
  'function.expected': {
    'no-rows': () => 'Expected function is missing – write what you think, or choose unknown and say why',
  },
  needs: { 'not-written': () => 'Needs are missing – write what the patient needs help with, not which services' },
  services: { 'row-incomplete': ({ labels }) => `A service lacks ${labels} – “being considered” is an answer too` },
  medications: { 'row-incomplete': ({ labels }) => `A line lacks ${labels} – write the name, or delete the line` },
  'medications.reconciled': {
    'not-answered': () => 'The medicines have not been reconciled – write who has done it, or why it has not been done',
  },
  treatment: {
    'row-incomplete': ({ labels }) => `An action lacks ${labels} – write a name and a date, so that everyone knows`,
  },
  warnings: {
    'value-missing': ({ value }) => `No signs in the ${value} zone – write what to look for, and whom to call`,
  },
  intensity: {
    'not-answered': ({ labels }) =>
      `${labels} has not been answered for level of treatment – “will be raised later” is an answer too`,
  },
  kin: { 'not-answered': () => 'The next of kin have not written anything – write what you can, want or do not want' },
  coordination: { 'not-answered': ({ labels }) => `${labels} is missing – write whom the patient can call` },
  followup: { 'row-incomplete': ({ labels }) => `An appointment lacks ${labels} – a provisional date is enough` },
  departure: { 'not-answered': () => 'The date for going home is missing – a provisional date is enough' },
  conversation: {
    'not-answered': ({ labels }) => `The discharge conversation lacks an answer – fill in ${labels}`,
  },
  questions: { 'not-replied': () => 'A question has not been answered – answer it, or say who will find out' },
  disagreements: { 'not-settled': ({ labels }) => `A disagreement lacks ${labels} – write who will take it further` },
};

/** What stands between the plan and agreement, in words. */
export const missing: StaffCatalogue['missing'] = {
  title: 'What is missing',
  none: 'Everything that has to be there is there.',
  waiting: 'Looking for what is missing …',
  count: (done, all) => `${done} of ${all} parts in place`,
  mine: 'You can write',
  everyone: 'Everyone can write',
  more: (count) => `Show ${count} more`,
  times: (count) => (count === 1 ? '1 place' : `${count} places`),
  say,
  /** For a part that asks for something that this page does not know. */
  other: (heading) => `“${heading}” is not finished`,
};
