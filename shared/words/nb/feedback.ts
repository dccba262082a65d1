import type { Face } from '#shared/feedback.ts';

/** Three faces and one sentence, after the meeting, from whom nobody gets to know. */
export const feedback = {
  title: 'Hvordan var møtet?',
  faces: { good: 'Bra', fair: 'Sånn passe', bad: 'Ikke bra' } satisfies Record<Face, string>,
  choose: 'Velg et ansikt først.',
  words: 'Vil du si litt mer? (kan stå tomt)',
  wordsHint: 'Ikke skriv navn. Ingen ser hvem som skrev.',
  send: 'Send',
  thanks: 'Takk. Nå er det sagt, og ingen ser hvem som sa det.',
};
