import type { Catalogue } from '../catalogue.ts';

/** What leads the patient to who sees what. */
export const consentCard: Catalogue['consentCard'] = {
  title: 'You decide who sees what',
  text: 'Here you can see who is taking part, and why. You can choose at any time, also during the meeting.',
  link: 'See who sees what',
  /** Where there is room for a word alone. */
  short: 'Who sees what?',
};
