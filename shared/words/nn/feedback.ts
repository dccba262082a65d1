import type { AsideCatalogue } from '../catalogue.ts';

/** Three faces and one sentence, after the meeting, from whom nobody gets to know. */
export const feedback: AsideCatalogue['feedback'] = {
  title: 'Korleis var møtet?',
  faces: { good: 'Bra', fair: 'Sånn passe', bad: 'Ikkje bra' },
  choose: 'Vel eit ansikt først.',
  words: 'Vil du seie litt meir? (kan stå tomt)',
  wordsHint: 'Ikkje skriv namn. Ingen ser kven som skreiv.',
  send: 'Send',
  thanks: 'Takk. No er det sagt, og ingen ser kven som sa det.',
};
