import type { AsideCatalogue } from '../catalogue.ts';

/** Three faces and one sentence, after the meeting, from whom nobody gets to know. */
export const feedback: AsideCatalogue['feedback'] = {
  title: 'How was the meeting?',
  faces: { good: 'Good', fair: 'So-so', bad: 'Not good' },
  choose: 'Choose a face first.',
  words: 'Would you like to say more? (may be left empty)',
  wordsHint: 'Do not write names. Nobody sees who wrote it.',
  send: 'Send',
  thanks: 'Thank you. It has been said, and nobody sees who said it.',
};
